import { readFileSync } from 'node:fs'
import { load } from 'cheerio'
import { parse as parseDisposition } from 'content-disposition'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { start } from '../../../bot/start.ts'
import { toCsv } from '../../../bot/tables/render-table-csv.ts'
import { renderTablePage } from '../../../bot/tables/render-table-page.ts'
import { type Assistant, assemble } from '../../../src/assembly.ts'
import { loadConfig } from '../../../src/config.ts'
import type { AttachmentTable } from '../../../src/domain/table.ts'
import { createLogger } from '../../../src/logger.ts'
import { makeDataDir } from '../../support/data-dir.ts'
import { ask, message } from '../../support/wire.ts'

const rows = readFileSync('tests/fixtures/attachments/expected.json', 'utf8')
const counties: { code: string }[] = JSON.parse(rows)['county-full-names.docx'].rows
const table: AttachmentTable = {
  id: 'pilot-counties',
  rows: counties.map(({ code }, at) => ({
    line: at + 1,
    code,
    name: '名',
    ...(at === 0 && { category: '=HYPERLINK("http://x")' }),
  })),
  complete: true,
  total: counties.length,
  manifest: { file: 'x.docx', sha256: '0'.repeat(64), source: '某局来函<b>', date: '2023-07-25', checkedBy: '李四' },
}

const { dataDir, remove } = makeDataDir()
let assistant: Assistant
let server: Awaited<ReturnType<typeof start>>
beforeAll(async () => {
  assistant = await assemble({ tables: (own) => () => new Map([...own, [table.id, table]]) })
  server = await start({
    config: loadConfig({ PORT: '0', DATA_DIR: dataDir }),
    assistant,
    logger: createLogger('silent'),
  })
})
afterAll(async () => {
  await server.stop(1_000)
  remove()
})

const get = (path: string) => fetch(server.url + path)
const records = (csv: string): string[][] => parse(csv, { bom: true })

describe('a long list', () => {
  it('comes with the page and the CSV file of all its rows, in the text and as attachments', async () => {
    const [activity] = await ask(server.url, message('附件2有哪些县'))
    const page = `${server.url}/tables/pilot-counties.html`
    const csv = `${server.url}/tables/pilot-counties.csv`
    expect(activity?.text).toContain(`附件2（试点县名单）全部151行：${page}\n下载 CSV：${csv}`)
    expect(activity?.attachments).toEqual([
      { contentType: 'text/html', contentUrl: page, name: '附件2（试点县名单）.html' },
      { contentType: 'text/csv', contentUrl: csv, name: '附件2（试点县名单）.csv' },
    ])
    const file = await fetch(csv)
    expect(records(await file.text())).toHaveLength(152)
  })

  it('of a province is a short one, and its file has the rows of that province only', async () => {
    const [activity] = await ask(server.url, message('附件2里浙江省有哪些'))
    const files = (activity?.attachments ?? []).map((a) => a.contentUrl ?? '')
    expect(files).toEqual(['html', 'csv'].map((f) => `${server.url}/tables/pilot-counties.${f}?within=330000`))
    expect(activity?.text).not.toContain('/tables/')
    const [heads, ...own] = records(await (await fetch(files[1] ?? '')).text())
    expect(heads?.slice(0, 5)).toEqual(['序号', '省份', '地市', '名称', '行政区划代码'])
    expect(own.length).toBeGreaterThan(1)
    expect(own.every((r) => r[1] === '浙江省' && r[4]?.startsWith('33'))).toBe(true)
  })
})

describe('GET /tables', () => {
  it('gives a file that spreadsheets open in Chinese, under the name of the list', async () => {
    const response = await get('/tables/pilot-counties.csv?within=330000')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(parseDisposition(response.headers.get('content-disposition') ?? '')).toMatchObject({
      type: 'attachment',
      parameters: { filename: '附件2（试点县名单）·浙江省.csv' },
    })
    expect([...new Uint8Array(await response.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('lets no cell be a formula', async () => {
    const [, first] = records(await (await get('/tables/pilot-counties.csv')).text())
    expect(first).toContain(`'=HYPERLINK("http://x")`)
    const sheet = {
      title: '',
      notes: [],
      heads: ['名称'],
      rows: ['=1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1', '杭州市'].map((t) => [t]),
    }
    const cells = parse(await toCsv(sheet), { bom: true, relax_quotes: true }).map(([cell]: string[]) => cell)
    expect(cells.slice(1, -1).every((cell) => cell?.startsWith(`'`))).toBe(true)
    expect(cells.at(-1)).toBe('杭州市')
  })

  it('shows the same rows as a page that lets nothing else in, with a link to the file', async () => {
    const response = await get('/tables/pilot-counties.html?within=330000')
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    const $ = load(await response.text())
    expect($('h1').text()).toBe('附件2（试点县名单）·浙江省')
    expect($('tbody tr').length).toBe(counties.filter((r) => r.code.startsWith('33')).length)
    expect($('a[download]').attr('href')).toBe('pilot-counties.csv?within=330000')
    expect($('.meta').text()).toContain('某局来函<b>')
    expect($('b, script, [style]').length).toBe(0)
  })

  it('shows text as text', () => {
    const { body } = renderTablePage(
      { title: '<i>', notes: [], heads: ['a'], rows: [['<script>x</script>']] },
      'x.html',
    )
    expect(body).not.toMatch(/<i>|<script/)
  })

  it('answers HEAD', async () => {
    const response = await fetch(`${server.url}/tables/pilot-counties.csv`, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it.each([
    'none.csv',
    'pilot-counties.xlsx',
    'pilot-counties',
    'pilot-counties.csv?within=999999',
    '..%2f..%2fpackage.json',
    'pilot-counties.csv%00',
  ])('knows no %s', async (file) => {
    expect((await get(`/tables/${file}`)).status).toBe(404)
  })

  it('gives quotas with a column for each stage', async () => {
    const row = { line: 1, code: '330000', name: '浙江省', values: { 'city/pilot': 3 } } as const
    const quotas: AttachmentTable = { ...table, id: 'city-quotas', rows: [row] }
    const { sheet } = await assemble({ tables: () => () => new Map([[quotas.id, quotas]]) })
    expect(sheet('city-quotas')).toMatchObject({
      heads: ['序号', '名称', '行政区划代码', '试点城市'],
      rows: [['1', '浙江省', '330000', '3']],
    })
  })
})
