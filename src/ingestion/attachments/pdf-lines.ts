import { cell } from './block.ts'
import { linesOf, written } from './pdf-grid.ts'
import type { Glyph } from './pdf-page.ts'

/** Text that stands outside drawn tables: a paragraph, or lines whose parts stand under one another. */
export type Piece =
  | { readonly is: 'text'; readonly text: string; readonly top: number }
  | { readonly is: 'table'; readonly rows: readonly (readonly string[])[]; readonly top: number }

interface Part {
  readonly glyphs: readonly Glyph[]
  readonly left: number
  readonly right: number
}
type Line = readonly Part[]

// In sizes of the type: a name that is padded to the width of others has narrower gaps.
const COLUMN_GAP = 1.7
const SAME_COLUMN = 1.5

/** Reads the text outside the drawn tables of a page, from above down. */
export function piecesOf(glyphs: readonly Glyph[]): readonly Piece[] {
  const lines = linesOf(glyphs).map(partsOf)
  const edge = Math.max(0, ...lines.map((l) => l.at(-1)?.right ?? 0))
  const pieces: Piece[] = []
  let at = 0
  while (at < lines.length) {
    const end = endOfTable(lines, at)
    if (end > at) pieces.push(tableOf(lines.slice(at, end)))
    else pieces.push(paragraphOf(lines.slice(at, endOfParagraph(lines, at, edge))))
    at = end > at ? end : endOfParagraph(lines, at, edge)
  }
  return pieces
}

// A single part between two rows is a row whose other columns are empty.
function endOfTable(lines: readonly Line[], from: number): number {
  const isWide = (at: number): boolean => (lines[at]?.length ?? 0) > 1
  let at = from
  while (isWide(at) || (at > from && lines[at] !== undefined && isWide(at + 1))) at += 1
  return at
}

function partsOf(line: readonly Glyph[]): Line {
  const parts: Glyph[][] = []
  for (const glyph of line) {
    const last = parts.at(-1)?.at(-1)
    const gap = last ? glyph.x - glyph.width / 2 - (last.x + last.width / 2) : Infinity
    if (gap > COLUMN_GAP * glyph.size) parts.push([glyph])
    else parts.at(-1)?.push(glyph)
  }
  return parts.map((own) => ({ glyphs: own, left: edgeOf(own.at(0), -1), right: edgeOf(own.at(-1), 1) }))
}
const edgeOf = (glyph: Glyph | undefined, side: number): number => (glyph ? glyph.x + (side * glyph.width) / 2 : 0)

function tableOf(lines: readonly Line[]): Piece {
  const parts = lines.flat()
  const size = parts[0]?.glyphs[0]?.size ?? 1
  const columns: number[] = []
  for (const { left } of [...parts].sort((a, b) => a.left - b.left))
    if (left - (columns.at(-1) ?? -Infinity) > SAME_COLUMN * size) columns.push(left)
  const rows = lines.map((line) => {
    const cells = columns.map(() => '')
    for (const part of line) {
      const column = columns.findLastIndex((c) => c <= part.left + 0.1)
      cells[column] = [cells[column], written(part.glyphs)].filter((t) => t !== '').join(' ')
    }
    return cells.map((text) => cell(text).text)
  })
  return { is: 'table', rows, top: topOf(lines[0]) }
}

// A line that reaches the edge of the text goes on in the next one.
function endOfParagraph(lines: readonly Line[], from: number, edge: number): number {
  let at = from
  while (lines[at + 1]?.length === 1 && reaches(lines[at], edge)) at += 1
  return at + 1
}
function reaches(line: Line | undefined, edge: number): boolean {
  const part = line?.at(-1)
  const last = part?.glyphs.at(-1)
  if (!part || !last || /[。；;！？]/u.test(last.text)) return false
  return part.right > edge - 2 * last.size && part.right - part.left > LEAST_FULL * last.size
}
// In sizes of the type: lines of single names are shorter, however far to the right the longest goes.
const LEAST_FULL = 16

const paragraphOf = (lines: readonly Line[]): Piece => ({
  is: 'text',
  text: lines.map((line) => line.map((part) => written(part.glyphs)).join('')).join(''),
  top: topOf(lines[0]),
})

const topOf = (line: Line | undefined): number => line?.[0]?.glyphs[0]?.y ?? 0
