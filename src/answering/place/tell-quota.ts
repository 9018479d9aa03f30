import type { Piece } from '../../domain/answer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { RegionCode } from '../../domain/region.ts'
import type { AttachmentTable, QuotaKey, TableRow, TableSpec } from '../../domain/table.ts'
import { quotaName } from '../../rules/quota-name.ts'
import type { Frame } from '../../understanding/frame.ts'
import { unrepeated } from '../cite.ts'
import { copy } from '../copy.ts'
import type { Draft, Part } from '../draft.ts'
import { focusAfter } from '../focus-after.ts'
import { placeCopy } from './place-copy.ts'
import { citeTable, type ListSources, sourcesOf } from './tell-list.ts'

/** Tells the quotas of places, cell by cell, or in which table they stand and who has it; their sum or difference only where it is asked for. */
export function tellQuota(codes: readonly RegionCode[], frame: Frame, specs: readonly TableSpec[], draft: Draft): Part {
  const sources = sourcesOf(draft)
  const cells = specs.flatMap((spec) =>
    codes.map((code) => ({ spec, texts: cellTexts(code, spec, sources, (key) => isAsked(key, spec, frame)) })),
  )
  const known = cells.some((c) => c.texts.length > 0)
  const lacks = specs.flatMap((spec) => codes.map((code) => ({ spec, texts: [lackText(code, spec, sources)] })))
  const computed = specs.map((spec) => ({ spec, texts: computedTexts(codes, spec, sources, frame) }))
  return quotaPart(known ? [...cells, ...computed] : lacks, known, frame, draft)
}

/** Tells the sum of all quotas of a table that is loaded. */
export function tellQuotaSums(frame: Frame, specs: readonly TableSpec[], draft: Draft): Part {
  const sources = sourcesOf(draft)
  const sums = specs.map((spec) => ({
    spec,
    texts: keysOf(spec, sources, frame).map((key) => sumText(undefined, key, spec, sources)),
  }))
  const known = sums.some((s) => s.texts.length > 0)
  return quotaPart(
    known ? sums : specs.map((spec) => ({ spec, texts: [placeCopy.noQuotas(spec.name, placeCopy.provinces)] })),
    known,
    frame,
    draft,
  )
}

interface Told {
  readonly spec: TableSpec
  readonly texts: readonly string[]
}

function quotaPart(told: readonly Told[], known: boolean, frame: Frame, draft: Draft): Part {
  const { pack } = draft.reader
  const pieces = told.flatMap(({ spec, texts }) => texts.map((text) => piece(text, spec, pack)))
  return {
    outcome: known ? 'answered' : 'no_data',
    understood: true,
    pieces: known ? pieces : [...pieces, { kind: 'copy', text: copy.ask(pack.ask.province), citations: [] }],
    citations: unrepeated(pieces.flatMap((p) => p.citations)),
    focus: focusAfter(frame, [], draft),
  }
}

const piece = (text: string, spec: TableSpec, pack: Pack): Piece => ({
  kind: 'computed',
  text,
  citations: citeTable(spec, pack),
  computation: { rule: 'table', states: text.match(/\d+/gu) ?? [] },
})

// A city with a row of its own has its own quota; any other place has that of its province.
function rowOf(code: RegionCode, table: AttachmentTable | undefined, { regions }: ListSources): TableRow | undefined {
  const own = [code, ...regions.above(code).map((r) => r.code)]
  return own.map((c) => table?.rows.find((r) => r.code === c)).find((row) => row !== undefined)
}

function cellTexts(
  code: RegionCode,
  spec: TableSpec,
  sources: ListSources,
  wanted: (key: QuotaKey) => boolean,
): readonly string[] {
  const table = sources.tables.get(spec.id)
  const row = rowOf(code, table, sources)
  const source = row?.source ?? table?.manifest?.source ?? ''
  const { name } = sources.regions.get(row?.code ?? code)
  return Object.entries(row?.values ?? {})
    .filter(([key]) => wanted(key as QuotaKey))
    .map(([key, value]) => placeCopy.quota(spec.name, name, quotaName(key as QuotaKey, sources.pack), value, source))
}

function lackText(code: RegionCode, spec: TableSpec, sources: ListSources): string {
  const { regions, tables } = sources
  const { name } = regions.provinceOf(code)
  const row = rowOf(code, tables.get(spec.id), sources)
  if (row) return placeCopy.noQuotaCell(spec.name, regions.get(row.code).name)
  return tables.has(spec.id) ? placeCopy.noQuotaRow(spec.name, name) : placeCopy.noQuotas(spec.name, name)
}

/** Every sentence that holds of a region's quotas in a table. */
export const quotaTexts = (code: RegionCode, spec: TableSpec, sources: ListSources): readonly string[] => [
  ...cellTexts(code, spec, sources, () => true),
  lackText(code, spec, sources),
]

function computedTexts(codes: readonly RegionCode[], spec: TableSpec, sources: ListSources, frame: Frame) {
  if (codes.length < 2) return []
  const keys = keysOf(spec, sources, frame).filter((key) =>
    codes.every((c) => quotaOf(c, key, spec, sources) !== undefined),
  )
  const [one, other] = codes
  return keys.flatMap((key) => [
    ...(SUM.test(frame.text) ? [sumText(codes, key, spec, sources)] : []),
    ...(COMPARE.test(frame.text) && one && other ? [differenceText(one, other, key, spec, sources)] : []),
  ])
}
const SUM = /合计|一共|总共|总计|加起来|加在一起/u
const COMPARE = /哪个[^,]{0,4}[多少]|谁[^,]{0,4}[多少]|多几个|少几个|差几个|差多少|[相]?比/u

/** Every sum and difference of the quotas of regions, in this order, that holds; without regions the sums of the whole table. */
export function computedQuotaTexts(
  codes: readonly RegionCode[],
  spec: TableSpec,
  sources: ListSources,
): readonly string[] {
  const [one, other] = codes
  return keysOf(spec, sources).flatMap((key) => [
    sumText(undefined, key, spec, sources),
    ...(codes.length > 1 ? [sumText(codes, key, spec, sources)] : []),
    ...(one && other ? [differenceText(one, other, key, spec, sources)] : []),
  ])
}

function sumText(
  codes: readonly RegionCode[] | undefined,
  key: QuotaKey,
  spec: TableSpec,
  sources: ListSources,
): string {
  const rows = sources.tables.get(spec.id)?.rows ?? []
  const values = codes ? codes.map((c) => quotaOf(c, key, spec, sources)) : rows.map((r) => r.values?.[key])
  const names = codes?.map((c) => sources.regions.get(c).name).join('、') ?? placeCopy.country
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0)
  return placeCopy.quotaSum(spec.name, names, quotaName(key, sources.pack), sum)
}

function differenceText(
  one: RegionCode,
  other: RegionCode,
  key: QuotaKey,
  spec: TableSpec,
  sources: ListSources,
): string {
  const [a = 0, b = 0] = [one, other].map((c) => quotaOf(c, key, spec, sources))
  const [name = '', otherName = ''] = [one, other].map((c) => sources.regions.get(c).name)
  return placeCopy.quotaDifference(spec.name, name, otherName, quotaName(key, sources.pack), a - b)
}

const quotaOf = (code: RegionCode, key: QuotaKey, spec: TableSpec, sources: ListSources): number | undefined =>
  rowOf(code, sources.tables.get(spec.id), sources)?.values?.[key]

function keysOf(spec: TableSpec, { tables }: ListSources, frame?: Frame): readonly QuotaKey[] {
  const keys = (tables.get(spec.id)?.rows ?? []).flatMap((r) => Object.keys(r.values ?? {})) as QuotaKey[]
  return [...new Set(keys)].filter((key) => !frame || isAsked(key, spec, frame))
}

const isAsked = (key: QuotaKey, spec: TableSpec, { stages }: Frame): boolean => {
  const [track, stage] = key.split('/')
  return track === spec.track && (stages.length === 0 || stages.includes(stage ?? ''))
}
