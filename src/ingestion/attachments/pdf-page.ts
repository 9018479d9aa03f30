import type { PDFPageProxy } from 'pdfjs-dist'

/** A character on a page: its middle, in points from the lower left, and its size. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
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
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as readonly number[]
    const size = Math.hypot(a, b)
    // Text that is turned is a stamp or a watermark.
    return size === 0 || Math.abs(b) > Math.abs(a) ? [] : spread(item.str, x, y, item.width, size)
  })
}

function spread(text: string, x: number, y: number, width: number, size: number): readonly Glyph[] {
  const characters = [...text]
  const widths = characters.map((c) => (/[\u0020-\u007e]/u.test(c) ? 0.5 : 1))
  const unit =
    width /
    Math.max(
      1,
      widths.reduce((sum, w) => sum + w, 0),
    )
  let left = x
  return characters.flatMap((character, at) => {
    const own = (widths[at] ?? 1) * unit
    left += own
    return /[\s\u3000]/u.test(character)
      ? []
      : [{ text: character, x: left - own / 2, y: y + size / 3, width: own, size }]
  })
}

type Matrix = readonly [number, number, number, number, number, number]
const UPRIGHT: Matrix = [1, 0, 0, 1, 0, 0]
const THICKEST = 3
const SHORTEST = 4

/** The lines that are drawn on a page. */
export async function rulesOf(page: PDFPageProxy, ops: Operators): Promise<readonly Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix = UPRIGHT
  for (const [at, op] of fnArray.entries()) {
    const args = argsArray[at] as readonly unknown[]
    if (op === ops.save || op === ops.paintFormXObjectBegin) saved.push(matrix)
    if (op === ops.restore || op === ops.paintFormXObjectEnd) matrix = saved.pop() ?? UPRIGHT
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
