import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reviewPack } from '../../src/knowledge-base/review-pack.ts'
import { type Damage, LANGUAGE, reviewBroken, SECOND_PACK, withBrokenPack } from './broken-pack.ts'

const faultsOf = (...damages: readonly Damage[]): string => reviewBroken(...damages).faults.join('\n')
const facts = (from: string, to: string): Damage => ({ file: 'facts.yaml', from, to })
const head = (from: string, to: string): Damage => ({ file: 'pack.yaml', from, to })
const notice = (from: string, to: string): Damage => ({ file: 'notice.md', from, to })

describe('checking a pack', () => {
  it('finds no fault in the second pack', () => {
    expect(reviewPack({ pack: SECOND_PACK, language: LANGUAGE }).faults).toEqual([])
  })

  it('finds a published text that was changed', () => {
    const broken = { file: 'published.txt', from: '公示5个工作日', to: '公示7个工作日' }
    expect(faultsOf(broken)).toContain('the published text was changed')
  })

  it('finds a clause that is not in the published text', () => {
    expect(faultsOf(notice('满两年的制造业企业', '满三年的制造业企业'))).toContain(
      'clause 2.1.1: not in the published text',
    )
  })

  it('finds a published line that no clause holds', () => {
    expect(faultsOf(notice('绿色发展承诺书。', ''))).toContain('misses a line of the published text')
  })

  it('finds first and last lines that are not in the published text', () => {
    expect(faultsOf(head('last: 2031年3月12日', 'last: 2031年3月13日'))).toContain(
      'source.first or source.last is no line',
    )
  })

  it('finds a hint for a concept that nobody has', () => {
    expect(faultsOf(head('\nconcepts:', '\nhints: { no-such-thing: [词] }\nconcepts:'))).toContain(
      'hints: unknown concept “no-such-thing”',
    )
  })

  it('finds a quote that is not verbatim', () => {
    expect(faultsOf(facts('quote: 名单有效期三年', 'quote: 名单有效期五年'))).toContain(
      '“term”: quote is not verbatim in clause 6.2',
    )
  })

  it('finds a citation of a clause that does not exist', () => {
    expect(
      faultsOf(facts("{ clause: '6.2', quote: 名单有效期三年", "{ clause: '6.9', quote: 名单有效期三年")),
    ).toContain('cites clause 6.9, which notice.md does not have')
  })

  it('finds an id used twice', () => {
    expect(faultsOf(facts('id: renewal,', 'id: term,'))).toContain('entry term: the id is used twice')
  })

  it('finds a clause that no fact cites', () => {
    expect(
      faultsOf(
        facts('  - { id: phone,', '  # - { id: phone,'),
        facts('  - { id: contact,', '  # - { id: contact,'),
        facts('  - { id: department,', '  # - { id: department,'),
      ),
    ).toContain('no fact cites clause contact')
  })

  it('finds a date that its quote contradicts', () => {
    expect(faultsOf(head('date: 2031-05-20', 'date: 2031-05-21'))).toContain(
      'date “recommendation”: is 2031-05-21, but its quote does not name that day',
    )
  })

  it('finds a phrase of a date that is not in its clause', () => {
    expect(faultsOf(head('phrase: 2031年5月20日前', 'phrase: 2031年5月20日止'))).toContain(
      'phrase is not verbatim in clause 5.3',
    )
  })

  it.each([
    ['concept', facts('topics: [renewal]', 'topics: [renewall]')],
    ['role', facts('by: [agency]', 'by: [agencies]')],
    ['track', facts('tracks: [park]', 'tracks: [parks]')],
    ['date', facts('date: [briefing]', 'date: [brief]')],
    ['medium', facts('medium: [email]', 'medium: [pigeon]')],
    ['fact', { file: 'silences.yaml', from: 'nearby: [agency.relation]', to: 'nearby: [agency.relations]' }],
    ['clause', head("clause: '4.7', topic", "clause: '4.9', topic")],
  ] satisfies readonly [string, Damage][])('finds an unknown %s', (kind, damage) => {
    expect(faultsOf(damage)).toContain(`unknown ${kind} “`)
  })

  it('finds a misspelt field and names its entry', () => {
    expect(faultsOf(facts('{ id: term, topics:', '{ id: term, topic:'))).toMatch(/facts\.yaml: facts › “term”/u)
  })

  it('finds a file that is not YAML', () => {
    expect(faultsOf(facts('facts:', 'facts: ['))).toContain('facts.yaml: cannot be read')
  })

  it('finds a missing file', () => {
    const faults = withBrokenPack([], (pack) => {
      rmSync(join(pack, 'notice.md'))
      return reviewPack({ pack, language: LANGUAGE }).faults
    })
    expect(faults).toContain('notice.md: is missing or cannot be read')
  })

  it('lists the faults of all files at once', () => {
    const faults = faultsOf(
      facts('quote: 名单有效期三年', 'quote: 名单有效期五年'),
      head('date: 2031-05-20', 'date: 2031-05-21'),
    )
    expect(faults).toMatch(/quote is not verbatim[\s\S]*does not name that day/u)
  })
})
