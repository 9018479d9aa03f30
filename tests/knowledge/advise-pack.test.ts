import { describe, expect, it } from 'vitest'
import { reviewPack } from '../../src/knowledge-base/review-pack.ts'
import { type Damage, LANGUAGE, reviewBroken, SECOND_PACK } from './broken-pack.ts'

// The shared vocabulary may bring a doubtful word at any time: only what the damage adds counts.
const before = new Set(reviewPack({ pack: SECOND_PACK, language: LANGUAGE }).advice)
const adviceOn = (...damages: readonly Damage[]): string => {
  const { faults, advice } = reviewBroken(...damages)
  expect(faults).toEqual([])
  return advice.filter((line) => !before.has(line)).join('\n')
}
const facts = (from: string, to: string): Damage => ({ file: 'facts.yaml', from, to })
const head = (from: string, to: string): Damage => ({ file: 'pack.yaml', from, to })

describe('advising the author of a pack', () => {
  it('has nothing to say about the second pack but words that it shares', () => {
    expect([...before].filter((line) => !line.startsWith('word “'))).toEqual([])
  })

  it('names a concept without words', () => {
    expect(adviceOn(head('words: [排序, 排名, 排个队, 先后次序]', 'words: []'))).toBe(
      'concept “ranking”: has no words, so nobody can name it',
    )
  })

  it('names a concept that nothing uses', () => {
    expect(adviceOn(head('concepts:\n', 'concepts:\n  spare: { words: [多余] }\n'))).toContain(
      'concept “spare”: no fact, silence, date or list uses it',
    )
  })

  it('names a word of two concepts that no fact covers both', () => {
    expect(adviceOn(head('words: [排序,', 'words: [排序, 固废,'))).toContain(
      'word “固废”: both “solid-waste” and “ranking” have it',
    )
  })

  it('accepts a word of two concepts that one fact covers', () => {
    expect(adviceOn(head('words: [营业收入,', 'words: [营业收入, 申报条件,'))).toBe('')
  })

  it.each([
    ['number', '名单有效期三年。', '名单有效期四年。', '四'],
    ['percentage', '申报绿色园区的不提供）；', '申报绿色园区的不提供，占12%）；', '12'],
    ['date', 'say: 落款（成文）日期是2031年3月12日', 'say: 落款（成文）日期是2031年3月13日', '2031年3月13日'],
    ['title', 'say: 名单有效期三年。', 'say: 按《青岚省名单办法》，名单有效期三年。', '《青岚省名单办法》'],
    ['document number', 'say: 文号是青工信节〔2031〕46号', 'say: 文号是青工信节〔2031〕64号', '信节〔2031〕64号'],
  ])('names a %s of a sentence that no quote holds', (_, from, to, part) => {
    expect(adviceOn(facts(from, to))).toContain(`“${part}” in \`say\` stands in none of its quotes`)
  })

  it('names a deadline that no fact tells', () => {
    const dates = 'values: { date: [recommendation], by: [city-bureau], to: [province-department] }'
    const none = 'values: { by: [city-bureau], to: [province-department] }'
    const advice = adviceOn(
      facts(dates, none),
      facts(dates, none),
      facts('values: { date: [recommendation] }', 'values: {}'),
      facts('values: { date: [briefing, application, recommendation], count: [3] }', 'values: { count: [3] }'),
    )
    expect(advice).toContain('date “recommendation”: no fact has it in values.date')
  })

  it('names a pack whose deadlines have no main one', () => {
    expect(adviceOn(head('openDay: false, main: true', 'openDay: false, main: false'))).toContain(
      'no deadline is `main: true`',
    )
  })

  it('names a deadline whose openDay does not fit its words', () => {
    expect(adviceOn(head('openDay: false, main: true', 'openDay: true, main: true'))).toContain(
      'date “application”: openDay is true, but',
    )
    expect(adviceOn(head('openDay: true, main: false', 'openDay: false, main: false'))).toContain(
      'date “recommendation”: openDay is false, but',
    )
  })

  it('names a list item that no fact is about', () => {
    expect(adviceOn(head("{ clause: '4.7', topic: promise }", "{ clause: '4.7', topic: platform }"))).toContain(
      'list “materials”: no fact is about “platform”, so item 4.7 is never told',
    )
  })

  it('names a list item whose clause no fact about it cites', () => {
    expect(adviceOn(head("{ clause: '4.7', topic: promise }", "{ clause: '4.7', topic: licence }"))).toContain(
      'list “materials”: no fact about “licence” cites clause 4.7',
    )
  })

  it('names a silence that says nothing nearby', () => {
    expect(adviceOn({ file: 'silences.yaml', from: 'nearby: [agency.relation]', to: 'nearby: []' })).toContain(
      'silence “agency-list”: names no fact nearby',
    )
  })
})
