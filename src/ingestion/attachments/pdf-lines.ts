import { cell } from './block.ts'
import { type Band, bandsOf, type Line, overlap, partsOf } from './pdf-bands.ts'
import { linesOf, written } from './pdf-grid.ts'
import type { Glyph } from './pdf-page.ts'
import { edgeOfText, paragraphsOf, textOfLines } from './pdf-paragraphs.ts'

/** Text that stands outside drawn tables: a paragraph, or lines whose parts stand under one another; the last `tail` of these may be paragraphs. */
export type Piece =
  | { readonly is: 'text'; readonly text: string; readonly top: number }
  | {
      readonly is: 'table'
      readonly rows: readonly (readonly string[])[]
      readonly tail: number
      readonly bands: readonly Readonly<Band>[]
      readonly top: number
    }

/** Reads the text outside the drawn tables of a page, from above down. */
export function piecesOf(glyphs: readonly Glyph[], pageWidth: number): readonly Piece[] {
  const lines = linesOf(glyphs).map(partsOf)
  const edge = edgeOfText(lines, pageWidth)
  const pieces: Piece[] = []
  let at = 0
  while (at < lines.length) {
    const end = endOfCells(lines, at, endOfTable(lines, at))
    if (end > at) {
      const bands = bandsOf(lines.slice(at, end))
      const tail = tailOf(lines, end, bands)
      const own = lines.slice(at, end + tail)
      pieces.push(...(isSetInColumns(own, bands) ? columnTexts(own, bands) : [tableOf(own, bands, tail)]))
      at = end + tail
    } else {
      const next = lines.findIndex((l, y) => y >= at && l.length > 1)
      const own = lines.slice(at, next === -1 ? undefined : next)
      pieces.push(...paragraphsOf(own, edge).map(paragraphOf))
      at += own.length
    }
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

// Below a row only its last cell may go on, further right than any paragraph begins.
function endOfCells(lines: readonly Line[], from: number, to: number): number {
  if (to === from) return to
  const [, ...bands] = bandsOf(lines.slice(from, to))
  let at = to
  while (lines[at]?.length === 1 && bands.some((b) => lies(lines[at]?.[0], b))) at += 1
  const end = endOfTable(lines, at)
  return at === to ? to : endOfCells(lines, from, end)
}

// The first column of a page that is set in columns may be longer than the others.
function tailOf(lines: readonly Line[], from: number, [first]: readonly Readonly<Band>[]): number {
  let at = from
  while (first && lines[at]?.length === 1 && lies(lines[at]?.[0], first)) at += 1
  return at - from
}
const lies = (part: Readonly<Band> | undefined, band: Readonly<Band>): boolean =>
  part !== undefined && part.left > band.left - NEAR && part.right < band.right + NEAR
// In points.
const NEAR = 3

const MOST_COLUMNS = 3
const LEAST_LINES = 3
// In sizes of the type.
const LEAST_LENGTH = 8
const LEAST_SHARE = 0.5

// Every column holds running text: long lines that list names, most of them full.
function isSetInColumns(lines: readonly Line[], bands: readonly Readonly<Band>[]): boolean {
  if (bands.length < 2 || bands.length > MOST_COLUMNS) return false
  return bands.every((band) => {
    const own = lines.flat().filter((p) => overlap(band, p))
    const share = (test: (part: Line[number]) => boolean): number => own.filter(test).length / own.length
    const isLong = (p: Line[number]): boolean => p.glyphs.length >= LEAST_LENGTH
    const isList = (p: Line[number]): boolean => p.glyphs.some((g) => /[、，；]/u.test(g.text))
    return own.length >= LEAST_LINES && share(isLong) > LEAST_SHARE && share(isList) > LEAST_SHARE
  })
}

const columnTexts = (lines: readonly Line[], bands: readonly Readonly<Band>[]): readonly Piece[] =>
  bands.flatMap((band) => {
    const own = lines.map((line) => line.filter((p) => overlap(band, p))).filter((line) => line.length > 0)
    const top = topOf(lines[0])
    return paragraphsOf(own, band.right).map((p): Piece => ({ is: 'text', text: textOfLines(p), top }))
  })

function tableOf(lines: readonly Line[], bands: readonly Readonly<Band>[], tail: number): Piece {
  const rows: string[][] = []
  const columnOf = (part: Line[number]): number =>
    Math.max(
      0,
      bands.findIndex((b) => overlap(b, part)),
    )
  for (const [at, line] of lines.entries()) {
    const isRest = line.every((p) =>
      goesOn(
        lines[at - 1]?.find((q) => columnOf(q) === columnOf(p)),
        bands[columnOf(p)],
      ),
    )
    const cells = (isRest ? rows.at(-1) : undefined) ?? bands.map(() => '')
    for (const part of line)
      cells[columnOf(part)] = [cells[columnOf(part)], written(part.glyphs)]
        .filter((t) => t !== '')
        .join(isRest ? '' : ' ')
    if (!isRest) rows.push(cells)
  }
  return { is: 'table', rows: rows.map((r) => r.map((text) => cell(text).text)), tail, bands, top: topOf(lines[0]) }
}

// A long cell goes on in the next line.
const goesOn = (part: Line[number] | undefined, band: Readonly<Band> | undefined): boolean =>
  part !== undefined &&
  band !== undefined &&
  part.glyphs.length > LEAST_LENGTH &&
  part.right > band.right - 2 * (part.glyphs[0]?.size ?? 0)

const paragraphOf = (lines: readonly Line[]): Piece => ({ is: 'text', text: textOfLines(lines), top: topOf(lines[0]) })

const topOf = (line: Line | undefined): number => line?.[0]?.glyphs[0]?.y ?? 0
