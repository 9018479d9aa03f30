import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameOf } from '../../../bot/documents/file-name.ts'
import { renderDocument } from '../../../bot/documents/render-document.ts'
import { hostileText } from './hostile-document.ts'
import { sampleDocument } from './sample-document.ts'

describe('a document as a file', () => {
  it.each([
    ['md', 'text/markdown; charset=utf-8'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['html', 'text/html; charset=utf-8'],
    ['ics', 'text/calendar; charset=utf-8'],
  ] as const)('has a body, a type and a Chinese name as %s', async (format, contentType) => {
    const rendered = await renderDocument(sampleDocument, format)
    expect(rendered?.body.length).toBeGreaterThan(500)
    expect(rendered).toMatchObject({ contentType, fileName: `青竹县申报材料清单_2031-05-06.${format}` })
  })

  it('is undefined as a calendar without dates', async () => {
    expect(await renderDocument({ ...sampleDocument, dates: [] }, 'ics')).toBeUndefined()
  })

  it('says so where a section is empty, rather than leaving a bare heading', async () => {
    const sections = [
      { is: 'lines', heading: '还差哪些', lines: [] },
      { is: 'table', heading: '材料', head: ['材料'], rows: [] },
    ] as const
    const rendered = await renderDocument({ ...sampleDocument, sections }, 'md')
    expect(String(rendered?.body)).toContain('## 还差哪些\n\n（无）\n\n## 材料\n\n（无）')
  })

  it('says that a safe day is over, and whom to ask', async () => {
    const rendered = await renderDocument({ ...sampleDocument, day: '2031-06-30' }, 'md')
    expect(String(rendered?.body)).toContain('| 2031年6月29日 星期日已过，请尽快向主管部门确认 |')
  })

  it('has a name that Windows and Linux take, whatever the title', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('CON', 'nul', 'aux.txt', '..', '.a', ''), (text, reserved) => {
        for (const title of [text, reserved + text, reserved]) {
          const name = fileNameOf({ ...sampleDocument, title }, 'docx')
          expect(name).toMatch(/^[^.\s<>:"/\\|?*\p{Cc}\p{Cs}][^<>:"/\\|?*\p{Cc}\p{Cs}]*_2031-05-06\.docx$/u)
          expect(name).not.toMatch(/^(con|nul|aux|prn|com\d|lpt\d)(\.|$)/i)
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
        }
      }),
      { numRuns: 300 },
    )
  })
})
