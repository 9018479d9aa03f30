import type { Citation, Piece } from '../../domain/answer.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { RegionCode } from '../../domain/region.ts'
import type { AttachmentTable, TableRow, TableSpec, Tables } from '../../domain/table.ts'
import { completeScope, type ListStanding, standingOnList } from '../../rules/list-standing.ts'
import { cite, citeRelated } from '../cite.ts'
import type { Draft } from '../draft.ts'
import { fullName } from './name-region.ts'
import { placeCopy } from './place-copy.ts'

/** What the sentences about lists are made from. */
export interface ListSources {
  readonly pack: Pack
  readonly regions: Gazetteer
  readonly tables: Tables
}

export const sourcesOf = ({ reader, regions, tables }: Pick<Draft, 'reader' | 'regions' | 'tables'>): ListSources => ({
  pack: reader.pack,
  regions,
  tables,
})

/** What a list says of a region: where it stands, and the sentence that says so. */
export interface ListTold {
  readonly standing: ListStanding
  readonly piece: Piece
}

/** Tells whether a region is on a list, with the row's source, or how much of the list is loaded. */
export function tellList(code: RegionCode, spec: TableSpec, sources: ListSources): ListTold {
  const standing = standingOnList(code, spec, sources.tables.get(spec.id), sources.regions)
  return { standing, piece: told(standingText(code, spec, sources), spec, sources.pack) }
}

/** Tells that a region came only after the notice to another list, and so is not on its own. */
export function tellLater(code: RegionCode, later: TableSpec, own: TableSpec, sources: ListSources): ListTold {
  const total = sources.tables.get(own.id)?.total ?? own.total ?? 0
  return {
    standing: { is: 'absent', scope: { total } },
    piece: told(standingText(code, later, sources), later, sources.pack),
  }
}

/** Tells which list is the one of a region. */
export const tellElsewhere = (code: RegionCode, spec: TableSpec, sources: ListSources): Piece =>
  told(elsewhereText(code, spec, sources), spec, sources.pack)

/** The sentence that says which list is the one of a region. */
export const elsewhereText = (code: RegionCode, spec: TableSpec, { regions }: ListSources): string =>
  placeCopy.elsewhere(regions.get(code).name, spec.name)

/** The sentence that says where a region stands on a list. */
export function standingText(code: RegionCode, spec: TableSpec, { pack, regions, tables }: ListSources): string {
  const table = tables.get(spec.id)
  const standing = standingOnList(code, spec, table, regions)
  const { name } = regions.get(code)
  if (standing.is === 'unknown') return placeCopy.unknownOnList(spec.name, name, standing.loaded, standing.total)
  if (standing.is === 'absent') {
    const { province, total, source } = standing.scope
    return province === undefined
      ? placeCopy.absent(spec.name, name, total)
      : placeCopy.absentOfProvince(spec.name, regions.get(province).name, name, total, source ?? '')
  }
  const source = standing.row.source ?? table?.manifest?.source ?? ''
  if (spec.basis === 'attached') return placeCopy.listed(spec.name, name, source)
  if (spec.basis === 'before') return placeCopy.already(spec.name, name, source)
  const own = pack.tables.find((t) => t.basis === 'attached' && t.track === spec.track && t.stage === spec.stage)
  return own ? placeCopy.laterThan(spec.name, name, own.name, source) : placeCopy.later(spec.name, name, source)
}

/** The rows of a list in a region: all of them, or the first ones where there are many, and how complete they are. */
export const tellRows = (code: RegionCode | undefined, spec: TableSpec, sources: ListSources): readonly Piece[] =>
  rowTexts(code, spec, sources).map((text) => told(text, spec, sources.pack))

/** The sentences that name the rows of a list in a region, or in all of the country. */
export function rowTexts(code: RegionCode | undefined, spec: TableSpec, sources: ListSources): readonly string[] {
  const { regions, tables } = sources
  const rows = rowsWithin(code, tables.get(spec.id), regions)
  const above = code === undefined ? '' : fullName(code, regions)
  const name = code === undefined ? placeCopy.country : regions.get(code).name
  const names = rows.map((r) => fullName(r.code, regions).slice(above.length))
  const list =
    names.length > MOST_NAMED
      ? placeCopy.rowsShort(spec.name, name, names.length, names.slice(0, MOST_NAMED))
      : placeCopy.rows(spec.name, name, names)
  if (knowsAll(code, spec, sources)) return [list, placeCopy.allRows(name, names.length)]
  const stated = spec.statedTotals.find((s) => s.province === code)
  return [
    list,
    stated ? placeCopy.partOfProvince(name, stated.total, names.length, stated.source) : coverageText(spec, sources),
  ]
}

/** The rows of a table that lie below a region, or all of them. */
export const rowsWithin = (
  code: RegionCode | undefined,
  table: AttachmentTable | undefined,
  regions: Gazetteer,
): readonly TableRow[] =>
  (table?.rows ?? []).filter((r) => code === undefined || (r.code !== code && regions.isWithin(r.code, code)))

/** The sentence that says how much of a list is loaded. */
export function coverageText(spec: TableSpec, { tables }: ListSources): string {
  const table = tables.get(spec.id)
  return placeCopy.partRows(table?.rows.length ?? 0, table?.total ?? spec.total)
}

/** More names than this are left to the table. */
export const MOST_NAMED = 20

/** Whether all rows of a list in a region, or in all of the country, are known. */
export function knowsAll(code: RegionCode | undefined, spec: TableSpec, { regions, tables }: ListSources): boolean {
  const table = tables.get(spec.id)
  if (code === undefined) return table?.complete ?? false
  const scope = completeScope(regions.provinceOf(code).code, spec, table, regions)
  return scope !== undefined && (scope.province === undefined || regions.isWithin(code, scope.province))
}

const told = (text: string, spec: TableSpec, pack: Pack): Piece => ({
  kind: 'computed',
  text,
  citations: citeTable(spec, pack),
  computation: { rule: 'table', states: text.match(/\d+/gu) ?? [] },
})

/** The clause, or the related notice, that a table belongs to. */
export function citeTable(spec: TableSpec, pack: Pack): readonly Citation[] {
  const clause = pack.clauses.get(spec.clause)
  if (clause) return [cite(pack, { clause: clause.id, quote: clause.text })]
  return pack.related.filter((r) => r.id === spec.clause).map(citeRelated)
}
