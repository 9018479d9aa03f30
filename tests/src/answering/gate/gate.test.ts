import { beforeAll, describe, expect, it } from 'vitest'
import { createGate, type Gate } from '../../../../src/answering/gate/gate.ts'
import { assemble } from '../../../../src/assembly.ts'
import type { Answer } from '../../../../src/domain/answer.ts'
import { type Given, mutateAnswers, mutationLine } from '../../../../src/evaluation/mutate-answers.ts'
import { answersOfSecond, answersOn, DAYS, loadFirst, loadSecond, placesOfFirst } from './real-answers.ts'

const pack = loadFirst()
const gate = createGate(pack, placesOfFirst(pack))
let given: readonly Given[] = []
beforeAll(async () => {
  given = await answersOn(DAYS)
})

const alarms = (answers: readonly Given[], by: Gate): readonly string[] =>
  answers.flatMap(({ answer, question }) => by.check(answer, question).map((f) => `${question}: ${f.what} ${f.found}`))
const answerTo = (question: string): Answer => given.find((g) => g.question === question)!.answer
const kinds = (answer: Answer, question = ''): readonly string[] => gate.check(answer, question).map((f) => f.what)

describe('the gate on real answers', () => {
  it('raises no alarm on any of them', () => {
    expect(given.length).toBeGreaterThan(600)
    expect(alarms(given, gate)).toEqual([])
  })

  it('raises none on another notice', async () => {
    expect(alarms(await answersOfSecond(['2031-03-01', '2032-01-01']), createGate(loadSecond()))).toEqual([])
  })

  it('takes less than half of the time that finding the answer took', { timeout: 60_000 }, async () => {
    const { answer: respond } = await assemble()
    const now = new Date(`${DAYS[0]}T09:00:00+08:00`)
    const timed = (run: (one: Given) => unknown): number => {
      const start = performance.now()
      for (const one of given) run(one)
      return performance.now() - start
    }
    const checking = timed(({ answer, question }) => gate.check(answer, question))
    expect(checking / timed(({ question }) => respond(question, { now }))).toBeLessThan(0.5)
  })

  it('searches again for words of which an answer says where they stand', () => {
    const question = '通知里哪几处提到“龙头企业”'
    const answer = answerTo(question)
    expect(answer.text).toContain('“龙头企业”写在：二、申报资格（二）第4项。')
    const lies = [
      answer.text.replace('（二）第4项。', '（一）第4项。'),
      answer.text.replace('“龙头企业”写在', '“小微企业”写在'),
      answer.text.replace(/“龙头企业”写在：[^。]*。/u, '通知里没有“龙头企业”这个说法。'),
    ]
    for (const text of lies)
      expect(kinds({ ...answer, text, pieces: [{ ...answer.pieces[0]!, text }] })).not.toEqual([])
  })
})

describe('the gate on lies', () => {
  it('catches changes of dates, numbers, names and small words in verified pieces', { timeout: 60_000 }, () => {
    const figures = mutateAnswers(given, gate, pack)
    console.info(mutationLine(figures))
    expect(figures.total.made).toBeGreaterThan(5_000)
    // Only walk-throughs state statuses: walk-lies.test.ts.
    for (const [kind, c] of Object.entries(figures.kinds)) expect([kind, c.made > 0]).toEqual([kind, kind !== 'status'])
    expect(figures.total.caught / figures.total.made).toBeGreaterThanOrEqual(0.99)
  })

  it('catches them when the composer itself told the lie', { timeout: 60_000 }, () => {
    const figures = mutateAnswers(given.slice(0, given.length / DAYS.length), gate, pack, 'changed')
    console.info(mutationLine(figures))
    expect(figures.total.caught / figures.total.made).toBeGreaterThanOrEqual(0.99)
  })

  it.each([
    '咨询电话：010-62083333。',
    '另需提交法人身份证复印件。',
    '材料须在2023年10月31日前补交。',
    '市场监管总局负责最终认定。',
    '申报单位还应缴纳评审费2000元。',
    '材料发送至zscq@example.com。',
    'You may also apply by e-mail.',
    '示范称号有效期为三年。',
    '联络员不得少于两人。',
  ])('catches an added sentence: %s', (lie) => {
    for (const { answer, question } of given.slice(0, 60)) {
      expect([question, gate.check({ ...answer, text: `${answer.text}\n${lie}` }, question).length > 0]).toEqual([
        question,
        true,
      ])
    }
  })

  it('catches a quote that is not verbatim and one that is cited from another clause', () => {
    const answer = answerTo('省级知识产权局要做哪些事')
    const [first, ...rest] = answer.citations
    expect(kinds({ ...answer, citations: [{ ...first!, quote: `${first?.quote}等` }, ...rest] })).toContain('quote')
    expect(kinds({ ...answer, citations: [{ ...first!, clause: 'addressees' }, ...rest] })).toContain('quote')
    expect(kinds({ ...answer, text: `${answer.text}\n原文：“由各市自行决定”` })).toContain('quote')
  })

  it('catches a true sentence of the pack that nothing beside it cites', () => {
    const answer = answerTo('通知是哪天落款的')
    expect(kinds({ ...answer, text: `${answer.text}\n推荐函由省级知识产权局出具。` })).not.toEqual([])
  })

  it('catches the sentence of one track under the name of the other', () => {
    const answer = answerTo('申报条件是什么')
    const [city, county] = pack.tracks
    const fact = pack.facts.find(
      (f) => f.tracks[0] === county?.id && answer.text.includes(f.say.split('\n').at(-1) ?? ''),
    )
    const cited = { ...answer, citations: fact!.cites.map((c) => ({ ...c, label: pack.clauses.get(c.clause)!.label })) }
    expect(kinds({ ...cited, text: `${county?.name}：${fact?.say}` })).toEqual([])
    expect(kinds({ ...cited, text: `${city?.name}：${fact?.say}` })).not.toEqual([])
  })

  it('catches a verdict that no piece gives', () => {
    const { answer, question } = given.find((g) => g.answer.text.startsWith('不是，'))!
    expect(kinds({ ...answer, text: answer.text.replace('不是，', '是的，') }, question)).toContain('negation')
  })

  it('computes sums of days again, whatever the computation claims to state', () => {
    const { answer, question } = given.find((g) => /还有\d+天/u.test(g.answer.text))!
    const lie = (text: string): string => text.replace(/还有(\d+)天/u, (_, n) => `还有${Number(n) + 1}天`)
    const pieces = answer.pieces.map((p) =>
      p.computation
        ? {
            ...p,
            text: lie(p.text),
            computation: { rule: p.computation.rule, states: lie(p.text).match(/\d+/gu) ?? [] },
          }
        : p,
    )
    expect(kinds({ ...answer, text: lie(answer.text), pieces }, question)).not.toEqual([])
  })
})
