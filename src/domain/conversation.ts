import type { Aspect } from './fact.ts'
import type { ConceptId, FactId, RoleId, StageId, TrackId } from './notice.ts'

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
}
