import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'cheerio'
import fc from 'fast-check'
import JSZip from 'jszip'
import mammoth from 'mammoth'
import { afterAll, describe, expect, it } from 'vitest'
import { layOut } from '../../../bot/documents/lay-out.ts'
import { plainText } from '../../../bot/documents/plain-text.ts'
import { renderDocx } from '../../../bot/documents/render-docx.ts'
import type { WalkDocument } from '../../../src/domain/walk-document.ts'
import { documentWith, hostileDocument, nastyTexts } from './hostile-document.ts'
import { sampleDocument } from './sample-document.ts'

async function opened(document: WalkDocument) {
  const { value, messages } = await mammoth.convertToHtml({ buffer: await renderDocx(document) })
  return { $: load(value), errors: messages.filter(({ type }) => type === 'error') }
}

async function partOf(document: WalkDocument, path: string): Promise<string> {
  const zip = await JSZip.loadAsync(await renderDocx(document))
  return (await zip.file(path)?.async('string')) ?? ''
}

/** The cells of a document's tables; breaks stand as line feeds. */
function tablesOf($: Awaited<ReturnType<typeof opened>>['$']): string[][][] {
  $('br').replaceWith('\n')
  const cellsOf = (row: Parameters<typeof $>[0]) => [...$(row).find('td, th')].map((cell) => $(cell).text())
  return [...$('table')].map((table) => [...$(table).find('tr')].map(cellsOf))
}

describe('a document for Word', () => {
  it('opens again with its title, facts, headings, tables and closing sentence', async () => {
    const { $, errors } = await opened(sampleDocument)
    expect(errors).toEqual([])
    expect($('body').children().first().text()).toBe('青竹县申报材料清单')
    const [facts, materials] = tablesOf($)
    expect(facts?.[0]).toEqual(['地区', '东山省青竹县'])
    expect(materials?.[2]?.slice(0, 2)).toEqual(['2', '工作总结报告'])
    expect([...$('h1')].map((h) => $(h).text()).join()).toBe('材料,还差哪些,谁在什么时候做什么,日期,依据的条款')
    expect($('li').first().text()).toBe('工作总结报告：写了一半')
    expect($('body').children().last().text()).toBe(sampleDocument.closing)
  })

  it('repeats the head of every table of rows on each page and keeps rows whole', async () => {
    const xml = load(await partOf(sampleDocument, 'word/document.xml'), { xml: true })
    const tables = [...xml('w\\:tbl')].slice(1)
    for (const table of tables) {
      expect(xml(table).find('w\\:tr').first().find('w\\:tblHeader').length).toBe(1)
      expect(xml(table).find('w\\:tblHeader').length).toBe(1)
      expect(xml(table).find('w\\:tblBorders').length).toBe(1)
    }
    expect(tables).toHaveLength(3)
  })

  it('is an A4 page with Chinese fonts and page numbers', async () => {
    const [size] = /<w:pgSz [^>]*>/.exec(await partOf(sampleDocument, 'word/document.xml')) ?? []
    expect(size).toContain('w:w="11906" w:h="16838"')
    expect(await partOf(sampleDocument, 'word/styles.xml')).toContain('w:eastAsia="SimSun"')
    expect(await partOf(sampleDocument, 'word/fontTable.xml')).toContain('<w:altName w:val="宋体"/>')
    expect(await partOf(sampleDocument, 'word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s)
  })

  it('shows whatever people write as text, in a cell of its own', async () => {
    const rows = nastyTexts.map((text) => ['甲', text, '丙'])
    const table = { is: 'table' as const, heading: '备注', head: ['材料', '备注', '状态'], rows }
    const { $, errors } = await opened({ ...sampleDocument, sections: [table] })
    expect(errors).toEqual([])
    expect(tablesOf($)[1]?.slice(1)).toEqual(nastyTexts.map((text) => ['甲', plainText(text), '丙']))
  })

  it('has no fields, links or pictures, whatever the texts say', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDocument, async (document) => {
        const text = await partOf(document, 'word/document.xml')
        expect(/<w:(instrText|fldSimple|hyperlink|drawing|object)\b/.exec(text)?.[0]).toBeUndefined()
        const xml = load(text, { xml: true })
        const tables = layOut(document).sections.filter((s) => s.is === 'table' && s.rows.length > 0)
        expect(xml('w\\:tbl').length).toBe(tables.length + (document.head.length > 0 ? 1 : 0))
      }),
      { numRuns: 25 },
    )
  })
})

const soffice = findSoffice()
const folder = mkdtempSync(join(tmpdir(), 'documents-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Not console.warn: what passing tests say there is not shown.
if (soffice === undefined)
  process.stderr.write('skipped: soffice is not installed, documents are not opened with LibreOffice\n')

describe.skipIf(soffice === undefined)('a document for Word, opened with LibreOffice', () => {
  it('becomes pages that hold every word, the head of a long table on each', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [
      `第${index + 1}项`,
      `内容${index + 1}，写明来由与依据`,
      '未开始',
    ])
    const table = { is: 'table' as const, heading: '长表', head: ['项目标识', '内容', '状态'], rows }
    const pages = await pagesOf({ ...sampleDocument, sections: [table, ...documentWith('=1+1 <b>|</b>').sections] })
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.filter((page) => page.includes('项目标识')).length).toBeGreaterThan(1)
    expect(pages[0]).toContain('青竹县申报材料清单')
    expect(pages.join('')).toContain('=1+1<b>|</b>')
    expect(pages.at(-1)).toContain(sampleDocument.closing)
    pages.forEach((page, index) => {
      expect(page).toContain(`第${index + 1}页，共${pages.length}页`)
    })
  })
})

/** What the pages say once LibreOffice has made a PDF of the document, without spaces. */
async function pagesOf(document: WalkDocument): Promise<string[]> {
  const file = join(folder, 'document.docx')
  writeFileSync(file, await renderDocx(document))
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore' })
  // pdf.js looks for the classes of a browser's canvas, which reading text never uses.
  const browser = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) browser[name] ??= class {}
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(join(folder, 'document.pdf'))) }).promise
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, '')
    }),
  )
}

function findSoffice(): string | undefined {
  try {
    return execFileSync('soffice', ['--version'], { encoding: 'utf8' })
  } catch {
    return undefined
  }
}
