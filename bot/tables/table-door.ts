import type { Assistant } from '../../src/assembly.ts'
import { type Reception, refuse } from '../refusal.ts'
import { renderTableCsv } from './render-table-csv.ts'
import { renderTablePage } from './render-table-page.ts'
import { readTableFile } from './table-address.ts'

/** Gives the rows of a table, all or those of a place; undefined where there is none. */
export type FindSheet = Assistant['sheet']

/** What GET /tables/<file> answers. */
export interface TableReception extends Reception {
  readonly headers?: Readonly<Record<string, string>>
}

/** Answers requests for tables, as a page or as a CSV file, with the rows that are loaded at this moment. */
export function createTableDoor(findSheet: FindSheet) {
  return async (file: string, within?: string): Promise<TableReception> => {
    const asked = readTableFile(file)
    const sheet = asked && findSheet(asked.table, within)
    if (!asked || !sheet) return refuse('notFound')
    if (asked.format === 'csv') return { status: 200, ...(await renderTableCsv(sheet, asked.table)) }
    return { status: 200, ...renderTablePage(sheet, within === undefined ? file : `${file}?within=${within}`) }
  }
}
