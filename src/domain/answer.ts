import type { ClauseId, TrackId } from './notice.ts'
import type { RegionCode, RegionType } from './region.ts'
import type { TableId } from './table.ts'
import type { DocumentFormat } from './walk-document.ts'

/** Closed list of the wire contract. */
export const OUTCOMES = ['answered', 'clarify', 'not_stated', 'no_data', 'out_of_scope', 'guided'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Points a reader to a verbatim piece of a clause, or to a row of the pack's tables. */
export interface Citation {
  /** Anchor on the notice page: a clause id, an attachment id or the id of a related notice. */
  readonly clause: ClauseId
  readonly label: string
  /** Verbatim from the source; `…` may join two pieces. */
  readonly quote: string
}

/** A value that a named rule computed, with the text that may state it. */
export interface Computation {
  readonly rule: string
  /** Every number, date and name that the sentences resting on this computation may contain. */
  readonly states: readonly string[]
}

/**
 * One sentence or line of an answer and what it rests on. `fact` text is the pack's, `quote` is verbatim, `computed` comes
 * from a named rule, `copy` is wording without policy, `echo` repeats the user's own words and asserts nothing.
 */
export interface Piece {
  readonly kind: 'fact' | 'quote' | 'computed' | 'copy' | 'echo'
  readonly text: string
  readonly citations: readonly Citation[]
  readonly computation?: Computation
}

/** The place that an answer is about, with the track that the notice's wording gives it. */
export interface RegionAnswer {
  readonly code: RegionCode
  readonly name: string
  readonly type: RegionType
  readonly track: TrackId | 'unnamed'
}

/** What the assistant replies to one message: `text` is whole in itself. */
export interface Answer {
  readonly outcome: Outcome
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly citations: readonly Citation[]
  /** At most six; each can also be typed. */
  readonly suggestions: readonly string[]
  readonly region?: RegionAnswer
  /** Tables whose rows the doors that can do so offer whole, to look at and as a file. */
  readonly downloads?: readonly Download[]
  /** A walk-through whose documents the doors that can do so offer. */
  readonly documents?: WalkDocuments
}

/** The documents of a walk-through, by its id. */
export interface WalkDocuments {
  readonly walk: string
  readonly formats: readonly DocumentFormat[]
}

/** The rows of a table, all or those of a province. */
export interface Download {
  readonly table: TableId
  readonly name: string
  readonly rows: number
  /** The text names only some of the rows. */
  readonly isLong: boolean
  readonly within?: RegionCode
}
