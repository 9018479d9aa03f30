import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Pack } from '../../../src/domain/pack.ts'
import { loadPack } from '../../../src/knowledge-base/load-pack.ts'
import { createPassageSearch } from '../../../src/retrieval/retriever.ts'

const KNOWLEDGE = join(import.meta.dirname, '../../../knowledge')
const pack = loadPack({ pack: join(KNOWLEDGE, 'notices/cnipa-2023-582'), language: join(KNOWLEDGE, 'language') })
const search = createPassageSearch(pack)

// Questions that use words of the clause they are about.
const QUESTIONS: readonly (readonly [string, ...string[]])[] = [
  ['这份通知的文号里有国知办函运字吗', 'title'],
  ['四川省知识产权服务促进中心收到这个通知了吗', 'addressees'],
  ['全国评比达标表彰工作协调小组有批准意见吗', 'intro'],
  ['质量优先、改革创新后面还有哪些原则', '1'],
  ['鼓励地方先行先试写在哪', '1'],
  ['直辖市的区能申报示范城市吗', '2.1.1'],
  ['协调机制由市政府主要领导牵头吗', '2.1.2'],
  ['要编制相关专项规划吗', '2.1.2'],
  ['市本级及各区县的资助奖励政策要合理合规吗', '2.1.3'],
  ['蓝天专项整治行动要有成效吗', '2.1.3', '2.2.3'],
  ['专利导航决策机制要完善吗', '2.1.4'],
  ['知识产权运营体系要运行高效顺畅吗', '2.1.4'],
  ['自治县和旗能报吗', '2.2.1'],
  ['写入发展战略规划是哪一类的条件', '2.2.2'],
  ['龙头企业和主导产业', '2.2.4'],
  ['知识产权质押融资算成效吗', '2.2.4'],
  ['地理标志特色县域要满足前三个条件吗', '2.2.5'],
  ['传统知识资源保护运用', '2.2.5'],
  ['三年期的示范工作方案经谁同意', '3.1.1'],
  ['分配名额择优确定推荐对象的是谁', '3.1.3'],
  ['签署共建知识产权强市协议', '3.1.3'],
  ['专家评审之后公示吗', '3.1.4'],
  ['试点县的申报资格标准由谁确定', '3.2'],
  ['推荐函里包括推荐意见吗', '4.1'],
  ['县政府提出的申报函', '4.2'],
  ['创建工作报告包括近三年工作总结吗', '4.3'],
  ['哪些材料报送纸件', '4.6'],
  ['时间表、路线图要明确吗', '5.1'],
  ['弄虚作假会通报批评吗', '5.2'],
  ['专题示范项目', '5.3'],
  ['处级干部担任联络员', 'closing'],
  ['联系人回执报送到联系邮箱', 'closing', 'att.5'],
]
const misses = (questions: typeof QUESTIONS): readonly string[] =>
  questions
    .filter(([question, ...clauses]) => !search.find(question, 4).some(({ clause }) => clauses.includes(clause)))
    .map(([question]) => question)

describe('createPassageSearch', () => {
  it('has the right clause among the best four for questions in words of the clause', () => {
    expect(misses(QUESTIONS).length / QUESTIONS.length, misses(QUESTIONS).join('\n')).toBeLessThanOrEqual(0.05)
  })

  it.each([
    ['连络员由谁但任', 'closing'],
    ['弄需作假怎么办', '5.2'],
    ['地里标志', '2.2.5'],
    ['质亚融资', '2.2.4'],
    ['创健工作报告', '4.3'],
  ])('finds the clause for %s, typed by sound', (question, clause) => {
    expect(search.find(question, 4).map((found) => found.clause)).toContain(clause)
  })

  it.each(['今天天气怎么样？', '股票还会涨吗', '火锅底料怎么炒', 'How do I cook rice?', '？？', ''])(
    'gives the share 0 for the foreign question “%s”',
    (question) => {
      expect(search.find(question, 4).filter(({ share }) => share > 0)).toEqual([])
    },
  )

  it.each(['高新技术企业认定要什么条件', '商标注册费多少钱', '全国文明城市怎么评', '推荐一部科幻小说'])(
    'gives a small share for “%s”, which has a word in common with a clause',
    (question) => {
      for (const { share } of search.find(question, 4)) expect(share).toBeLessThan(0.4)
    },
  )

  it('gives the share 1 when all telling words stand in the clause, and less when some do not', () => {
    const shareOf = (question: string) => search.find(question, 4).find(({ clause }) => clause === '5.2')?.share
    expect(shareOf('弄虚作假会取消申报资格吗？')).toBe(1)
    expect(shareOf('弄虚作假会判刑吗？')).toBeLessThan(0.8)
    expect(shareOf('弄虚作假会判刑吗？')).toBeGreaterThan(0.2)
  })

  it('reads the pack at the first question, not before', () => {
    const untouched = new Proxy({} as Pack, {
      get: () => {
        throw new Error('read')
      },
    })
    const lazy = createPassageSearch(untouched)
    expect(() => lazy.find('申报', 1)).toThrow('read')
  })

  it('answers at once and goes on exactly when the native package is missing', async () => {
    const lines: string[] = []
    const load = (): Promise<never> => Promise.reject(new Error("Cannot find package 'hnswlib-node'"))
    const exact = createPassageSearch(pack, { exactUpTo: 1, load, warn: (line) => lines.push(line) })
    const before = exact.find('弄虚作假', 4)
    await new Promise((resume) => setTimeout(resume, 5))
    expect(exact.find('弄虚作假', 4)).toEqual(before)
    expect(lines).toHaveLength(1)
  })
})
