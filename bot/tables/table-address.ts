import type { Download } from '../../src/domain/answer.ts'

/** In which forms a table is given. */
export const TABLE_FORMATS = ['html', 'csv'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

const FILE = new RegExp(`^([a-z0-9-]{1,60})\\.(${TABLE_FORMATS.join('|')})$`)

/** Where the rows of a table are found, below the server's own address. */
export const tablePath = ({ table, within }: Pick<Download, 'table' | 'within'>, format: TableFormat): string =>
  `/tables/${table}.${format}${within === undefined ? '' : `?within=${within}`}`

/** What the last part of such a path says; undefined when it cannot be one. */
export function readTableFile(file: string): { readonly table: string; readonly format: TableFormat } | undefined {
  const [, table, ending] = FILE.exec(file) ?? []
  const format = TABLE_FORMATS.find((known) => known === ending)
  return table === undefined || format === undefined ? undefined : { table, format }
}
