import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { foldersOf } from '../../../../src/assembly.ts'
import { openFile } from '../../../../src/ingestion/attachments/open-file.ts'
import { isWhole, readAttachment } from '../../../../src/ingestion/attachments/read-attachment.ts'
import { loadPack } from '../../../../src/knowledge-base/load-pack.ts'
import { loadRegions } from '../../../../src/knowledge-base/load-regions.ts'

// Written by LibreOffice from made-up lists: see tests/fixtures/attachments/make-fixtures.ts.
const FIXTURES = 'tests/fixtures/attachments'
type Expected = Record<string, { table: string; rows: { code: string; category?: string }[] }>
const expected: Expected = JSON.parse(readFileSync(`${FIXTURES}/expected.json`, 'utf8'))

const folders = foldersOf()
const pack = loadPack(folders)
const regions = loadRegions(folders.regions)

describe('the attachment reader takes a list as LibreOffice writes it:', () => {
  it.each(Object.entries(expected))('%s', async (name, { table, rows }) => {
    const spec = pack.tables.find((t) => t.id === table)
    if (!spec) throw new Error(`no table ${table}`)
    const reading = await readAttachment(openFile(`${FIXTURES}/${name}`), spec, pack, regions)
    expect(reading.unresolved).toEqual([])
    expect(reading.mismatches).toEqual([])
    const read = reading.resolved.map(({ row }) => ({
      code: row.code,
      ...(row.category && { category: row.category }),
    }))
    const byCode = (a: { code: string }, b: { code: string }) => a.code.localeCompare(b.code)
    expect([...read].sort(byCode)).toEqual([...rows].sort(byCode))
    expect(isWhole(reading)).toBe(true)
  })
})
