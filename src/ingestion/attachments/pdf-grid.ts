import { type Cell, tidy } from './block.ts'
import type { Glyph, Rule } from './pdf-page.ts'

/** A table that is drawn with lines. */
export interface Grid {
  /** Distances of the columns' borders from the left, and heights of the rows' borders from above down. */
  readonly columns: readonly number[]
  readonly heights: readonly number[]
  readonly rules: readonly Rule[]
}

const NEAR = 3
const MOST_RULES = 4_000

/** The drawn tables of a page, from above down: lines that meet, at least two each way. What is drawn inside a cell belongs to the cell. */
export function gridsOf(rules: readonly Rule[]): readonly Grid[] {
  if (rules.length > MOST_RULES) return []
  const grids = together(rules)
    .map(
      (own): Grid => ({
        rules: own,
        columns: apart(own.filter((r) => r.way === 'down').map((r) => r.at)),
        heights: [...apart(own.filter((r) => r.way === 'across').map((r) => r.at))].reverse(),
      }),
    )
    .filter((g) => g.columns.length > 1 && g.heights.length > 1)
  return grids
    .filter((g) => !grids.some((other) => other !== g && lies(g, other)))
    .sort((a, b) => (b.heights[0] ?? 0) - (a.heights[0] ?? 0))
}

const lies = (inner: Grid, outer: Grid): boolean =>
  (inner.columns[0] ?? 0) > (outer.columns[0] ?? 0) - NEAR &&
  (inner.columns.at(-1) ?? 0) < (outer.columns.at(-1) ?? 0) + NEAR &&
  (inner.heights[0] ?? 0) < (outer.heights[0] ?? 0) + NEAR &&
  (inner.heights.at(-1) ?? 0) > (outer.heights.at(-1) ?? 0) - NEAR

// Groups of lines that touch one another.
function together(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const group = rules.map((_, at) => at)
  const root = (at: number): number => (group[at] === at ? at : root(group[at] ?? at))
  for (const [at, one] of rules.entries())
    for (let to = at + 1; to < rules.length; to += 1) {
      const other = rules[to]
      if (other && touch(one, other)) group[root(at)] = root(to)
    }
  const groups = new Map<number, Rule[]>()
  for (const [at, rule] of rules.entries()) groups.set(root(at), [...(groups.get(root(at)) ?? []), rule])
  return [...groups.values()]
}

function touch(one: Rule, other: Rule): boolean {
  if (one.way === other.way)
    return Math.abs(one.at - other.at) < NEAR && one.from < other.to + NEAR && other.from < one.to + NEAR
  return within(other.at, one) && within(one.at, other)
}
const within = (at: number, { from, to }: Rule): boolean => from - NEAR < at && at < to + NEAR

// Borders that are drawn twice count once.
function apart(places: readonly number[]): readonly number[] {
  const kept: number[] = []
  for (const place of [...places].sort((a, b) => a - b)) if (place - (kept.at(-1) ?? -Infinity) > NEAR) kept.push(place)
  return kept
}

/** Whether a character stands inside a table. */
export const isInside = ({ x, y }: Glyph, { columns, heights }: Grid): boolean =>
  x > (columns[0] ?? 0) && x < (columns.at(-1) ?? 0) && y < (heights[0] ?? 0) && y > (heights.at(-1) ?? 0)

/** The cells of a drawn table: where no line parts two, they are one merged cell. */
export function cellsOf({ columns, heights, rules }: Grid, glyphs: readonly Glyph[]): readonly (readonly Cell[])[] {
  const [wide, high] = [columns.length - 1, heights.length - 1]
  const owner = merged(wide, high, (row, column, way) => {
    const [left = 0, right = 0] = [columns[column], columns[column + 1]]
    const [top = 0, bottom = 0] = [heights[row], heights[row + 1]]
    const middle = way === 'down' ? (top + bottom) / 2 : (left + right) / 2
    const at = way === 'down' ? right : bottom
    return rules.some((r) => r.way === way && Math.abs(r.at - at) <= NEAR && r.from < middle && middle < r.to)
  })
  const content = new Map<number, Glyph[]>()
  for (const glyph of glyphs) {
    const column = columns.findLastIndex((c) => c < glyph.x)
    const row = heights.findLastIndex((h) => h > (glyph.middle ?? glyph.y))
    const key = owner[row * wide + column] ?? -1
    content.set(key, [...(content.get(key) ?? []), glyph])
  }
  const texts = new Map([...content].map(([key, own]) => [key, tidy(written(own))]))
  return Array.from({ length: high }, (_, row) =>
    Array.from({ length: wide }, (_, column): Cell => {
      const at = row * wide + column
      const key = owner[at] ?? at
      return { text: texts.get(key) ?? '', covered: key !== at }
    }),
  )
}

// The first cell, from above and the left, of the merged one that each belongs to.
function merged(
  wide: number,
  high: number,
  isParted: (row: number, column: number, way: Rule['way']) => boolean,
): readonly number[] {
  const owner = Array.from({ length: wide * high }, (_, at) => at)
  const root = (at: number): number => (owner[at] === at ? at : root(owner[at] ?? at))
  const join = (one: number, other: number): void => {
    const [a, b] = [root(one), root(other)]
    owner[Math.max(a, b)] = Math.min(a, b)
  }
  for (let row = 0; row < high; row += 1)
    for (let column = 0; column < wide; column += 1) {
      const at = row * wide + column
      if (column + 1 < wide && !isParted(row, column, 'down')) join(at, at + 1)
      if (row + 1 < high && !isParted(row, column, 'across')) join(at, at + wide)
    }
  return owner.map((_, at) => root(at))
}

/** Characters as they are read: line by line, from the left; a gap becomes a blank. */
export function written(glyphs: readonly Glyph[]): string {
  if (glyphs.some((g) => g.isTurned)) return writtenAlong(glyphs)
  return linesOf(glyphs)
    .map((line) => line.map((g, at) => (isGap(line[at - 1], g) ? ` ${g.text}` : g.text)).join(''))
    .join('\n')
}

// 90° to the left runs up the page, its lines from the left; the other way round, down and from the right.
function writtenAlong(glyphs: readonly Glyph[]): string {
  const turned = glyphs.filter((g) => g.isTurned)
  const [first, second] = turned
  const isUp = second === undefined || (first?.y ?? 0) < second.y
  const level = turned.map((g) => (isUp ? { ...g, x: g.y, y: -g.x } : { ...g, x: -g.y, y: g.x }))
  const upright = level.map(({ isTurned: _, ...g }) => g)
  return [written(upright), written(glyphs.filter((g) => !g.isTurned))].filter((t) => t !== '').join('\n')
}

const isGap = (before: Glyph | undefined, { x, width, size }: Glyph): boolean =>
  before !== undefined && x - width / 2 - (before.x + before.width / 2) > 0.3 * size

/** Characters by lines, from above down, each from the left. */
export function linesOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const lines: Glyph[][] = []
  for (const glyph of [...glyphs].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line && first && first.y - glyph.y < 0.5 * Math.max(first.size, glyph.size)) line.push(glyph)
    else lines.push([glyph])
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x))
}
