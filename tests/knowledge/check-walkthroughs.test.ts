import { describe, expect, it } from 'vitest'
import { type Damage, reviewBroken } from './broken-pack.ts'

const faultsOf = (...damages: readonly Damage[]): string => reviewBroken(...damages).faults.join('\n')
const walks = (from: string, to: string): Damage => ({ file: 'walkthroughs.yaml', from, to })

describe('checking the walk-throughs of a pack', () => {
  it('finds nothing wrong with those of the second pack', () => {
    expect(faultsOf()).toBe('')
  })

  it.each([
    ['a role used twice', walks('{ id: city, name: 市', '{ id: applicant, name: 市'), 'role “applicant” is used twice'],
    ['an item used twice', walks('{ id: licence, label', '{ id: form, label'), 'step “form” is used twice'],
    [
      'an item and a condition of one name',
      walks('{ id: park-factories,', '{ id: licence,'),
      'step “licence” is used twice',
    ],
    ['a label used twice', walks('label: 材料4', 'label: 材料3'), 'label “材料3” of the checklist is used twice'],
    [
      'a label used twice in one track',
      walks('label: 事故和信用', 'label: 投产年限'),
      'label “投产年限” of factory is used twice',
    ],
    ['an unknown default role', walks('default-role: applicant', 'default-role: nobody'), 'unknown part “nobody”'],
    ['an item of an unknown role', walks('roles: [city]', 'roles: [county]'), 'unknown part “county”'],
    [
      'an unknown track of an item',
      walks('tracks: [factory, chain]', 'tracks: [factory, chains]'),
      'unknown track “chains”',
    ],
    [
      'an unknown track of a condition',
      walks('track: chain, label: 已是', 'track: chains, label: 已是'),
      'unknown track “chains”',
    ],
    ['an unknown body that acts', walks('by: [county-bureau]', 'by: [county-office]'), 'unknown role “county-office”'],
    ['an unknown body that receives', walks('to: [province-department]', 'to: [province]'), 'unknown role “province”'],
    ['an unknown item before another', walks('needs: [self-report]', 'needs: [self]'), 'unknown item “self”'],
    ['an unknown date', walks('date: recommendation', 'date: somewhen'), 'unknown date “somewhen”'],
    ['an unknown concept', walks('topics: [energy]', 'topics: [energies]'), 'unknown concept “energies”'],
    ['an unknown fact of an item', walks('facts: [licence]', 'facts: [licences]'), 'unknown fact “licences”'],
    [
      'an unknown fact below the table',
      walks('facts: [deadlines.all]', 'facts: [deadlines]'),
      'unknown fact “deadlines”',
    ],
    [
      'an unknown fact of who decides',
      walks('decides: [review.how, decision]', 'decides: [review.who]'),
      'unknown fact “review.who”',
    ],
    ['an unknown hard stop', walks('hard: listed.chain', 'hard: listed'), 'unknown fact “listed”'],
    [
      'an unknown easing condition',
      walks('eased-by: factory-data-centre', 'eased-by: data-centre'),
      'unknown condition “data-centre”',
    ],
    [
      'an unknown condition of another',
      walks('eased-by: factory-data-centre', 'only-if: data-centre'),
      'unknown condition “data-centre”',
    ],
    ['an unknown table', walks('hard: listed.chain', 'table: chains, hard: listed.chain'), 'unknown table “chains”'],
    [
      'items that need each other',
      walks('facts: [self-report.by], by', 'facts: [self-report.by], needs: [evaluation-report], by'),
      'needs itself',
    ],
    [
      'a clause that is none',
      walks("clause: '4.2'", "clause: '4.9'"),
      'cites clause 4.9, which notice.md does not have',
    ],
    [
      'a quote that is not verbatim',
      walks('quote: 自评报告 }', 'quote: 自查报告 }'),
      'quote is not verbatim in clause 4.2',
    ],
    ['a misspelt field', walks('medium: 平台上传, needs', 'media: 平台上传, needs'), 'walkthroughs.yaml'],
    [
      'an unknown condition of a contradiction',
      walks(
        '  decides: [review.how, decision]',
        "  contradictions: [{ if: { nothing: 'no' }, say: 对不上 }]\n  decides: [review.how, decision]",
      ),
      'unknown condition “nothing”',
    ],
  ] as const)('finds %s', (_fault, damage, message) => {
    expect(faultsOf(damage)).toContain(message)
  })

  it('names the file and the step', () => {
    expect(faultsOf(walks('date: recommendation', 'date: somewhen'))).toContain(
      'walkthroughs.yaml: “recommendation”: unknown date',
    )
  })
})
