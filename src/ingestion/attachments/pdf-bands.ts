import type { Glyph } from './pdf-page.ts'

/** Characters of one line without a wide gap between them. */
export interface Part {
  readonly glyphs: readonly Glyph[]
  readonly left: number
  readonly right: number
}
export type Line = readonly Part[]

/** A column's left and right edge. */
export interface Band {
  left: number
  right: number
}

// In sizes of the type: a name that is padded to the width of others has narrower gaps.
const COLUMN_GAP = 1.7

/** Cuts a line where a gap is wide. */
export function partsOf(line: readonly Glyph[]): Line {
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

/** Whether two stretches of a line lie above one another. */
export const overlap = (one: Readonly<Band>, other: Readonly<Band>): boolean =>
  one.left < other.right && other.left < one.right

/** The columns of lines, from the left: parts above one another are one, wherever in it they begin; neighbours that no line has both of are one, too. */
export function bandsOf(lines: readonly Line[]): readonly Band[] {
  const bands: Band[] = []
  for (const part of lines.flat().sort((a, b) => a.right - a.left - (b.right - b.left))) {
    const [first, ...more] = bands.filter((b) => overlap(b, part))
    if (!first) bands.push({ left: part.left, right: part.right })
    // What goes across columns that stand beside one another is no column of its own.
    else if (more.every((b) => !areBeside(first, b, lines))) {
      for (const b of more) bands.splice(bands.indexOf(b), 1)
      widen(first, [part, ...more])
    }
  }
  return joined(
    bands.sort((a, b) => a.left - b.left),
    lines,
  )
}

const areBeside = (one: Band, other: Band, lines: readonly Line[]): boolean =>
  lines.some((line) => line.some((p) => covers(one, p)) && line.some((p) => covers(other, p) && !covers(one, p)))

// A long name may reach a little into the next column.
const covers = (one: Readonly<Band>, other: Readonly<Band>): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) >
  0.5 * Math.min(one.right - one.left, other.right - other.left)

function widen(band: Band, others: readonly Readonly<Band>[]): void {
  band.left = Math.min(band.left, ...others.map((b) => b.left))
  band.right = Math.max(band.right, ...others.map((b) => b.right))
}

// A head in the middle of its column and numbers at its edge are two bands that no line has both of: two and two, where only one way to pair them is possible.
function joined(bands: readonly Band[], lines: readonly Line[]): readonly Band[] {
  const runs: Band[][] = []
  for (const band of bands) {
    const last = runs.at(-1)?.at(-1)
    if (last && !areBeside(last, band, lines)) runs.at(-1)?.push(band)
    else runs.push([band])
  }
  const isPaired = (run: readonly Band[]): boolean => run.length % 2 === 0
  if (!runs.some(isPaired)) return bands
  return joined(
    runs.flatMap((run) => (isPaired(run) ? inPairs(run) : run)),
    lines,
  )
}

const inPairs = (run: readonly Band[]): readonly Band[] =>
  run.flatMap((band, at) => (at % 2 === 0 ? [{ left: band.left, right: run[at + 1]?.right ?? band.right }] : []))
