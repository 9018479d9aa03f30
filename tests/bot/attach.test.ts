import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tableFolder, writeTable } from '../../src/storage/table-files.ts'
import { bundle } from '../support/bundle.ts'
import { run as runProcess } from '../support/run-process.ts'

const FIXTURES = 'tests/fixtures/attachments'
const LIST = `${FIXTURES}/city-merged-province.xlsx`
const work = mkdtempSync(join(tmpdir(), 'attach-'))
let data = ''
let attach: Awaited<ReturnType<typeof bundle>>
beforeAll(async () => {
  attach = await bundle('bot/attach.ts')
})
beforeEach(() => {
  data = mkdtempSync(join(work, 'data-'))
})
afterAll(() => {
  attach.remove()
  rmSync(work, { recursive: true, force: true })
})

const run = (...args: readonly string[]) =>
  runProcess(attach.file, args, '', { DATA_DIR: data, BOT_NOW: '2023-07-25T09:00:00+08:00' })
const write = (name: string, content: string): string => {
  mkdirSync(join(work, 'files'), { recursive: true })
  const file = join(work, 'files', name)
  writeFileSync(file, content)
  return file
}
const onDisk = () => readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((n) => /\.\w+$/u.test(n))
const loaded = (table = 'pilot-cities') =>
  JSON.parse(readFileSync(join(data, 'attachments/cnipa-2023-582', `${table}.json`), 'utf8'))

describe('npm run attach', { timeout: 30_000 }, () => {
  it('takes a whole list, with who vouches for it, and says what changes', async () => {
    const options = [
      '--notice',
      'cnipa-2023-582',
      '--table',
      'pilot-cities',
      '--source',
      '某局来函',
      '--checked-by',
      '李四',
    ]
    const { out, errors, code } = await run(...options, LIST)
    expect([code, errors]).toEqual([0, ''])
    expect(out).toContain('认出72行，合计72，文件里写的总数是72。')
    expect(out).toMatch(/和现在用的表相比：新增\d+，减少\d+，改动0。/u)
    expect(out).toMatch(/^ {2}- 河北省唐山市$/mu)
    expect(out).toContain('已写入')
    const { rows, manifest, ...table } = loaded()
    expect(table).toEqual({ version: 1, id: 'pilot-cities', complete: true, total: 72 })
    expect(rows).toHaveLength(72)
    const sha256 = createHash('sha256').update(readFileSync(LIST)).digest('hex')
    const source = { source: '某局来函', date: '2023-07-25', checkedBy: '李四' }
    expect(manifest).toEqual({ file: 'city-merged-province.xlsx', sha256, ...source })
    expect(onDisk()).toHaveLength(1)
  })

  it('writes nothing in a dry run, and gives programs the report as JSON', async () => {
    const { out, code } = await run(
      '--table',
      'pilot-counties',
      '--dry-run',
      '--json',
      `${FIXTURES}/county-categories.docx`,
    )
    const report = JSON.parse(out)
    expect(code).toBe(0)
    expect(report).toMatchObject({ unresolved: [], total: { printed: 151, read: 151 }, written: false })
    expect(report.rows).toHaveLength(151)
    expect(report.rows.find((r: { category?: string }) => r.category)).toEqual({
      line: expect.any(Number),
      text: expect.any(String),
      code: expect.stringMatching(/^\d{6}$/),
      name: expect.any(String),
      category: '地理标志类',
    })
    expect(onDisk()).toEqual([])
  })

  it('gives the values of quotas by track and stage', async () => {
    const { out, code } = await run('--table', 'city-quotas', '--json', `${FIXTURES}/quota-two-level-heads.docx`)
    const report = JSON.parse(out)
    expect([code, report.written]).toEqual([0, true])
    expect(report.rows[0]).toMatchObject({ code: '110000', values: { 'city/demonstration': 1, 'city/pilot': 0 } })
    expect(report.total.printed).toBe(report.total.read)
    expect(loaded('city-quotas').rows[0].values).toEqual({ 'city/demonstration': 1, 'city/pilot': 0 })
  })

  it('writes nothing and ends with 2 where a row is not accounted for, by line and with the candidates', async () => {
    const file = write('unsure.csv', '县域\n鼓楼区\n桐庐县\n余航区\n某某县\n')
    const { out, code } = await run('--table', 'pilot-counties', '--json', file)
    const report = JSON.parse(out)
    expect([code, report.written]).toEqual([2, false])
    expect(report.unresolved).toMatchObject([
      { line: 2, text: '鼓楼区', why: '有几个地方叫这个名称' },
      {
        line: 4,
        text: '余航区',
        why: '行政区划里没有这个名称，读音相同的有',
        candidates: [{ code: '330110', name: '余杭区' }],
      },
      { line: 5, text: '某某县', why: '行政区划里没有这个名称', candidates: [] },
    ])
    expect(report.unresolved[0].candidates.length).toBeGreaterThan(2)
    expect(report.unresolved[0].candidates[0]).toEqual({ code: expect.any(String), name: '鼓楼区' })
    expect(onDisk()).toEqual([])
  })

  it('names every candidate with those above it, and says what to do', async () => {
    const file = write('several.csv', '县域\n鼓楼区\n桐庐县\n')
    const { out, code } = await run('--table', 'pilot-counties', '--dry-run', file)
    expect(code).toBe(2)
    expect(out).toMatch(/第2行“鼓楼区”：有几个地方叫这个名称（.*江苏省南京市鼓楼区/u)
    expect(out).toContain('没有写入')
  })

  it('writes a part where it is told to, and marks it as one', async () => {
    const file = write('part.csv', '杭州市\n宁泼市\n')
    const { out, code } = await run('--table', 'pilot-cities', '--partial', file)
    expect(code).toBe(0)
    expect(out).toContain('标为不完整')
    expect(loaded()).toMatchObject({ complete: false, total: 72, rows: [{ code: '330100', line: 1 }] })
  })

  it('compares with the table in use, and marks a list as a part that is shorter than the whole is known to be', async () => {
    const row = (line: number, code: string, name: string) => ({ line, code, name })
    writeTable(tableFolder(data, 'cnipa-2023-582'), {
      id: 'pilot-cities',
      rows: [
        row(1, '330100', '杭州市'),
        { ...row(2, '330200', '宁波市'), category: '创新类' },
        row(3, '330300', '温州市'),
      ],
      complete: true,
      total: 3,
      manifest: { file: 'x.csv', sha256: '0', source: 'x', date: '2023-07-24', checkedBy: 'x' },
    })
    const { out, code } = await run('--table', 'pilot-cities', write('second.csv', '杭州市\n宁波市\n嘉兴市\n'))
    expect(code).toBe(0)
    expect(out).toMatch(/新增1，减少1，改动1。\n {2}- 浙江省温州市\n {2}~ 浙江省宁波市\n {2}\+ 浙江省嘉兴市/u)
    expect(out).toContain('已知这张表共72个，这个文件只有3个')
    expect(loaded()).toMatchObject({ complete: false, total: 72 })
  })

  it.each([
    [['--nonsense', LIST], '不认识的选项'],
    [['--table', 'pilot-cities'], '一个文件'],
    [['--table', 'pilot-cities', LIST, LIST], '一次一个'],
    [['--table', 'demonstration-cities', LIST], 'pilot-cities＝附件1'],
  ])('says how it is used for %j', async (args, words) => {
    const { out, errors, code } = await run(...args)
    expect([code, out]).toEqual([1, ''])
    expect(errors).toContain(words)
    expect(errors).toContain('用法：npm run attach')
  })

  it('names a pack that does not exist', async () => {
    const { errors, code } = await run('--notice', 'no-such-pack', '--table', 'pilot-cities', LIST)
    expect([code, onDisk()]).toEqual([1, []])
    expect(errors).toContain('no-such-pack')
    expect(errors).not.toMatch(/^\s+at /mu)
  })
})
