import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Cell } from './block.ts'
import {
  type ColumnRole,
  countIn,
  isSerial,
  isSubtotalWord,
  isTotalWord,
  numberIn,
  roleOfHead,
  totalIn,
  withoutBlanks,
} from './document-words.ts'
import { isProse } from './list-paragraph.ts'
import { readOffice } from './names-inside.ts'
import type { Place } from './place-of.ts'
import { readPlaces } from './read-places.ts'

/** What a cell of a list's table turned out to be. */
export type Seen =
  | { readonly is: 'blank' | 'head' }
  | { readonly is: 'serial'; readonly number: number; readonly isCovered: boolean }
  | { readonly is: 'number'; readonly number: number; readonly isCovered: boolean }
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'total'; readonly count?: number; readonly isPart: boolean }
  | { readonly is: 'places'; readonly places: readonly Place[]; readonly isCovered: boolean }
  | { readonly is: 'words'; readonly text: string; readonly isCovered: boolean }

/** Says what a cell is, by its text and by what its column holds. */
export function seeCell({ text, covered }: Cell, role: ColumnRole | undefined, regions: Gazetteer): Seen {
  if (text === '') return { is: 'blank' }
  if (isTotalWord(text) || isSubtotalWord(text)) return { is: 'total', isPart: isSubtotalWord(text) }
  const total = role === 'ignored' ? undefined : totalIn(text)
  if (total !== undefined && !readPlaces(text, regions)) return { is: 'total', count: total, isPart: false }
  const plain = withoutBlanks(text)
  const serial = role === 'serial' && /\d|[０-９]/u.test(plain) ? numberIn(plain) : undefined
  if (serial !== undefined) return { is: 'serial', number: serial, isCovered: covered }
  if (role === 'ignored' || role === 'serial') return { is: roleOfHead(text) ? 'head' : 'blank' }
  if (/^\d{6}$/u.test(plain) && regions.all.some((r) => r.code === plain)) return { is: 'code', code: plain }
  const number = isSerial(text) ? numberIn(plain) : countIn(text)
  if (number !== undefined) return { is: 'number', number, isCovered: covered }
  if (isSerial(text)) return { is: 'blank' }
  const office = role === 'province' ? readOffice(text, regions) : undefined
  const places = office ? [office] : readPlaces(text, regions)
  if (places && isProse(text, places) && withoutBlanks(text).length > LONGEST_CELL)
    return { is: 'words', text, isCovered: covered }
  if (!places && roleOfHead(text)) return { is: 'head' }
  return places ? { is: 'places', places, isCovered: covered } : { is: 'words', text, isCovered: covered }
}

// Longer texts that are mostly words are sentences.
const LONGEST_CELL = 20

/** The numbers of a row, from the left. */
export const numbersOf = (row: readonly Seen[]): readonly number[] =>
  row.flatMap((s) => (s.is === 'number' ? [s.number] : []))
