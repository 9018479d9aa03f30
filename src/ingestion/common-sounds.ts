import { pinyin } from 'pinyin-pro'

const FIRST = 0x4e00
const LAST = 0x9fa5

/** How each Chinese character of the basic block sounds, by pinyin-pro (MIT), as text: a syllable and its characters a line. */
export function commonSounds(): string {
  const bySyllable = new Map<string, string>()
  for (let code = FIRST; code <= LAST; code += 1) {
    const character = String.fromCodePoint(code)
    const syllable = pinyin(character, { toneType: 'none', v: true })
    if (/^[a-z]+$/u.test(syllable)) bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character)
  }
  return `${[...bySyllable]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, characters]) => `${syllable} ${characters}`)
    .join('\n')}\n`
}
