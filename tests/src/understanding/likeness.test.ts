import { beforeAll, describe, expect, it } from 'vitest'
import { foldersOf } from '../../../src/assembly.ts'
import { loadPack } from '../../../src/knowledge-base/load-pack.ts'
import { createLikeness, type Likeness } from '../../../src/understanding/likeness.ts'

let likeness: Likeness
beforeAll(() => {
  likeness = createLikeness(loadPack(foldersOf()))
})

const likeliest = (text: string): string | undefined => [...likeness(text)].sort((a, b) => b[1] - a[1])[0]?.[0]

describe('what a sentence resembles', () => {
  it.each([
    ['开展这项评定，得到了哪个机构的批准同意', 'programme-approval'],
    ['书记县长亲自挂帅的班子', 'mechanism'],
    ['哪类打样、哪类铺开', 'pilot-vs-demo'],
  ])('is heard in a description that no list of words holds: %s', (text, concept) => {
    expect(likeliest(text)).toBe(concept)
  })

  it('is a share between nothing and all', () => {
    for (const share of likeness('省局推荐上去的就全都能评上').values()) {
      expect(share).toBeGreaterThan(0)
      expect(share).toBeLessThanOrEqual(1)
    }
  })

  it('is nothing where words only ask', () => {
    expect(likeness('那是什么，怎么个说法').size).toBe(0)
  })
})
