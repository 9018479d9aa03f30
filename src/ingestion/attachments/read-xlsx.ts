import type { WorkSheet } from '@e965/xlsx'
import { AttachmentError } from './attachment-error.ts'
import { type Block, type Cell, type Row, tidy } from './block.ts'
import { checkZip } from './check-zip.ts'
import type { OpenedFile } from './open-file.ts'

/** The sheets of an Excel file as tables, hidden rows and columns too: what is hidden may still count. Throws `AttachmentError`. */
export async function readXlsx({ bytes, name }: OpenedFile): Promise<readonly Block[]> {
  await checkZip(bytes, name, 'xl')
  const { read, utils } = await import('@e965/xlsx')
  try {
    const book = read(bytes, { type: 'buffer', cellFormula: false, cellHTML: false, dense: false })
    return book.SheetNames.flatMap((title): readonly Block[] => {
      const sheet = book.Sheets[title]
      const rows = sheet ? rowsOf(sheet, utils.decode_range, utils.encode_cell) : []
      return rows.length === 0 ? [] : [{ is: 'table', rows }]
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
    if (cells.some((one) => one.text !== '')) rows.push({ line: r + 1, cells })
  }
  return rows
}
