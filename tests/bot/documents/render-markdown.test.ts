import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { layOut } from '../../../bot/documents/lay-out.ts'
import { oneLine, plainText } from '../../../bot/documents/plain-text.ts'
import { renderMarkdown } from '../../../bot/documents/render-markdown.ts'
import { documentWith, hostileDocument, nastyTexts } from './hostile-document.ts'
import { sampleDocument } from './sample-document.ts'

// HTML and bare links on, as the most liberal viewers have them.
const parser = new MarkdownIt({ html: true, linkify: true })
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false })

const EXPECTED = new Set(
  'heading paragraph inline table thead tbody tr th td bullet_list list_item hr strong text softbreak hardbreak'.split(
    ' ',
  ),
)

/** Tokens of a Markdown text, those inside of lines included. */
function tokensOf(markdown: string) {
  const flat = parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])])
  return flat.map(({ type, content }) => ({ type: type.replace(/_(open|close)$/, ''), content }))
}

/** The rows of every table as a viewer shows them. */
function tablesOf(markdown: string): string[][][] {
  const tables: string[][][] = []
  const tokens = parser.parse(markdown, {})
  tokens.forEach(({ type }, index) => {
    if (type === 'table_open') tables.push([])
    if (type === 'tr_open') tables.at(-1)?.push([])
    const shown = tokens[index + 1]?.children?.map(({ type, content }) => (type === 'text' ? content : type)).join('')
    if (type === 'th_open' || type === 'td_open')
      tables
        .at(-1)
        ?.at(-1)
        ?.push(shown ?? '')
  })
  return tables
}

describe('a document as Markdown', () => {
  it('has the title, the facts, every section, the dates, the clauses and the closing sentence in order', () => {
    const markdown = renderMarkdown(sampleDocument)
    expect(markdown).toMatch(/^# 青竹县申报材料清单\n\n- \*\*地区\*\*：东山省青竹县\n/)
    const headings = [...markdown.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(['材料', '还差哪些', '谁在什么时候做什么', '日期', '依据的条款'])
    expect(markdown.trimEnd().endsWith(sampleDocument.closing)).toBe(true)
  })

  it('says each date in the words of the notice and with its safe day', () => {
    expect(renderMarkdown(sampleDocument)).toContain(
      '| 报送联系人回执 | 2031年6月30日前 | 2031年6月29日 星期日 | 结尾 第1段 |',
    )
  })

  it('needs no escapes for ordinary Chinese', () => {
    expect(renderMarkdown(sampleDocument)).not.toMatch(/&#|\\/)
  })

  it.each(nastyTexts.map((text) => [text]))('shows %j as text, in a cell of its own', (text) => {
    const tables = tablesOf(renderMarkdown(documentWith(text)))
    expect(tables[0]).toEqual([
      ['材料', '备注', '状态'],
      ['甲', oneLine(text), '丙'],
      [oneLine(text), '乙', oneLine(text)],
    ])
  })

  it('never has markup that a text brought along, nor a broken table', () => {
    fc.assert(
      fc.property(hostileDocument, (document) => {
        const markdown = renderMarkdown(document)
        const strange = tokensOf(markdown).filter(({ type }) => !EXPECTED.has(type))
        expect(strange).toEqual([])
        const laidOut = layOut(document).sections.flatMap((s) => (s.is === 'table' && s.rows.length > 0 ? [s] : []))
        const shapes = laidOut.map(({ head, rows }) => [head, ...rows].map((row) => row.length))
        expect(tablesOf(markdown).map((rows) => rows.map((row) => row.length))).toEqual(shapes)
      }),
      { numRuns: 200 },
    )
  })

  it('keeps the words of any note', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (note) => {
        const shown = tablesOf(renderMarkdown(documentWith(note)))[0]?.[1]?.[1]
        expect(shown).toBe(plainText(note).replaceAll('\n', ' '))
      }),
      { numRuns: 200 },
    )
  })
})
