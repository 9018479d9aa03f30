import { describe, expect, it } from 'vitest'
import { DIMENSIONS, embedOffline } from '../../../src/text/embed-offline.ts'

const likeness = (a: string, b: string): number => {
  const other = embedOffline(b)
  return embedOffline(a).reduce((sum, value, at) => sum + value * other[at]!, 0)
}

describe('embedOffline', () => {
  it('gives the same vector of length 1 for the same text', () => {
    const vector = embedOffline('编制三年期的示范工作方案')
    expect(vector).toHaveLength(DIMENSIONS)
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
    expect(embedOffline('编制三年期的示范工作方案')).toEqual(vector)
  })

  it('gives the zero vector for a text without letters or digits', () => {
    expect(embedOffline(' ？！').every((value) => value === 0)).toBe(true)
  })

  it('takes no notice of width and case', () => {
    expect(embedOffline('ＢＯＴ２０２３')).toEqual(embedOffline('bot2023'))
  })

  it.each([
    ['联络员由谁担任', '连络员由谁担任', '推荐函由谁出具'],
    ['弄虚作假怎么处理', '弄虚做假怎么处理', '申报材料怎么报送'],
    ['基本工作状况表', '基本工作壮况表', '创建工作报告'],
    ['地理标志', '地里标志', '专利导航'],
    ['示范工作方案', '示泛工作方按', '申报函'],
    ['公示名单', '公是名单', '报送平台'],
  ])('keeps %s nearer to its homophone typo %s than to %s', (right, typo, other) => {
    expect(likeness(right, typo)).toBeGreaterThan(0.4)
    expect(likeness(right, typo)).toBeGreaterThan(likeness(other, typo) + 0.2)
  })

  it('holds texts without common characters or sounds apart', () => {
    expect(Math.abs(likeness('今天天气怎么样', '省级知识产权局推荐函'))).toBeLessThan(0.25)
  })
})
