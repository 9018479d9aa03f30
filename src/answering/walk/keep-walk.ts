import type { Piece } from '../../domain/answer.ts'
import type { Walk } from '../../domain/walkthrough.ts'
import { CHECKLIST_ACTIONS, tellItem } from './checklist-step.ts'
import { SELF_CHECK_ACTIONS, tellQuestion } from './self-check-step.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'

/** What can be typed in a walk-through. */
export const actionsOf = (walk: Walk): readonly string[] =>
  walk.kind === 'checklist' ? CHECKLIST_ACTIONS : SELF_CHECK_ACTIONS

/** Tells the step at hand of either kind. */
export const tellStep = (walk: Walk, turn: WalkTurn): readonly Piece[] =>
  walk.kind === 'checklist' ? tellItem(walk, turn) : tellQuestion(walk, turn)

/** Keeps a walk-through and makes it the one that the conversation is in. */
export const kept = (walk: Walk, turn: WalkTurn): Walked['memory'] => ({
  ...turn.memory,
  saved: [...turn.memory.saved.filter((w) => w.id !== walk.id), walk].slice(-MOST_SAVED),
  active: { id: walk.id, aside: 0 },
})
const MOST_SAVED = 50

/** What is told of a walk-through that is kept, with what can be typed in it. */
export const withActions = (walk: Walk, turn: WalkTurn, pieces: Walked['pieces']): Walked => ({
  pieces,
  memory: kept(walk, turn),
  suggestions: actionsOf(walk),
})
