import type { ClauseId, ConceptId, FactId, Level, RoleId, StageId, TrackId } from './notice.ts'

/** What a question wants to know of its topic. */
export const ASPECTS = [
  'what',
  'who',
  'to-whom',
  'when',
  'where',
  'how',
  'how-many',
  'list',
  'why',
  'content',
  'medium',
  'difference',
  'consequence',
  'rank',
  'duration',
  'left',
  'elapsed',
  'still',
  'whether',
  'condition',
] as const
export type Aspect = (typeof ASPECTS)[number]

/** A verbatim piece of a clause; `…` may join two pieces. */
export interface Quote {
  readonly clause: ClauseId
  readonly quote: string
}

/** What a fact says in slots that a claim can be checked against. Bodies are role ids. */
export interface FactValues {
  readonly by?: readonly RoleId[]
  readonly to?: readonly RoleId[]
  readonly medium?: readonly string[]
  readonly rank?: readonly string[]
  readonly years?: readonly number[]
  readonly count?: readonly number[]
  /** Ids of the notice's dates. */
  readonly date?: readonly string[]
  readonly track?: readonly TrackId[]
}

/** One thing the notice states: a sentence for people, checked against the verbatim quotes it cites. */
export interface Fact {
  readonly id: FactId
  /** What it is about; the first is the main one. */
  readonly topics: readonly ConceptId[]
  /** Further concepts that the fact covers: they support it without being required. */
  readonly also: readonly ConceptId[]
  readonly aspects: readonly Aspect[]
  readonly tracks: readonly TrackId[]
  readonly stages: readonly StageId[]
  readonly say: string
  readonly values: FactValues
  /** Concepts that, when asserted about this topic, contradict the fact. */
  readonly denies: readonly ConceptId[]
  readonly cites: readonly Quote[]
}

/** Something people ask that the notice does not say. */
export interface Silence {
  readonly id: string
  readonly topics: readonly ConceptId[]
  readonly also: readonly ConceptId[]
  readonly aspects: readonly Aspect[]
  /** What is not stated, as the object of “通知没有写明…”. */
  readonly what: string
  /** The level that can answer it. */
  readonly ask: Level
  /** Facts that are stated nearby; empty: the best match is used. */
  readonly nearby: readonly FactId[]
}
