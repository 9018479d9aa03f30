import { Document, type FileChild, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { WalkDocument } from '../../src/domain/walk-document.ts'
import { documentCopy } from '../copy/documents.ts'
import { fontTable } from './docx-fonts.ts'
import { BULLETS, CLOSING, FOOTER, NOTE, numbering, PAGE, styles } from './docx-style.ts'
import { factsTable, runsOf, tableOf } from './docx-table.ts'
import { type LaidOutSection, layOut } from './lay-out.ts'

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The document for Word, WPS and LibreOffice: A4, heads of tables on every page, page numbers at the foot. */
export async function renderDocx(document: WalkDocument): Promise<Buffer> {
  const { title, head, sections, closing } = layOut(document)
  const children: FileChild[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(title) }),
    ...(head.length > 0 ? [factsTable(head)] : []),
    ...sections.flatMap(section),
    new Paragraph({ style: CLOSING, children: runsOf(closing) }),
  ]
  const page = { properties: { page: PAGE }, footers: { default: footer() }, children }
  return Packer.toBuffer(new Document({ title, styles, numbering, sections: [page] }), false, [fontTable])
}

function section(part: LaidOutSection): FileChild[] {
  const heading = new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(part.heading) })
  const note = part.note === undefined ? [] : [new Paragraph({ style: NOTE, children: runsOf(part.note) })]
  return [heading, ...body(part), ...note]
}

function body(part: LaidOutSection): FileChild[] {
  const entries = part.is === 'lines' ? part.lines : part.rows
  if (entries.length === 0) return [new Paragraph({ children: runsOf(documentCopy.none) })]
  if (part.is === 'table') return [tableOf(part.head, part.rows)]
  const numbered = part.lines.length > 1 ? { numbering: { reference: BULLETS, level: 0 } } : {}
  return part.lines.map((line) => new Paragraph({ ...numbered, children: runsOf(line) }))
}

function footer(): Footer {
  const { before, between, after } = documentCopy.footer
  const numbers = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after]
  return new Footer({ children: [new Paragraph({ style: FOOTER, children: [new TextRun({ children: numbers })] })] })
}
