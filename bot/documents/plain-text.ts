const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const SPACES = /[ \t\u00a0]+/g
// Control characters and noncharacters break XML and calendars; direction marks reorder the words around them.
const UNSEEN = /(?!\n)[\p{Cc}\p{NChar}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu
const HALF_CHARACTERS = /\p{Cs}/gu

/** What a person wrote, safe to put into any format as text: lines parted by a line feed, none of them empty, nothing unseen. */
export function plainText(text: string): string {
  return text
    .replace(LINE_BREAKS, '\n')
    .replace(SPACES, ' ')
    .replace(UNSEEN, '')
    .replace(HALF_CHARACTERS, '\ufffd')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

/** The same on one line, for titles and names. */
export const oneLine = (text: string): string => plainText(text).replaceAll('\n', ' ')
