import type { Download } from '../../domain/answer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { AttachmentTable, QuotaKey, TableRow, TableSpec } from '../../domain/table.ts'
import type { TableSheet } from '../../domain/table-sheet.ts'
import { quotaName } from '../../rules/quota-name.ts'
import { placeCopy } from './place-copy.ts'
import { coverageText, knowsAll, type ListSources, rowsWithin } from './tell-list.ts'

/** A table's rows, all or those of a place, as they are now; undefined where there is no such table or place. */
export function sheetOf(
  { table: id, within }: Pick<Download, 'table' | 'within'>,
  sources: ListSources,
): TableSheet | undefined {
  const { pack, regions, tables } = sources
  const spec = pack.tables.find((t) => t.id === id)
  const place = within === undefined ? undefined : regions.all.find((r) => r.code === within)
  if (!spec || (within !== undefined && !place)) return undefined
  const table = tables.get(id)
  const rows = rowsShown(within, spec, table, sources)
  const columns = columnsOf(spec, table, sources)
  const name = place?.name ?? placeCopy.country
  return {
    title: place ? `${spec.name}·${place.name}` : spec.name,
    notes: [
      knowsAll(within, spec, sources) ? placeCopy.allRows(name, rows.length) : coverageText(spec, sources),
      ...(table?.manifest ? [placeCopy.sheetSource(table.manifest.source, table.manifest.date)] : []),
    ],
    heads: columns.map((c) => c.head),
    rows: rows.map((row, at) => columns.map((c) => c.cell(row, at))),
  }
}

function rowsShown(
  within: string | undefined,
  { kind }: TableSpec,
  table: AttachmentTable | undefined,
  { regions }: ListSources,
): readonly TableRow[] {
  if (kind === 'list') return rowsWithin(within, table, regions)
  return (table?.rows ?? []).filter((r) => within === undefined || regions.isWithin(r.code, within))
}

interface Column {
  readonly head: string
  readonly cell: (row: TableRow, at: number) => string
}

function columnsOf(
  spec: TableSpec,
  table: AttachmentTable | undefined,
  { pack, regions }: ListSources,
): readonly Column[] {
  const { heads } = placeCopy
  const rows = table?.rows ?? []
  const has = (test: (row: TableRow) => boolean): boolean => rows.some(test)
  const above = (row: TableRow, level: number): string => {
    const line = [regions.get(row.code), ...regions.above(row.code)].reverse()
    return line.length - 1 > level ? (line[level]?.name ?? '') : ''
  }
  return [
    { head: heads.serial, cell: (_, at) => String(at + 1) },
    ...(spec.kind === 'list'
      ? [
          { head: heads.province, cell: (row: TableRow) => above(row, 0) },
          { head: heads.prefecture, cell: (row: TableRow) => above(row, 1) },
        ]
      : []),
    { head: heads.name, cell: ({ code }) => regions.get(code).name },
    { head: heads.code, cell: ({ code }) => code },
    ...(has((r) => r.name !== regions.get(r.code).name)
      ? [{ head: heads.written, cell: (r: TableRow) => r.name }]
      : []),
    ...(has((r) => r.category !== undefined)
      ? [{ head: heads.category, cell: (r: TableRow) => r.category ?? '' }]
      : []),
    ...quotaColumns(rows, pack),
    ...(has((r) => r.source !== undefined) ? [{ head: heads.source, cell: (r: TableRow) => r.source ?? '' }] : []),
  ]
}

function quotaColumns(rows: readonly TableRow[], pack: Pack): readonly Column[] {
  const keys = [...new Set(rows.flatMap((r) => Object.keys(r.values ?? {}) as QuotaKey[]))]
  return keys.map((key) => ({
    head: quotaName(key, pack),
    cell: ({ values }) => (values?.[key] === undefined ? '' : String(values[key])),
  }))
}
