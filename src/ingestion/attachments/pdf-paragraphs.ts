import type { Line } from './pdf-bands.ts'
import { written } from './pdf-grid.ts'

/** Puts lines of running text together: one that reaches the right edge, or stops within a list or bracket, goes on in the next, unless that begins as a paragraph does. */
export function paragraphsOf(lines: readonly Line[], edge: number): readonly (readonly Line[])[] {
  const paragraphs: Line[][] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const goesOn = before !== undefined && (reaches(before, edge) || isUnfinished(before))
    const isRest = goesOn && line.length === 1 && !beginsAnew(line)
    if (isRest) paragraphs.at(-1)?.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

/** What lines of one paragraph say. */
export const textOfLines = (lines: readonly Line[]): string =>
  lines.map((line) => line.map((part) => written(part.glyphs)).join('')).join('')

/** The right edge of the text of a page: the right margin is as wide as the left one, and where no line comes near it, none is full. */
export function edgeOfText(lines: readonly Line[], pageWidth: number): number {
  const right = Math.max(0, ...lines.map((l) => l.at(-1)?.right ?? 0))
  const left = Math.min(pageWidth / 2, ...lines.map((l) => l[0]?.left ?? pageWidth))
  return Math.max(right, pageWidth - left - MARGIN)
}
// In points: margins differ a little.
const MARGIN = 24

function reaches(line: Line | undefined, edge: number): boolean {
  const part = line?.at(-1)
  const last = part?.glyphs.at(-1)
  if (!part || !last || /[。；;！？]/u.test(last.text)) return false
  return part.right > edge - 2 * last.size && part.right - part.left > LEAST_FULL * last.size
}
// 浙江省（2 | 个）
function isUnfinished(line: Line): boolean {
  const text = textOfLines([line])
  return /[、，,（(]$/u.test(text) || /[（(][^（()）]*$/u.test(text)
}

// In sizes of the type: lines of single names are shorter, however far to the right the longest goes.
const LEAST_FULL = 10

const beginsAnew = (line: Line): boolean => NEW_PARAGRAPH.test(written(line[0]?.glyphs ?? []).replace(/\s/gu, ''))
// 3. , （二）, 三、, 浙江省：
const NEW_PARAGRAPH =
  /^(?:[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|\d{1,3}[.、．)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]|\p{Script=Han}{2,8}(?:[（(][^（()）]{1,6}[)）])?[:：])/u
