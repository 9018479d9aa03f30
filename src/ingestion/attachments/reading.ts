import type { RegionCode } from '../../domain/region.ts'
import type { QuotaKey } from '../../domain/table.ts'
import type { Place } from './place-of.ts'

/** A name that stands for a row of the table, with what its surroundings say of it. */
export interface Entry {
  readonly line: number
  readonly place: Place
  readonly category?: string
  /** Divisions it stands under in the same row or list; it must lie in them. */
  readonly firm: readonly RegionCode[]
  /** The division that was named last above it; it only decides between several. */
  readonly loose?: RegionCode
  /** Code in a cell beside it. */
  readonly code?: string
  readonly values?: Readonly<Record<QuotaKey, number>>
}

/** Something in a file that could not be accounted for. */
export interface Odd {
  readonly line: number
  readonly text: string
  readonly why: string
}

/** A number that the file states of the entries below it or of all. */
export interface Stated {
  readonly line: number
  readonly count: number
  /** The division whose entries are counted; none: all of them. */
  readonly of?: RegionCode
}

/** What a file says, before its names are resolved. */
export interface Reading {
  readonly entries: readonly Entry[]
  readonly odd: readonly Odd[]
  readonly stated: readonly Stated[]
  /** Where running numbers leave one out, in words: a row may be lost there. */
  readonly gaps: readonly string[]
  /** What a person should look at, though it changes nothing. */
  readonly remarks: readonly string[]
}
