import type { Citation, Piece } from '../../domain/answer.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { RegionCode } from '../../domain/region.ts'
import type { TableSpec, Tables } from '../../domain/table.ts'
import { completeScope, type ListStanding, standingOnList } from '../../rules/list-standing.ts'
import { cite, citeRelated } from '../cite.ts'
import { fullName } from './name-region.ts'
import { placeCopy } from './place-copy.ts'

/** What the sentences about lists are made from. */
export interface ListSources {
  readonly pack: Pack
  readonly regions: Gazetteer
  readonly tables: Tables
}

/** What a list says of a region: where it stands, and the sentence that says so. */
export interface ListTold {
  readonly standing: ListStanding
  readonly piece: Piece
}

/** Tells whether a region is on a list, with the row's source, or how much of the list is loaded. */
export function tellList(code: RegionCode, spec: TableSpec, sources: ListSources): ListTold {
  const standing = standingOnList(code, spec, sources.tables.get(spec.id), sources.regions)
  return { standing, piece: told(standingText(code, spec, standing, sources.regions), spec, sources.pack) }
}

/** The sentence that says where a region stands on a list. */
export const standingSentence = (code: RegionCode, spec: TableSpec, sources: ListSources): string =>
  standingText(code, spec, standingOnList(code, spec, sources.tables.get(spec.id), sources.regions), sources.regions)

/** The sentence that says which list is the one of a region. */
export const elsewhereText = (code: RegionCode, spec: TableSpec, { regions }: ListSources): string =>
  placeCopy.elsewhere(regions.get(code).name, spec.name)

function standingText(code: RegionCode, spec: TableSpec, standing: ListStanding, regions: Gazetteer): string {
  const { name } = regions.get(code)
  if (standing.is === 'unknown') return placeCopy.unknownOnList(spec.name, name, standing.loaded, standing.total)
  if (standing.is === 'absent') {
    const { province, total, source } = standing.scope
    return province === undefined
      ? placeCopy.absent(spec.name, name, total)
      : placeCopy.absentOfProvince(spec.name, regions.get(province).name, name, total, source ?? '')
  }
  const source = standing.row.source ?? ''
  if (spec.basis === 'attached') return placeCopy.listed(spec.name, name, source)
  return spec.basis === 'before' ? placeCopy.already(spec.name, name, source) : placeCopy.later(spec.name, name, source)
}

/** The rows of a list in a region: all of them, or the first ones where there are many, and how complete they are. */
export const tellRows = (code: RegionCode, spec: TableSpec, sources: ListSources): readonly Piece[] =>
  rowTexts(code, spec, sources).map((text) => told(text, spec, sources.pack))

/** The sentences that name the rows of a list in a region. */
export function rowTexts(code: RegionCode, spec: TableSpec, sources: ListSources): readonly string[] {
  const { regions, tables } = sources
  const table = tables.get(spec.id)
  const { name } = regions.get(code)
  const names = (table?.rows ?? [])
    .filter((r) => r.code !== code && regions.isWithin(r.code, code))
    .map((r) => fullName(r.code, regions).slice(fullName(code, regions).length))
  const scope = completeScope(regions.provinceOf(code).code, spec, table, regions)
  const whole = scope?.province === undefined ? scope !== undefined : scope.province === code
  const list =
    names.length > MOST_NAMED
      ? placeCopy.rowsShort(spec.name, name, names.length, names.slice(0, MOST_NAMED))
      : placeCopy.rows(spec.name, name, names)
  const coverage = whole ? placeCopy.allRows(name, names.length) : coverageText(spec, sources)
  return [list, coverage]
}

/** The sentence that says how much of a list is loaded. */
export function coverageText(spec: TableSpec, { tables }: ListSources): string {
  const table = tables.get(spec.id)
  return placeCopy.partRows(table?.rows.length ?? 0, table?.total ?? spec.total)
}

/** More names than this are left to the table. */
export const MOST_NAMED = 20

/** Whether all rows of a list in a region are known. */
export function knowsAll(code: RegionCode, spec: TableSpec, { regions, tables }: ListSources): boolean {
  const scope = completeScope(regions.provinceOf(code).code, spec, tables.get(spec.id), regions)
  return scope !== undefined && (scope.province === undefined || scope.province === code)
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
