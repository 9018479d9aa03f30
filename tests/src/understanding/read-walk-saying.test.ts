import { describe, expect, it } from 'vitest'
import { foldersOf } from '../../../src/assembly.ts'
import { loadPack } from '../../../src/knowledge-base/load-pack.ts'
import { buildLexicon } from '../../../src/understanding/lexicon.ts'
import { createLikeness } from '../../../src/understanding/likeness.ts'
import { weighConcepts } from '../../../src/understanding/rank-entries.ts'
import { readCounts } from '../../../src/understanding/read-counts.ts'
import { readWalkSaying } from '../../../src/understanding/read-walk-saying.ts'

const pack = loadPack(foldersOf())
const reader = { pack, lexicon: buildLexicon(pack), weights: weighConcepts(pack), likeness: createLikeness(pack) }
const read = (text: string) => readWalkSaying(text, reader)
const statuses = (text: string) => read(text).reports.map((r) => r.status ?? '-')
const replies = (text: string) => read(text).reports.map((r) => r.reply ?? '-')

describe('what is said of how far things are', () => {
  it.each([
    ['申报函盖好章了', ['done']],
    ['搞定👌', ['done']],
    ['整完了', ['done']],
    ['申报函拿去盖章了', ['doing']],
    ['报告写了一半', ['doing']],
    ['状况表退回来要改', ['doing']],
    ['报告明天就能好', ['doing']],
    ['状况表填了，就差一个数', ['-', 'doing']],
    ['推荐函还没起草', ['open']],
    ['方案一字未动', ['open']],
    ['还冇弄', ['open']],
    ['这个我们不用办', ['none']],
    ['报告应该好了', ['vague']],
    ['不是没写', ['vague']],
    ['嗯', ['-']],
    ['2', ['-']],
    ['报告弄完但是方案没过会', ['done', 'doing']],
    ['申报函ok了 报告ing 方案no', ['done', 'doing', 'open']],
    ['哦不对没盖', ['doing']],
  ])('%s: %j', (text, expected) => {
    expect(statuses(text)).toEqual(expected)
  })
})

describe('what is answered', () => {
  it.each([
    ['是', ['yes']],
    ['那就否', ['no']],
    ['我们压根不是试点县', ['no']],
    ['写进规划了', ['yes']],
    ['名单里没找到', ['no']],
    ['规划里写没写我得查查', ['unsure']],
    ['说不上来', ['unsure']],
    ['差不多吧', ['vague']],
    ['有吧', ['vague']],
    ['也不是没有', ['vague']],
    ['没有不重视', ['vague']],
    ['专项规划在编', ['vague']],
    ['这些不清楚的谁能定', ['-']],
    ['有省级优势企业十几家，国家级示范企业没有', ['yes', 'no']],
    ['不，第三题改成不清楚', ['unsure']],
    ['nope', ['no']],
  ])('%s: %j', (text, expected) => {
    expect(replies(text)).toEqual(expected)
  })

  it('marks praise, which answers what is judged only', () => {
    expect(read('挺好的').reports[0]).toMatchObject({ reply: 'yes', praises: true })
    expect(read('有').reports[0]?.praises).toBe(false)
  })

  it('marks what takes back something said before', () => {
    expect(read('不对，报告没写完').reports.map((r) => r.corrects)).toEqual([true])
    expect(read('报告没写完').reports.map((r) => r.corrects)).toEqual([false])
  })
})

describe('what asks', () => {
  it.each([
    ['报告好了吗', true],
    ['报告要写几页', true],
    ['那我们符合资格了对吧', true],
    ['副市长牵头算不算', true],
    ['我们以前是县，按县报行不行', true],
    ['离截止还有几天', true],
    ['状况表谁填啊', true],
    ['申报函办好了', false],
    ['国家级示范企业没有', false],
    ['优势企业有十几家', false],
    ['改成平湖市吧', false],
    ['还是海盐', false],
    ['不对', false],
    ['申报函还没影呢', false],
    ['我也不知道在不在', false],
    ['先不说是哪个县，往下走', false],
  ])('%s: %s', (text, asks) => {
    expect(read(text).asks).toBe(asks)
  })
})

describe('what is wanted', () => {
  it.each([
    ['带我一件一件弄', 'checklist'],
    ['自个儿对照一下条件', 'self-check'],
    ['想报示范县，从哪下手', 'checklist'],
    ['推荐函谁出', undefined],
  ] as const)('%s begins %s', (text, kind) => {
    expect(read(text).starts).toBe(kind)
  })

  it.each([
    ['下一步', 'next'],
    ['上一步', 'back'],
    ['往回两题', 'back'],
    ['先跳过', 'skip'],
    ['还差哪些', 'left'],
    ["what's left", 'left'],
    ['你记的都啥', 'progress'],
    ['报告好了没', 'state'],
    ['重新开始', 'restart'],
    ['今天先到这', 'exit'],
    ['接着上次的', 'resume'],
    ['打印一份', 'export'],
    ['加到日历', 'calendar'],
    ['谁做什么', 'matrix'],
    ['提前三天提醒我', 'remind'],
    ['我设了哪些提醒', 'reminders'],
    ['取消提醒', 'cancel-reminder'],
    ['换成示范城市', 'switch'],
    ['上一题改成否', 'change'],
    ['这些谁说了算', 'deciders'],
    ['后面全选是', 'at-once'],
    ['给个结论', 'result'],
  ] as const)('%s: %s', (text, command) => {
    expect([...read(text).commands]).toContain(command)
  })

  it('asks for a rule, not for a state, with 才能 or 必须', () => {
    expect(read('申报函办好了才能报省吗').commands.has('state')).toBe(false)
  })

  it.each([
    ['后退两题', 2],
    ['上上题', 2],
    ['上一题', 1],
    ['倒回去三步', 3],
  ])('%s goes back %i', (text, steps) => {
    expect(read(text).back).toBe(steps)
  })
})

describe('what is counted out', () => {
  it.each([
    ['材料2和3都交了', ['numbered 2', 'numbered 3']],
    ['第1到3题', ['place 1', 'place 2', 'place 3']],
    ['第二项和第四项', ['item 2', 'item 4']],
    ['第三步完成', ['place 3']],
    ['第二个', ['either 2']],
    ['倒数第二步', ['place -2']],
    ['最后一步', ['place -1']],
    ['2', []],
    ['三天', []],
  ])('%s: %j', (text, expected) => {
    expect(readCounts(text).map((c) => `${c.by} ${c.value}`)).toEqual(expected)
  })
})
