// Invisible characters that chat clients and copied pages leave in a message: zero-width, direction marks, soft hyphen, BOM.
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|[\ufe00-\ufe0f]/gu

// Written once, with the language folder; a text that has no traditional character is left as it is.
let simplified: ReadonlyMap<string, string> = new Map()

/** Loads simplified forms: UTF-8 lines of a traditional and its simplified character. */
export function useSimplified(table: string): void {
  simplified = new Map(table.split('\n').map((line): [string, string] => [line.slice(0, 1), line.slice(1)]))
}

// Nothing else is folded in such a text, and most names of places are one.
const ONLY_HAN = /^[\u4e00-\u9fff]+$/u

function simplify(text: string): string {
  let result = ''
  let copied = 0
  for (let at = 0; at < text.length; at += 1) {
    const simple = simplified.get(text[at] as string)
    if (simple === undefined) continue
    result += text.slice(copied, at) + simple
    copied = at + 1
  }
  return copied === 0 ? text : result + text.slice(copied)
}

/** Width folded (NFKC), simplified characters, lower case, no invisible characters; runs of white space become one space, which people type for a comma. */
export function normalise(text: string): string {
  if (ONLY_HAN.test(text)) return simplify(text)
  return simplify(text.replace(INVISIBLE, '').normalize('NFKC'))
    .toLowerCase()
    .replace(/\s*\n\s*/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/(?<=\p{P}) | (?=\p{P})/gu, '')
    .trim()
}

/** Only letters and digits of the folded text: what two spellings of the same passage share. */
export function skeleton(text: string): string {
  return normalise(text).replace(/[^\p{L}\p{N}]/gu, '')
}
