import type { WorkSheet } from '@e965/xlsx'
import { AttachmentError } from './attachment-error.ts'
import { type Block, type Cell, type Row, tidy } from './block.ts'
import { checkZip } from './check-zip.ts'
import type { OpenedFile } from './open-file.ts'

/** The sheets of an Excel file as tables; what the file hides is kept apart. Throws `AttachmentError`. */
export async function readXlsx({ bytes, name }: OpenedFile): Promise<readonly Block[]> {
  await checkZip(bytes, name, 'xl')
  const { read, utils } = await import('@e965/xlsx')
  try {
    const book = read(bytes, { type: 'buffer', cellFormula: false, cellHTML: false, cellStyles: true, dense: false })
    return book.SheetNames.flatMap((title, at): readonly Block[] => {
      const sheet = book.Sheets[title]
      const rows = sheet ? rowsOf(sheet, utils.decode_range, utils.encode_cell) : []
      if (!sheet || rows.length === 0) return []
      if (book.Workbook?.Sheets?.[at]?.Hidden) return [{ is: 'hidden', what: `工作表“${title}”`, rows }]
      return withoutHiddenColumns(title, rows, sheet, utils.decode_range)
    })
  } catch (cause) {
    throw new AttachmentError('damaged', `${name} 打不开，可能已损坏。请用 Excel 或 WPS 打开后另存一份再试。`, {
      cause,
    })
  }
}

type Utils = typeof import('@e965/xlsx').utils
// A sheet may claim a million rows of formats; nobody lists so many places.
const MOST_ROWS = 20_000
const MOST_COLUMNS = 200

function rowsOf(sheet: WorkSheet, decode: Utils['decode_range'], encode: Utils['encode_cell']): readonly Row[] {
  if (!sheet['!ref']) return []
  const { s, e } = decode(sheet['!ref'])
  const last = { r: Math.min(e.r, s.r + MOST_ROWS), c: Math.min(e.c, s.c + MOST_COLUMNS) }
  const textAt = (r: number, c: number): string => {
    const one = sheet[encode({ r, c })]
    return tidy(String(one?.w ?? one?.v ?? ''))
  }
  const merges = sheet['!merges'] ?? []
  const at = (r: number, c: number): Cell => {
    const merge = merges.find((m) => m.s.r <= r && r <= m.e.r && m.s.c <= c && c <= m.e.c)
    if (!merge) return { text: textAt(r, c), covered: false }
    return { text: textAt(merge.s.r, merge.s.c), covered: merge.s.r !== r || merge.s.c !== c }
  }
  const rows: Row[] = []
  for (let r = s.r; r <= last.r; r += 1) {
    const cells = Array.from({ length: last.c - s.c + 1 }, (_, x) => at(r, s.c + x))
    const isHidden = sheet['!rows']?.[r]?.hidden === true
    if (cells.some((one) => one.text !== '')) rows.push({ line: r + 1, cells, ...(isHidden && { isHidden }) })
  }
  return rows
}

function withoutHiddenColumns(
  title: string,
  rows: readonly Row[],
  sheet: WorkSheet,
  decode: Utils['decode_range'],
): readonly Block[] {
  const from = decode(sheet['!ref'] ?? 'A1').s.c
  const isHidden = (_: Cell, at: number): boolean => sheet['!cols']?.[from + at]?.hidden === true
  const hidden = rows.map((row) => ({ ...row, cells: row.cells.filter(isHidden) }))
  const shown = rows.map((row) => ({ ...row, cells: row.cells.filter((one, at) => !isHidden(one, at)) }))
  const table: Block = { is: 'table', rows: shown.filter((r) => r.cells.some((one) => one.text !== '')) }
  return hidden[0]?.cells.length ? [table, { is: 'hidden', what: `工作表“${title}”里隐藏的列`, rows: hidden }] : [table]
}
