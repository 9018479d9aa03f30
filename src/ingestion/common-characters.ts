import { Converter } from 'opencc-js/t2cn'

const FIRST = 0x4e00
const LAST = 0x9fa5

/** Traditional characters beside their simplified form, by OpenCC (Apache-2.0): two characters a line. Only pairs of one character each. */
export function traditionalCharacters(): string {
  const simplify = Converter({ from: 't', to: 'cn' })
  const lines: string[] = []
  for (let code = FIRST; code <= LAST; code += 1) {
    const character = String.fromCodePoint(code)
    const simple = simplify(character)
    if (simple !== character && [...simple].length === 1) lines.push(character + simple)
  }
  return `${lines.join('\n')}\n`
}
