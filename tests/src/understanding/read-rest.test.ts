import { describe, expect, it } from 'vitest'
import { readRest } from '../../../src/understanding/read-rest.ts'

describe('what is left over of a list', () => {
  it.each([
    ['余下三份咋交', 3],
    ['剩下的两样呢', 2],
    ['另外4项', 4],
  ])('is counted in %s', (text, count) => {
    expect(readRest(text)).toBe(count)
  })

  it.each(['还剩三天', '剩下三个月', '剩下的呢'])('is no count in %s', (text) => {
    expect(readRest(text)).toBeUndefined()
  })
})
