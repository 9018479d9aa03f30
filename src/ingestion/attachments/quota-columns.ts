import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { QuotaKey, TableSpec } from '../../domain/table.ts'
import type { Row } from './block.ts'
import { isSubtotalWord, isTotalWord, roleOfHead, withoutBlanks } from './document-words.ts'
import { readOffice } from './names-inside.ts'
import { readPlaces } from './read-places.ts'

/** What the numbers of a column are: quotas of a stage, the sum of a row, or nothing that is asked for; undefined where no head says so. */
export type QuotaColumn = QuotaKey | 'sum' | 'skipped' | undefined

/** Whether a column holds quotas. */
export const isQuota = (column: QuotaColumn): column is QuotaKey => column?.includes('/') ?? false

/** The column that heads make, from above down: the one nearest to the numbers that names one stage says what they are for. */
export function columnOf(heads: readonly string[], spec: TableSpec, pack: Pack): QuotaColumn {
  const texts = [...heads].reverse().map(withoutBlanks)
  const role = texts.map(roleOfHead).find((r) => r !== undefined)
  if (role === 'serial' || role === 'ignored' || role === 'code') return 'skipped'
  for (const text of texts) {
    if (isTotalWord(text) || isSubtotalWord(text)) return 'sum'
    const stages = pack.stages.filter((s) => text.includes(s.name))
    if (stages.length === 1 && stages[0]) return `${trackOf(texts, spec, pack)}/${stages[0].id}`
  }
  return undefined
}

// 示范城市 names its track; 示范 alone takes that of the table.
function trackOf(texts: readonly string[], spec: TableSpec, pack: Pack): string {
  const main = pack.stages.find((s) => s.id === pack.defaultStage)?.name ?? ''
  const named = texts
    .map((text) => pack.tracks.filter((t) => text.includes(t.name.replace(main, ''))))
    .find((tracks) => tracks.length === 1)
  return named?.[0]?.id ?? spec.track
}

/** The texts of the heads of each column; a title across the whole table heads none. */
export function headsOf(heads: readonly Row[], width: number): readonly (readonly string[])[] {
  const own = heads.filter(({ cells }) => new Set(cells.map((c) => c.text)).size > 1 || width < 2)
  return Array.from({ length: width }, (_, at) => own.map((r) => r.cells[at]?.text ?? ''))
}

/** Rows with their places down the left: a table with provinces across the top lies on its side. */
export function upright(rows: readonly Row[], regions: Gazetteer): readonly Row[] {
  const isAcross = rows.some(
    ({ cells }) => cells.filter((c) => !c.covered && isProvince(c.text, regions)).length >= ACROSS,
  )
  const first = rows.map((r) => r.cells[0]?.text ?? '')
  if (!isAcross || first.filter((t) => isProvince(t, regions)).length > 1) return rows
  const width = Math.max(...rows.map((r) => r.cells.length))
  return Array.from({ length: width }, (_, at) => ({
    line: rows[0]?.line ?? 1,
    cells: rows.map((r) => r.cells[at] ?? { text: '', covered: false }),
  }))
}
const ACROSS = 4

const isProvince = (text: string, regions: Gazetteer): boolean =>
  readOffice(text, regions) !== undefined ||
  (readPlaces(text, regions)?.some((p) => p.candidates.some((c) => c.region.parent === undefined)) ?? false)
