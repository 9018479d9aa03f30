import type { Gazetteer } from '../domain/gazetteer.ts'
import type { RegionCode } from '../domain/region.ts'
import type { AttachmentTable, TableRow, TableSpec } from '../domain/table.ts'

/** Where a region stands to a list. `unknown` is never a no: the rows that are missing may name it. */
export type ListStanding =
  | { readonly is: 'listed'; readonly row: TableRow }
  | { readonly is: 'absent'; readonly scope: Scope }
  | { readonly is: 'unknown'; readonly loaded: number; readonly total?: number }

/** What is completely known: the whole list, or the rows of one province. */
export interface Scope {
  readonly province?: RegionCode
  readonly total: number
  /** Who states the number, where it is not the table itself. */
  readonly source?: string
}

/** Whether a region is on a list, as far as its rows are known. */
export function standingOnList(
  code: RegionCode,
  spec: TableSpec,
  table: AttachmentTable | undefined,
  regions: Gazetteer,
): ListStanding {
  const rows = table?.rows ?? []
  const row = rows.find((r) => r.code === code)
  if (row) return { is: 'listed', row }
  const scope = completeScope(regions.provinceOf(code).code, spec, table, regions)
  return scope ? { is: 'absent', scope } : { is: 'unknown', loaded: rows.length, total: table?.total ?? spec.total }
}

/** What of a list is completely known that holds a province; undefined: rows of it may be missing. */
export function completeScope(
  province: RegionCode,
  spec: TableSpec,
  table: AttachmentTable | undefined,
  regions: Gazetteer,
): Scope | undefined {
  const rows = table?.rows ?? []
  if (table?.complete) return { total: rows.length }
  const stated = spec.statedTotals.find((c) => c.province === province)
  const here = rows.filter((r) => regions.isWithin(r.code, province)).length
  return stated && here === stated.total ? stated : undefined
}
