import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { QuotaKey, TableSpec } from '../../domain/table.ts'
import { numberIn } from './document-words.ts'
import { namesInside, readOffice } from './names-inside.ts'
import type { Place } from './place-of.ts'
import { columnOf, isQuota } from './quota-columns.ts'
import { readPlaces } from './read-places.ts'

/** Quotas by track and stage. */
export type Values = { [key: QuotaKey]: number }

/** The quotas that words state: 示范城市2个，试点城市3个. */
export function valuesIn(text: string, spec: TableSpec, pack: Pack): Values {
  const values: Values = {}
  for (const [, words = '', written = ''] of text.matchAll(/([^\d０-９，,；;、]+?)([\d０-９]+)/gu)) {
    const column = columnOf([words], spec, pack)
    const number = numberIn(written)
    if (isQuota(column) && number !== undefined) values[column] = number
  }
  return values
}

/** The place that a text begins with, and the rest: 浙江省：示范城市2个. */
export function placeAndRest(text: string, regions: Gazetteer): { place: Place; rest: string } | undefined {
  const [, head = '', rest = ''] = /^([^:：]{1,30})[:：](.+)$/su.exec(text) ?? []
  const place = rest === '' ? undefined : placeIn(head, regions)
  if (place) return { place, rest }
  const plain = text.replace(/\s/gu, '')
  const [first] = namesInside(plain, regions)
  return first && plain.startsWith(first.name) ? { place: first, rest: plain.slice(first.name.length) } : undefined
}

/** The one place, or the one province's office, that a text names. */
export function placeIn(text: string, regions: Gazetteer): Place | undefined {
  const [place, ...others] = (readPlaces(text, regions) ?? []).filter((p) => p.candidates.length > 0)
  return others.length > 0 ? undefined : (place ?? readOffice(text, regions))
}
