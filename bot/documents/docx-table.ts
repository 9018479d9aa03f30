import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import { columnWidths } from './column-widths.ts'
import { BORDERS, CELL, CELL_MARGINS, CHARACTER, HEAD_CELL, HEAD_SHADE, TEXT_WIDTH } from './docx-style.ts'

const ROW_THAT_FITS = 400
/** Rows that stay together on one page. */
const SMALL_TABLE = 4
const padding = CELL_MARGINS.left + CELL_MARGINS.right

/** A table over the whole width; its head comes again on every page. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const widths = columnWidths([head, ...rows], { total: TEXT_WIDTH, character: CHARACTER, padding })
  return grid(widths, [
    headRow(head),
    ...rows.map((row, index) => bodyRow(row, rows.length <= SMALL_TABLE && index < rows.length - 1)),
  ])
}

/** Two columns of labels and values, labels shaded like a table's head. */
export function factsTable(facts: readonly { readonly label: string; readonly value: string }[]): Table {
  const pairs = facts.map(({ label, value }) => [label, value])
  const label = columnWidths(pairs, { total: TEXT_WIDTH, character: CHARACTER, padding })[0] ?? 0
  const width = Math.min(label, TEXT_WIDTH / 4)
  const rows = facts.map(
    (fact) => new TableRow({ cantSplit: true, children: [headCell(fact.label), cell(fact.value)] }),
  )
  return grid([width, TEXT_WIDTH - width], rows)
}

/** Runs of a text, its lines parted by breaks. `text` and not `children`: a child that reads CURRENT would be a page number. */
export function runsOf(text: string): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }))
}

function grid(columns: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    rows,
    columnWidths: columns,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: CELL_MARGINS,
    borders: BORDERS,
  })
}

/** Kept on one page unless it could be longer than a page. */
const bodyRow = (row: readonly string[], keepNext: boolean): TableRow =>
  new TableRow({ keepNext, cantSplit: row.join('').length < ROW_THAT_FITS, children: row.map(cell) })

const headRow = (head: readonly string[]): TableRow =>
  new TableRow({ tableHeader: true, cantSplit: true, keepNext: true, children: head.map(headCell) })

const cell = (text: string): TableCell =>
  new TableCell({ children: [new Paragraph({ style: CELL, children: runsOf(text) })] })

const headCell = (text: string): TableCell =>
  new TableCell({ shading: HEAD_SHADE, children: [new Paragraph({ style: HEAD_CELL, children: runsOf(text) })] })
