import { describe, expect, it } from 'vitest'
import { createGate } from '../../../../src/answering/gate/gate.ts'
import type { Answer } from '../../../../src/domain/answer.ts'
import type { Fact } from '../../../../src/domain/fact.ts'
import { loadFirst } from './real-answers.ts'

const pack = loadFirst()
const gate = createGate(pack)

// The answers are put together here, so that this file is about the gate and not about which fact a question finds.
function answerOf(ids: readonly string[]): Answer {
  const facts = ids.map((id) => pack.facts.find((f) => f.id === id)!)
  const cited = (f: Fact) => f.cites.map((c) => ({ ...c, label: pack.clauses.get(c.clause)!.label }))
  const pieces = facts.map((f) => ({ kind: 'fact' as const, text: f.say, citations: cited(f) }))
  return { outcome: 'answered', text: '', pieces, citations: facts.flatMap(cited), suggestions: [] }
}
const faults = (fact: string, text: string) =>
  gate.check({ ...answerOf(fact.split(' ')), text }, '').map((f) => `${f.what} ${f.found}`)

const HONEST: readonly (readonly [string, string])[] = [
  ['submission.deadline', '推荐及材料报送请在2023年9月15日前完成。'],
  ['submission.deadline', '请于9月15日前完成推荐和材料报送工作。'],
  ['submission.deadline', '请于二〇二三年九月十五日前完成推荐及材料报送。'],
  ['media.all', '推荐函和申报函（材料1—2）报送纸件。'],
  ['media.all', '材料1—2报送纸件，其余的材料3—5在平台上填报。'],
  ['recletter.by', '推荐函是由省级知识产权局出具的。'],
  ['recletter.by', '出具推荐函的是省级知识产权局。'],
  ['plan.author plan.to', '示范工作方案由符合条件的城市、县来编制，经城市政府或县政府同意后，再报省级知识产权局。'],
  ['plan.years', '示范工作方案为三年期。'],
  ['plan.years', '示范工作方案的期限是3年。'],
  ['officer.by', '联络员由各省级知识产权局明确，由处级干部担任。'],
  ['officer.by', '联络员由处级干部担任，具体人选由省级知识产权局明确。'],
  ['receipt.deadline', '联系人回执请在2023年7月31日前报送到联系邮箱。'],
  [
    'fraud.consequence',
    '弄虚作假的，一经查实将取消申报资格，并对相关城市、县知识产权管理部门以及相关省级知识产权局通报批评。',
  ],
  [
    'fraud.consequence',
    '一旦查实弄虚作假，会取消申报资格，相关城市、县知识产权管理部门和相关省级知识产权局会受到通报批评。',
  ],
  ['review.national', '国家知识产权局组织专家评审并公示，最后正式确定示范城市、示范县名单。'],
  ['review.national', '评审由国家知识产权局组织专家进行，评审后进行公示，并正式确定名单。'],
  ['mechanism.county', '示范县的条件里没有写协调机制，协调机制写在示范城市的条件中。'],
  ['pilot-required.city', '申报示范城市须已被确定为国家知识产权强市建设试点城市，不在试点名单的不能申报示范城市。'],
  [
    'level.city',
    '申报示范城市的应为地级以上城市或直辖市的区，并且已被确定为国家知识产权强市建设试点城市，名单见附件1。',
  ],
  ['cobuild.city', '共建知识产权强市协议由省级知识产权局与相应城市人民政府签署，是“可采取”的方式，不是必须。'],
  ['audit.province', '申报材料由省级知识产权局审核。'],
  ['idea.principles', '原则是坚持质量优先、改革创新、统筹布局、动态管理。'],
  ['doc.number', '这份通知的文号为国知办函运字〔2023〕582号。'],
]

const LIES: readonly (readonly [string, string])[] = [
  ['submission.deadline', '推荐及材料报送请于2023年9月30日前完成。'],
  ['submission.deadline', '请于9月15日后完成推荐和材料报送工作。'],
  ['submission.deadline', '城市政府应于9月15日前完成推荐和材料报送工作。'],
  ['submission.deadline', '请于二〇二三年九月二十五日前完成推荐及材料报送。'],
  ['materials.all', '准备六项材料，分别是推荐函、申报函、创建工作报告、示范工作方案、基本工作状况表。'],
  ['materials.all', '申报材料共5项：推荐函、申报函、创建工作报告、示范工作方案和身份证复印件。'],
  ['media.all', '推荐函和创建工作报告报送纸件。'],
  ['media.all', '推荐函和申报函可在平台上填报。'],
  ['media.all', '材料1—3报送纸件，其余的材料4—5在平台上填报。'],
  ['recletter.by', '推荐函由国家知识产权局出具。'],
  ['recletter.by', '推荐函由城市政府出具。'],
  ['recletter.by', '推荐函不由省级知识产权局出具。'],
  ['plan.author plan.to', '示范工作方案由省级知识产权局编制。'],
  ['plan.years', '示范工作方案为五年期。'],
  ['plan.consent', '示范工作方案无须经城市政府或县政府同意。'],
  ['plan.to', '示范工作方案须经城市政府和县政府同意后报省级知识产权局。'],
  ['officer.rank', '联络员可由科级干部担任，具体人选由省级知识产权局明确。'],
  ['officer.by', '联络员由城市政府明确，由处级干部担任。'],
  ['receipt.deadline', '联系人回执请在2023年9月15日前报送到联系邮箱。'],
  ['fraud.consequence', '一旦查实弄虚作假，会取消申报资格，并处以罚款。'],
  ['fraud.consequence', '弄虚作假的，一经查实不会取消申报资格。'],
  ['review.national', '省级知识产权局组织专家评审并公示，最后正式确定示范城市、示范县名单。'],
  ['mechanism.county', '示范县的条件里写了协调机制。'],
  ['pilot-required.city', '不在试点名单的也能申报示范城市。'],
  ['level.city', '申报示范城市的应为县级以上城市或直辖市的区。'],
  ['level.city', '申报示范城市的应为地级以上城市或直辖市的区，或者已被确定为国家知识产权强市建设试点城市。'],
  ['cobuild.city', '共建知识产权强市协议必须由省级知识产权局与相应城市人民政府签署。'],
  ['audit.province', '申报材料由省级知识产权局审核，审核时间为十个工作日。'],
  ['audit.province', '申报材料由国家知识产权局审核。'],
  ['doc.number', '文号为国知发运字〔2023〕582号。'],
  ['materials.all', '必须准备五项材料，分别是推荐函、申报函、创建工作报告、示范工作方案、基本工作状况表。'],
  ['media.platform', '平台由国家知识产权局运营，网址是www.cnipa.gov.cn。'],
]

describe('the gate on other wordings of verified pieces', () => {
  it('lets at least nine of ten honest ones pass', () => {
    const refused = HONEST.map(([fact, text]) => ({ text, faults: faults(fact, text) })).filter(
      (r) => r.faults.length > 0,
    )
    expect(refused.length, JSON.stringify(refused)).toBeLessThanOrEqual(HONEST.length / 10)
  })

  it.each(LIES)('refuses what %s does not support: %s', (fact, text) => {
    expect(faults(fact, text)).not.toEqual([])
  })
})
