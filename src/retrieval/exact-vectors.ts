import { checkDimensions, type Neighbour, type Vector, type VectorIndex } from './vectors.ts'

/** Compares with every stored vector: exact, needs no package, and time grows with their number (about 0.35 µs a vector of 256 dimensions). */
export function exactVectors(vectors: readonly Vector[]): VectorIndex {
  const dimensions = vectors[0]?.values.length ?? 0
  const rows = new Float32Array(vectors.length * dimensions)
  for (const [row, { values }] of vectors.entries()) {
    checkDimensions(values, dimensions)
    rows.set(values, row * dimensions)
  }
  return {
    driver: 'exact',
    search(vector, most) {
      if (vectors.length === 0) return []
      checkDimensions(vector, dimensions)
      return best(rows, vector, most).map(({ row, score }) => ({ id: vectors[row]!.id, score }) satisfies Neighbour)
    },
  }
}

interface Scored {
  readonly row: number
  readonly score: number
}

// Keeps the best few in order while it scans, instead of sorting all.
function best(rows: Float32Array, vector: Float32Array, most: number): readonly Scored[] {
  const kept: Scored[] = []
  const count = rows.length / vector.length
  for (let row = 0; row < count; row += 1) {
    const score = dot(rows, row * vector.length, vector)
    if (kept.length >= most && !(score > (kept.at(-1)?.score ?? Number.POSITIVE_INFINITY))) continue
    let at = kept.length
    while (at > 0 && score > kept[at - 1]!.score) at -= 1
    kept.splice(at, 0, { row, score })
    if (kept.length > most) kept.pop()
  }
  return kept
}

// Four sums at once: the processor need not wait for the one before (twice as fast).
function dot(rows: Float32Array, start: number, vector: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  const whole = vector.length - (vector.length % 4)
  for (let at = 0; at < whole; at += 4) {
    const row = start + at
    a += rows[row]! * vector[at]!
    b += rows[row + 1]! * vector[at + 1]!
    c += rows[row + 2]! * vector[at + 2]!
    d += rows[row + 3]! * vector[at + 3]!
  }
  for (let at = whole; at < vector.length; at += 1) a += rows[start + at]! * vector[at]!
  return a + b + c + d
}
