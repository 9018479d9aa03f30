import type { TableSheet } from '../../src/domain/table-sheet.ts'

/** A table as a CSV file that spreadsheets open as it is meant: in Chinese, and no cell of it as a formula. */
export async function renderTableCsv(sheet: TableSheet, table: string) {
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'cache-control': 'no-cache',
    'content-disposition': await disposition(sheet.title, table),
  }
  return { body: await toCsv(sheet), headers }
}

/** The text of the file. */
export async function toCsv({ heads, rows }: TableSheet): Promise<string> {
  const { stringify } = await import('csv-stringify/sync')
  return stringify([[...heads], ...rows.map((r) => [...r])], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}

async function disposition(title: string, table: string): Promise<string> {
  const [{ create }, { fileTitle }] = await Promise.all([import('content-disposition'), import('../file-title.ts')])
  return create(`${fileTitle(title)}.csv`, { type: 'attachment', fallback: `${table}.csv` })
}
