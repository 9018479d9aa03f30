import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../../src/answering/walk/walk-document.ts'
import { foldersOf } from '../../../../src/assembly.ts'
import type { WalkDocument } from '../../../../src/domain/walk-document.ts'
import type { Mark, Walk, Walkthroughs } from '../../../../src/domain/walkthrough.ts'
import { loadPack } from '../../../../src/knowledge-base/load-pack.ts'
import { loadPlaces } from '../../../../src/knowledge-base/load-places.ts'

const folders = foldersOf()
const pack = loadPack(folders)
const walkthroughs = pack.walkthroughs as Walkthroughs
const { regions } = loadPlaces(folders, pack)
const DAY = '2023-08-10'

const walk: Walk = {
  id: 'w',
  kind: 'checklist',
  notice: pack.id,
  track: 'county',
  part: walkthroughs.defaultPart,
  place: '341525',
  begun: '2023-08-01',
  touched: DAY,
  marks: {},
  skipped: [],
}
const mark = (is: Mark['is'], note?: string): Mark => ({ is, on: DAY, ...(note && { note }) })
const write = (more: Partial<Walk> = {}, day = DAY): WalkDocument =>
  documentOf({ ...walk, ...more }, { pack, walkthroughs, regions, day })
const headOf = (document: WalkDocument, label: string): string | undefined =>
  document.head.find((h) => h.label === label)?.value
const rowsOf = (document: WalkDocument, at: number): readonly (readonly string[])[] => {
  const section = document.sections[at]
  return section?.is === 'table' ? section.rows : []
}
const linesOf = (document: WalkDocument, at: number): string => {
  const section = document.sections[at]
  return section?.is === 'lines' ? section.lines.join('\n') : ''
}

describe('the document of a checklist', () => {
  const marks = { 'application-letter': mark('done'), 'work-report': mark('doing', '报告写了一半') }
  const document = write({ marks })

  it('names the place, the track, the part, the state, the notice and the day', () => {
    expect(document.title).toContain('霍山县')
    expect(headOf(document, '地方')).toBe('安徽省六安市霍山县')
    expect(headOf(document, '类别')).toBe('示范县')
    expect(headOf(document, '角色')).toContain('申报')
    expect(headOf(document, '进度')).toBe('6项里完成1项')
    expect(headOf(document, '通知')).toContain('国知办函运字〔2023〕582号')
    expect(headOf(document, '整理日期')).toBe('2023年8月10日')
  })

  it('says of every item how far it is, with the person’s own words, who does it, how, what comes before, and the clause', () => {
    const rows = rowsOf(document, 0)
    expect(rows.map((r) => r[0])).toEqual([
      '材料2 申报函',
      '材料3 创建工作报告',
      '材料4 示范工作方案',
      '政府同意 方案经政府同意',
      '材料5 基本工作状况表',
      '报省 材料报省级知识产权局',
    ])
    expect(rows[0]).toEqual(['材料2 申报函', '已办好', '城市政府、县政府', '报送纸件', '', '', '四、申报材料 第2项'])
    expect(rows[1]?.[1]).toBe('正在办：报告写了一半')
    expect(rows[2]?.[1]).toBe('还没办')
    expect(rows[3]?.[4]).toBe('示范工作方案')
  })

  it('says who does what by when, for all that take part', () => {
    const matrix = rowsOf(document, 1)
    expect(matrix).toHaveLength(walkthroughs.checklist.items.length)
    expect(matrix.find((r) => r[0]?.includes('回执'))).toEqual(
      expect.arrayContaining(['省级知识产权局', '2023年7月31日前', '结尾段']),
    )
    expect(matrix.find((r) => r[0]?.includes('状况表'))?.[1]).toContain('没有写明')
  })

  it('ends with who decides, and promises nothing', () => {
    expect(document.closing).toMatch(/以通知原文和主管部门的解释为准。$/u)
    expect(JSON.stringify(document)).not.toMatch(/符合资格|具备资格/u)
  })

  it('lists each clause that it names, once', () => {
    const ids = document.clauses.map((c) => c.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['4.1', '4.2', '4.3', '4.4', '4.5', '3.1.1', 'closing']))
    for (const { id, label } of document.clauses) expect(pack.clauses.get(id)?.label).toBe(label)
  })
})

describe('the dates of a document', () => {
  it.each([
    ['2023-07-20', ['2023-07-30', '2023-09-14']],
    ['2023-07-31', ['2023-09-14']],
    ['2023-08-10', ['2023-09-14']],
    ['2023-09-14', ['2023-09-14']],
    ['2023-09-15', []],
    ['2026-11-22', []],
  ])('on %s are those that are still ahead, on the safe day: %j', (day, safe) => {
    expect(write({}, day).dates.map((d) => d.safeDay)).toEqual(safe)
  })

  it('carry the words of the notice and where they stand', () => {
    expect(write({}, '2023-09-01').dates).toEqual([
      expect.objectContaining({ date: '2023-09-15', phrase: '2023年9月15日前', clause: 'closing', label: '结尾段' }),
    ])
  })
})

describe('the document of a self-check', () => {
  const check = { kind: 'self-check' as const }

  it('says of every condition what was answered, the clause, what may help, and who settles it', () => {
    const marks = { 'county-pilot': mark('yes'), 'county-work': mark('unsure'), 'county-capacity': mark('yes') }
    const rows = rowsOf(write({ ...check, marks }), 0)
    expect(rows).toHaveLength(10)
    expect(rows[0]?.slice(1, 3)).toEqual(['是', '二、申报资格（二）第1项'])
    expect(rows[0]?.[4]).toBe('')
    expect(rows[1]?.slice(1)).toEqual([
      '不清楚',
      '二、申报资格（二）第2项',
      '政府工作报告、年度工作要点',
      pack.ask.province,
    ])
    expect(rows[2]?.[1]).toBe('还没答')
    // A yes of an applicant settles nothing that experts judge.
    expect(rows[4]?.slice(-1)).toEqual(['评审时定'])
  })

  it('says that nothing can be concluded, and who audits and decides', () => {
    const lines = linesOf(write({ ...check, marks: { 'county-pilot': mark('yes') } }), 1)
    expect(lines).toContain('不能下“符合”的结论')
    expect(lines).toContain('省级知识产权局对申报材料进行审核')
    expect(lines).toContain('专家')
  })

  it('names a hard stop as what it is', () => {
    const lines = linesOf(write({ ...check, marks: { 'county-pilot': mark('no') } }), 1)
    expect(lines).toContain('不能申报')
    expect(lines).toContain('试点县')
    expect(lines).not.toContain('不能下“符合”的结论')
  })

  it('hands over dates as well: who prepares for them may put them into a calendar', () => {
    expect(write({ ...check }).dates.map((d) => d.safeDay)).toEqual(['2023-09-14'])
  })

  it('says so where no place was said', () => {
    expect(headOf(write({ ...check, place: undefined }), '地方')).toBe('地方还没说')
  })
})
