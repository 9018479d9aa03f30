import type { Aspect } from './fact.ts'
import type { ConceptId, FactId, RoleId, StageId, TrackId } from './notice.ts'
import type { RegionCode } from './region.ts'
import type { TableId } from './table.ts'

/** What a question about a place asks: its level and track, a list, or a quota. */
export type PlaceAsk = 'level' | 'list' | 'quota'

/** The place that a conversation is about, or those among which the person is to choose. */
export interface PlaceFocus {
  /** The name as the person wrote it. */
  readonly written: string
  /** All that the name can mean, in the order offered. */
  readonly candidates: readonly RegionCode[]
  /** The one that is meant; absent while the choice is open. */
  readonly code?: RegionCode
  readonly asks: PlaceAsk
  readonly tracks: readonly TrackId[]
  readonly stages: readonly StageId[]
  readonly aspects: readonly Aspect[]
  readonly tables: readonly TableId[]
  /** The question was one of yes or no; these marks say in which form. */
  readonly polar: boolean
  readonly marks: readonly string[]
  /** It asked whether the place may apply, not only where it belongs. */
  readonly toApply: boolean
}

/** What a conversation is about, so that the next message may be elliptic. Plain data; `version` changes with its shape. */
export interface Focus {
  readonly version: 1
  /** Topics of the last turn, in the order they were named. */
  readonly topics: readonly ConceptId[]
  /** Two or more things last named side by side: “the former” and “the latter” are among them. */
  readonly pair: readonly ConceptId[]
  readonly facts: readonly FactId[]
  readonly aspects: readonly Aspect[]
  readonly tracks: readonly TrackId[]
  readonly stages: readonly StageId[]
  readonly roles: readonly RoleId[]
  /** The list whose items an ordinal would count, and the item last shown. */
  readonly list?: string
  readonly item?: number
  /** The date last computed with. */
  readonly date?: string
  readonly place?: PlaceFocus
}
