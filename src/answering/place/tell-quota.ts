import type { Piece } from '../../domain/answer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { Region, RegionCode } from '../../domain/region.ts'
import type { QuotaKey, TableSpec } from '../../domain/table.ts'
import type { Frame } from '../../understanding/frame.ts'
import { unrepeated } from '../cite.ts'
import { copy } from '../copy.ts'
import type { Draft, Part } from '../draft.ts'
import { focusAfter } from '../focus-after.ts'
import { placeCopy } from './place-copy.ts'
import { citeTable, type ListSources } from './tell-list.ts'

/** Tells the quota of the province that a place lies in, cell by cell, or in which table it stands and who has it. */
export function tellQuota(code: RegionCode, frame: Frame, tables: readonly TableSpec[], draft: Draft): Part {
  const { pack } = draft.reader
  const province = draft.regions.provinceOf(code)
  const told = tables.map((spec) => quotasOf(spec, province, frame, draft))
  const pieces = told.flatMap((t) => t.pieces)
  const known = told.some((t) => t.known)
  return {
    outcome: known ? 'answered' : 'no_data',
    understood: true,
    pieces: known ? pieces : [...pieces, { kind: 'copy', text: copy.ask(pack.ask.province), citations: [] }],
    citations: unrepeated(pieces.flatMap((p) => p.citations)),
    focus: focusAfter(frame, [], draft),
  }
}

function quotasOf(
  spec: TableSpec,
  province: Region,
  frame: Frame,
  draft: Draft,
): { readonly pieces: readonly Piece[]; readonly known: boolean } {
  const { tables, regions, reader } = draft
  const sources = { pack: reader.pack, regions, tables }
  const values = tables.get(spec.id)?.rows.find((r) => r.code === province.code)?.values ?? {}
  const cells = Object.keys(values).filter((key): key is QuotaKey => isAsked(key as QuotaKey, spec, frame))
  const texts = cells.map((key) => cellText(province, spec, key, values[key] ?? 0, reader.pack))
  return {
    pieces: (texts.length > 0 ? texts : [lackText(province, spec, sources)]).map((text) => ({
      kind: 'computed',
      text,
      citations: citeTable(spec, reader.pack),
      computation: { rule: 'table', states: text.match(/\d+/gu) ?? [] },
    })),
    known: texts.length > 0,
  }
}

const cellText = ({ name }: Region, spec: TableSpec, key: QuotaKey, value: number, pack: Pack): string =>
  placeCopy.quota(spec.name, name, nameOf(key, pack), value)

const lackText = ({ name }: Region, spec: TableSpec, { tables }: ListSources): string =>
  tables.has(spec.id) ? placeCopy.noQuotaRow(spec.name, name) : placeCopy.noQuotas(spec.name, name)

/** Every sentence that holds of a region's quotas in a table. */
export function quotaTexts(code: RegionCode, spec: TableSpec, sources: ListSources): readonly string[] {
  const region = sources.regions.get(code)
  const values = sources.tables.get(spec.id)?.rows.find((r) => r.code === code)?.values
  if (!values) return [lackText(region, spec, sources)]
  return Object.entries(values).map(([key, value]) => cellText(region, spec, key as QuotaKey, value, sources.pack))
}

const isAsked = (key: QuotaKey, spec: TableSpec, { stages }: Frame): boolean => {
  const [track, stage] = key.split('/')
  return track === spec.track && (stages.length === 0 || stages.includes(stage ?? ''))
}

/** What a quota is for: 示范城市, 试点县. */
export function nameOf(key: QuotaKey, pack: Pack): string {
  const [track, stage] = key.split('/')
  const trackName = pack.tracks.find((t) => t.id === track)?.name ?? track ?? ''
  const stageName = pack.stages.find((s) => s.id === stage)?.name ?? stage ?? ''
  const main = pack.stages.find((s) => s.id === pack.defaultStage)?.name ?? ''
  return trackName.replace(main, stageName)
}
