import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../../../src/ingestion/attachments/open-file.ts'
import { isWhole } from '../../../../src/ingestion/attachments/read-attachment.ts'
import type { ExpectedRow } from '../../../fixtures/attachments/layout.ts'
import { quotas } from '../../../fixtures/attachments/quotas.ts'
import { webLists } from '../../../fixtures/attachments/web-lists.ts'
import { byCode, inMemory, readAs, rowsRead } from '../../../support/attachments.ts'

// Written by LibreOffice from made-up lists: see tests/fixtures/attachments/make-fixtures.ts.
const FIXTURES = 'tests/fixtures/attachments'
type Expected = Record<string, { table: string; rows: ExpectedRow[] }>
const expected: Expected = JSON.parse(readFileSync(`${FIXTURES}/expected.json`, 'utf8'))

describe('the attachment reader takes a table as LibreOffice writes it:', () => {
  it.each(Object.entries(expected))('%s', async (name, { table, rows }) => {
    const reading = await readAs(table, openFile(`${FIXTURES}/${name}`))
    expect(reading.unresolved).toEqual([])
    expect(reading.mismatches).toEqual([])
    expect(rowsRead(reading)).toEqual(byCode(rows))
    expect(isWhole(reading)).toBe(true)
  })
})

describe('the attachment reader takes a table from a saved web page:', () => {
  const pages = [...webLists, ...quotas].filter((l) => l.kind === 'html')
  it.each(pages.map((l) => [l.name, l] as const))('%s', async (_, { body, table, rows }) => {
    const reading = await readAs(table, inMemory('html', body))
    expect([reading.unresolved, reading.mismatches]).toEqual([[], []])
    expect(rowsRead(reading)).toEqual(byCode(rows))
  })

  it('with the navigation, the links and the address around it', async () => {
    const list = webLists.find((l) => l.name === 'city-sections')
    const around = `<html><head><meta charset="gb2312"><title>通知_浙江省</title><script>var x = "杭州市"</script></head><body><table><tr><td>
      <table><tr><td>首页</td><td>新闻</td><td>政务公开</td></tr></table></td></tr><tr><td><p>当前位置：首页 &gt; 通知公告</p>
      <p>发布时间：2022-09-14　来源：本站　字号：[大][中][小]</p><div>${list?.body}</div></td><td><ul><li>北京市某某局</li><li>友情链接</li></ul></td></tr>
      <tr><td><p>主办单位：某某局　地址：北京市海淀区西土城路6号　邮编：100088</p><p>京ICP备00000000号</p></td></tr></table></body></html>`
    const reading = await readAs('pilot-cities', inMemory('html', around))
    expect([reading.unresolved, reading.mismatches]).toEqual([[], []])
    expect(rowsRead(reading)).toEqual(byCode(list?.rows ?? []))
  })
})
