import type { PDFPageProxy } from 'pdfjs-dist'

/** A character on a page: its middle, in points from the lower left, and its size. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** It belongs to text that runs up or down the page: names of provinces in narrow cells, or a watermark. */
  readonly isTurned?: boolean
  /** Height of the middle of the turned text it belongs to, which may be longer than its cell is high. */
  readonly middle?: number
}

/** A straight line across or down a page, in points. */
export interface Rule {
  readonly way: 'across' | 'down'
  /** Height of a line across, or distance from the left of one down. */
  readonly at: number
  readonly from: number
  readonly to: number
}

type Operators = typeof import('pdfjs-dist').OPS

/** The characters of a page, spread evenly over the runs in which they were written. */
export async function glyphsOf(page: PDFPageProxy): Promise<readonly Glyph[]> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  const upright = uprightOf(page)
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a, b, , , x, y] = times(upright, item.transform as unknown as Matrix)
    const size = Math.hypot(a, b)
    if (size === 0) return []
    const glyphs = spread(item.str, item.width, size)
    const [along, across] = [a / size, b / size]
    if (across ** 2 < ASLANT) return glyphs.map((g) => ({ ...g, x: x + g.x, y: y + g.y }))
    // Text aslant is a stamp or a watermark.
    if (along ** 2 > ASLANT) return []
    const middle = y + (across * item.width) / 2
    return glyphs.map((g) => ({ ...g, x: x - across * g.y, y: y + across * g.x, isTurned: true, middle }))
  })
}
const ASLANT = 0.01

/** Turns a page as it is shown, with its lower left corner at nought. */
function uprightOf(page: PDFPageProxy): Matrix {
  const { transform, height } = page.getViewport({ scale: 1 })
  return times([1, 0, 0, -1, 0, height], transform as unknown as Matrix)
}

/** How wide a page is as it is shown, in points. */
export const widthOf = (page: PDFPageProxy): number => page.getViewport({ scale: 1 }).width

function spread(text: string, width: number, size: number): readonly Glyph[] {
  const characters = [...text]
  const widths = characters.map((c) => (/[\u0020-\u007e]/u.test(c) ? 0.5 : 1))
  const unit =
    width /
    Math.max(
      1,
      widths.reduce((sum, w) => sum + w, 0),
    )
  let left = 0
  return characters.flatMap((character, at) => {
    const own = (widths[at] ?? 1) * unit
    left += own
    return /[\s\u3000]/u.test(character) ? [] : [{ text: character, x: left - own / 2, y: size / 3, width: own, size }]
  })
}

type Matrix = readonly [number, number, number, number, number, number]
const THICKEST = 3
const SHORTEST = 4

/** The lines that are drawn on a page. */
export async function rulesOf(page: PDFPageProxy, ops: Operators): Promise<readonly Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const rules: Rule[] = []
  const saved: Matrix[] = []
  const upright = uprightOf(page)
  let matrix = upright
  for (const [at, op] of fnArray.entries()) {
    const args = argsArray[at] as readonly unknown[]
    if (op === ops.save || op === ops.paintFormXObjectBegin) saved.push(matrix)
    if (op === ops.restore || op === ops.paintFormXObjectEnd) matrix = saved.pop() ?? upright
    if (op === ops.transform) matrix = times(matrix, args as unknown as Matrix)
    if (op === ops.paintFormXObjectBegin && args?.[0]) matrix = times(matrix, args[0] as Matrix)
    if (op === ops.constructPath && args[0] !== ops.endPath) {
      const [path] = args[1] as readonly (Float32Array | null)[]
      if (path) rules.push(...straight(path, matrix))
    }
  }
  return rules
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

// How pdf.js codes a path: an operation and its points.
const POINTS: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 3, 3: 2, 4: 0 }
const CLOSE = 4
const MOVE = 0

function straight(path: Float32Array, [a, b, c, d, e, f]: Matrix): readonly Rule[] {
  const rules: Rule[] = []
  let first: readonly [number, number] = [0, 0]
  let last = first
  for (let at = 0; at < path.length; ) {
    const op = path[at] ?? CLOSE
    const count = POINTS[op]
    if (count === undefined) break
    const x = path[at + 2 * count - 1] ?? 0
    const y = path[at + 2 * count] ?? 0
    const point = op === CLOSE ? first : ([a * x + c * y + e, b * x + d * y + f] as const)
    if (op === MOVE) first = point
    else rules.push(...ruleBetween(last, point))
    last = point
    at += 1 + 2 * count
  }
  return rules
}

function ruleBetween([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): readonly Rule[] {
  const [across, down] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
  if (down < THICKEST && across > SHORTEST)
    return [{ way: 'across', at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }]
  if (across < THICKEST && down > SHORTEST)
    return [{ way: 'down', at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }]
  return []
}
