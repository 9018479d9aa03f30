import { describe, expect, it } from 'vitest'
import { createGate } from '../../../../src/answering/gate/gate.ts'
import { passOrExtract } from '../../../../src/answering/gate/pass-or-extract.ts'
import { answersOn, DAYS, loadFirst, placesOfFirst } from './real-answers.ts'

const pack = loadFirst()
const gate = createGate(pack, placesOfFirst(pack))
const given = await answersOn(DAYS.slice(0, 1))

describe('passing or extracting', () => {
  it('lets a faultless answer through as it is', () => {
    for (const { answer, question } of given)
      expect(passOrExtract(answer, gate, question)).toEqual({ answer, faults: [] })
  })

  it('leaves of a faulty answer only what passes the gate itself', () => {
    for (const { answer, question } of given) {
      const passed = passOrExtract({ ...answer, text: `${answer.text}\n咨询电话：010-62083333。` }, gate, question)
      expect(passed.faults.length).toBeGreaterThan(0)
      expect(passed.answer.text).not.toContain('62083333')
      expect(passed.answer.text.length).toBeLessThanOrEqual(1000)
      expect(gate.check(passed.answer, question)).toEqual([])
    }
  })

  it('shows the quotes with their labels', () => {
    const { answer, question } = given.find((g) => g.answer.outcome === 'answered' && g.answer.citations.length === 1)!
    const { text, outcome } = passOrExtract({ ...answer, text: '一切都可以。' }, gate, question).answer
    expect(outcome).toBe('answered')
    expect(text).toBe(`原文：“${answer.citations[0]?.quote}”\n依据：${answer.citations[0]?.label}`)
  })

  it('drops a quote that does not hold, and says that nothing is stated when none is left', () => {
    const { answer, question } = given.find((g) => g.answer.outcome === 'answered' && g.answer.citations.length === 1)!
    const citations = answer.citations.map((c) => ({ ...c, quote: '由各市自行决定' }))
    const passed = passOrExtract({ ...answer, pieces: [], citations }, gate, question).answer
    expect(passed.outcome).toBe('not_stated')
    expect(passed.citations).toEqual([])
    expect(passed.text).toBe('这一点通知没有写明。')
  })
})
