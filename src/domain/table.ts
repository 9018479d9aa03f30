import type { ClauseId, ConceptId, FactId, StageId, TrackId } from './notice.ts'
import type { RegionCode } from './region.ts'

/** Id of a table in `pack.yaml`, e.g. pilot-cities. */
export type TableId = string

/** A table that a notice has or that bears on it: lists of regions, and quotas by province. */
export interface TableSpec {
  readonly id: TableId
  readonly kind: 'list' | 'quota'
  /** How a person names it, e.g. 附件1（试点城市名单）. */
  readonly name: string
  readonly track: TrackId
  /** What a region on the list is; a quota table has its stages in its columns. */
  readonly stage?: StageId
  /** Clause, or related notice, that it belongs to. */
  readonly clause: ClauseId
  /** `attached` tables belong to the notice; the lists of other notices were decided `before` or `after` it. */
  readonly basis: 'attached' | 'before' | 'after'
  /** How many rows it has in all, where a source says so. */
  readonly total?: number
  /** The fact that says what being on the list means. */
  readonly fact?: FactId
  /** Concepts by which people ask for it. */
  readonly topics: readonly ConceptId[]
  /** How many rows a province has, with the source that states it: where so many are here, every row of the province is known. */
  readonly statedTotals: readonly { readonly province: RegionCode; readonly total: number; readonly source: string }[]
}

/** The tables as they are now: those of the pack, and those that an operator has loaded in their place. */
export type Tables = ReadonlyMap<TableId, AttachmentTable>

/** A row of an attachment's table: a region on a list, or a region with its quotas. */
export interface TableRow {
  /** Line of the source at which the row stands, from 1. */
  readonly line: number
  readonly code: RegionCode
  /** The name as the source writes it, without padding. */
  readonly name: string
  /** What the source adds to a name, e.g. 地理标志类. */
  readonly category?: string
  /** Quotas of a row, keyed by `track/stage`. */
  readonly values?: Readonly<Record<QuotaKey, number>>
  /** Where this row is from, when the rows of a table come from several sources. */
  readonly source?: string
}

export type QuotaKey = `${TrackId}/${StageId}`

/** Where a table came from and who vouches for it. */
export interface TableManifest {
  readonly file: string
  /** Hex SHA-256 of the file's bytes. */
  readonly sha256: string
  readonly source: string
  /** Day on which it was taken in. */
  readonly date: string
  readonly checkedBy: string
}

/** A table as loaded. `complete`: every row of the source is here, so that a missing region is not on it. */
export interface AttachmentTable {
  readonly id: TableId
  readonly rows: readonly TableRow[]
  readonly complete: boolean
  /** How many rows the source has, where that is known. */
  readonly total?: number
  readonly manifest?: TableManifest
}
