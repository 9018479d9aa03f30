import type { Answer, Piece } from '../../domain/answer.ts'
import type { WalkKind, WalkMemory, Walkthroughs } from '../../domain/walkthrough.ts'
import type { WalkSaying } from '../../understanding/read-walk-saying.ts'
import type { Draft } from '../draft.ts'

/** One message as the walk-throughs see it. */
export interface WalkTurn {
  readonly draft: Draft
  readonly saying: WalkSaying
  readonly walkthroughs: Walkthroughs
  readonly memory: WalkMemory
  /** Makes an unguessable id. */
  readonly newId: () => string
}

/** What a walk-through says, and what is kept afterwards. */
export interface Walked {
  readonly pieces: readonly Piece[]
  readonly memory: WalkMemory
  readonly suggestions?: readonly string[]
  readonly outcome?: Answer['outcome']
  /** The place it is about. */
  readonly region?: Answer['region']
  /** The walk-through whose documents are offered. */
  readonly documents?: Answer['documents']
}

/** The name of a kind of walk-through, as the pack gives it. */
export const nameOf = (kind: WalkKind, { checklist, selfCheck }: Walkthroughs): string =>
  kind === 'checklist' ? checklist.name : selfCheck.name
