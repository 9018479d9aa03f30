import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AttachmentError } from '../../src/ingestion/attachments/attachment-error.ts'
import { openFile } from '../../src/ingestion/attachments/open-file.ts'
import { readAs } from '../support/attachments.ts'
import { bundle } from '../support/bundle.ts'
import { run } from '../support/run-process.ts'

// locked.*: made with LibreOffice (PDF) and officecrypto-tool (the container that Word, Excel and LibreOffice write). photo.pdf: a picture only.
const FIXTURES = 'tests/fixtures/attachments'
const REFUSED = `${FIXTURES}/refused`
const work = mkdtempSync(join(tmpdir(), 'attach-refusals-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const file = (name: string, content: string | Buffer): string => {
  const path = join(work, name)
  writeFileSync(path, content)
  return path
}
const copied = (from: string, name: string): string => {
  const path = join(work, name)
  copyFileSync(from, path)
  return path
}
/** A sound Office file with a part more, or one instead of its own. */
async function withPart(from: string, name: string, part: string, content: string | Buffer): Promise<string> {
  const zip = await JSZip.loadAsync(readFileSync(from))
  zip.file(part, content)
  return file(name, await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }))
}
const read = async (path: string) => readAs('pilot-cities', openFile(path))
const DOCX = `${FIXTURES}/city-names-only.docx`
const XLSX = `${FIXTURES}/city-names-only.xlsx`
const PDF = `${FIXTURES}/city-names-only.pdf`
const ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
const bomb = Buffer.alloc(40 * 1024 * 1024, ' ')

const sparse = (name: string, size: number): string => {
  const path = file(name, '')
  truncateSync(path, size)
  return path
}

describe('an attachment is refused, with a clear reason:', () => {
  it.each<readonly [string, () => string | Promise<string>, string, RegExp]>([
    ['a file that is not there', () => join(work, 'none.csv'), 'not-found', /找不到文件/],
    ['an ending it does not know', () => copied(PDF, 'list.txt'), 'unknown-ending', /\.docx.*\.pdf/],
    ['an old Word file', () => file('list.doc', 'x'), 'unknown-ending', /另存为/],
    ['a Word file that is called PDF', () => copied(DOCX, 'list.pdf'), 'wrong-ending', /不是 \.pdf/],
    ['a PDF that is called CSV', () => copied(PDF, 'list.csv'), 'wrong-ending', /是 PDF/],
    [
      'a web page that is called Excel',
      () => file('list.xlsx', '<table><tr><td>杭州市'),
      'wrong-ending',
      /不是 \.xlsx/,
    ],
    ['an Excel file that is called Word', () => copied(XLSX, 'list.docx'), 'wrong-ending', /不是 Word/],
    ['a Word file with a password', () => `${REFUSED}/locked.docx`, 'password', /密码/],
    ['an Excel file with a password', () => `${REFUSED}/locked.xlsx`, 'password', /密码/],
    ['a PDF with a password', () => `${REFUSED}/locked.pdf`, 'password', /密码/],
    ['a photo inside a PDF', () => `${REFUSED}/photo.pdf`, 'no-text', /扫描件或照片/],
    ['a zip bomb', () => withPart(DOCX, 'bomb.docx', 'word/media/x.xml', bomb), 'zip-bomb', /解压后大得不正常/],
    [
      'an external entity in Word',
      () => withPart(DOCX, 'entity.docx', 'word/comments.xml', ENTITY),
      'external-entity',
      /外部实体/,
    ],
    [
      'an external entity in Excel',
      () => withPart(XLSX, 'entity.xlsx', 'xl/sharedStrings.xml', Buffer.from(`\uFEFF${ENTITY}`, 'utf16le')),
      'external-entity',
      /外部实体/,
    ],
    ['macros', () => withPart(XLSX, 'macros.xlsx', 'xl/vbaProject.bin', 'x'), 'macros', /宏/],
    ['a format for macros', () => copied(XLSX, 'list.xlsm'), 'macros', /宏/],
    ['50 MB', () => sparse('large.pdf', 50 * 1024 * 1024), 'too-large', /最多只能读取 50 MB/],
    ['an empty file', () => file('empty.csv', ''), 'empty', /空文件/],
    ['a Word file that is cut off', () => file('cut.docx', readFileSync(DOCX).subarray(0, 2_000)), 'damaged', /损坏/],
    [
      'an Excel file with a broken sheet',
      () => withPart(XLSX, 'broken.xlsx', 'xl/workbook.xml', '<workbook'),
      'damaged',
      /损坏/,
    ],
    ['a PDF that is cut off', () => file('cut.pdf', readFileSync(PDF).subarray(0, 3_000)), 'damaged', /损坏/],
    ['a file without any place', () => file('other.csv', '姓名,电话\n张三,123\n'), 'nothing-found', /没有找到任何地名/],
  ])('%s', async (_, make, fault, words) => {
    const refused = await read(await make()).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(AttachmentError)
    expect(refused).toMatchObject({ fault, message: expect.stringMatching(words) })
  })
})

describe('npm run attach', () => {
  let attach: Awaited<ReturnType<typeof bundle>>
  beforeAll(async () => {
    attach = await bundle('bot/attach.ts')
  })
  afterAll(() => attach.remove())

  it('ends with 1 for such a file, says why and leaves nothing on the disk', { timeout: 30_000 }, async () => {
    const bombed = await withPart(DOCX, 'bomb.docx', 'word/media/x.xml', bomb)
    for (const [path, fault, words] of [
      [`${REFUSED}/locked.xlsx`, 'password', '密码'],
      [bombed, 'zip-bomb', '解压后大得不正常'],
    ] as const) {
      const data = mkdtempSync(join(work, 'data-'))
      const args = ['--table', 'pilot-cities', '--json', '--partial', path]
      const { out, errors, code } = await run(attach.file, args, '', { DATA_DIR: data })
      expect(JSON.parse(out)).toEqual({
        error: { code: fault, message: expect.stringContaining(words) },
        written: false,
      })
      expect(errors).toContain(words)
      expect(errors).not.toMatch(/^\s+at |Error:/mu)
      expect([code, readdirSync(data)]).toEqual([1, []])
    }
  })
})
