import { expect, it } from 'vitest'
import { fuse } from '../../../src/retrieval/fuse.ts'

it('puts first what stands high in both rankings', () => {
  expect(
    fuse([
      { ids: ['a', 'b', 'c'], weight: 1 },
      { ids: ['b', 'c'], weight: 1 },
    ])[0],
  ).toBe('b')
})

it('keeps what only one ranking knows, and the order of a single ranking', () => {
  expect(
    fuse([
      { ids: ['a', 'b'], weight: 1 },
      { ids: [], weight: 1 },
    ]),
  ).toEqual(['a', 'b'])
})

it('lets the weight decide between rankings that disagree', () => {
  expect(
    fuse([
      { ids: ['a', 'b'], weight: 1 },
      { ids: ['b', 'a'], weight: 0.5 },
    ]),
  ).toEqual(['a', 'b'])
})
