import { describe, expect, it } from 'vitest'
import type { Vector, VectorIndex } from '../../../src/retrieval/vectors.ts'

const vector = (id: string, ...values: number[]): Vector => {
  const length = Math.hypot(...values)
  return { id, values: Float32Array.from(values, (value) => value / length) }
}
const EAST = vector('east', 1, 0, 0)
const NORTH = vector('north', 0, 1, 0)
const BETWEEN = vector('between', 2, 1, 0)

/** What every driver of `VectorIndex` must do. */
export function describeVectorIndex(name: string, open: (vectors: readonly Vector[]) => Promise<VectorIndex>): void {
  describe(`a vector index (${name})`, () => {
    it('finds the nearest first, with the cosine as score', async () => {
      const found = (await open([NORTH, EAST, BETWEEN])).search(EAST.values, 3)
      expect(found.map(({ id }) => id)).toEqual(['east', 'between', 'north'])
      expect(found[0]!.score).toBeCloseTo(1, 5)
      expect(found[1]!.score).toBeCloseTo(2 / Math.sqrt(5), 5)
      expect(found[2]!.score).toBeCloseTo(0, 5)
    })

    it('gives at most as many as asked, and all when more are asked than stored', async () => {
      const index = await open([NORTH, EAST, BETWEEN])
      expect(index.search(NORTH.values, 1).map(({ id }) => id)).toEqual(['north'])
      expect(index.search(NORTH.values, 50)).toHaveLength(3)
      expect(index.search(NORTH.values, 0)).toEqual([])
    })

    it('keeps several vectors under one id apart', async () => {
      const found = (await open([EAST, { ...NORTH, id: 'east' }])).search(EAST.values, 2)
      expect(found.map(({ id }) => id)).toEqual(['east', 'east'])
    })

    it('finds nothing when nothing is stored', async () => {
      expect((await open([])).search(EAST.values, 3)).toEqual([])
    })

    it('refuses a vector of other dimensions', async () => {
      const index = await open([EAST])
      expect(() => index.search(Float32Array.of(1, 0), 1)).toThrow(RangeError)
    })

    it('answers for the zero vector, which is near to nothing', async () => {
      expect((await open([EAST, NORTH])).search(new Float32Array(3), 1)[0]!.score).toBeCloseTo(0, 5)
    })

    it('finds each of 300 stored vectors by itself', async () => {
      const many = Array.from({ length: 300 }, (_, at) =>
        vector(`v${at}`, ...Array.from({ length: 16 }, (_, d) => Math.sin(at * 31 + d * d * 7))),
      )
      const index = await open(many)
      expect(many.filter(({ id, values }) => index.search(values, 1)[0]!.id !== id)).toEqual([])
    })
  })
}
