import type { Walk, WalkMemory } from '../../domain/walkthrough.ts'
import { activeWalk, currentStep } from '../../rules/walk-state.ts'
import { findItem } from './checklist-step.ts'
import { tellStep, withActions } from './keep-walk.ts'
import { findCondition } from './self-check-step.ts'
import { walkCopy } from './walk-copy.ts'
import { say } from './walk-pieces.ts'
import { nameOf, type Walked, type WalkTurn } from './walk-turn.ts'

/** The line and actions that lead back, for an answer that was no part of the walk-through; none once several went by. */
export function offerToGoOn(turn: WalkTurn): Walked | undefined {
  const { memory, walkthroughs } = turn
  const { active } = memory
  if (!active || (active.id === undefined && !active.pending)) return undefined
  const after: WalkMemory = { ...memory, active: { ...active, aside: active.aside + 1 } }
  if (active.aside >= MOST_ASIDES) return { pieces: [], memory: after }
  const walk = activeWalk(memory)
  if (!walk) {
    const kind = active.pending?.kind ?? 'checklist'
    return { pieces: [say(walkCopy.goOnPending(nameOf(kind, walkthroughs)))], memory: after }
  }
  return { pieces: [say(backTo(walk, turn))], memory: after, suggestions: ['继续'] }
}
const MOST_ASIDES = 3

function backTo(walk: Walk, turn: WalkTurn): string {
  const at = currentStep(walk, turn.walkthroughs)
  const label = findItem(at, turn)?.name ?? findCondition(at, turn)?.label
  const name = nameOf(walk.kind, turn.walkthroughs)
  return label === undefined ? walkCopy.goOnOpen(name) : walkCopy.goOn(name, label)
}

/** The step at hand once more, for a message that nothing could be made of. */
export function showAgain(turn: WalkTurn): Walked | undefined {
  const walk = activeWalk(turn.memory)
  return walk && withActions(walk, turn, [say(walkCopy.notUnderstood), ...tellStep(walk, turn)])
}
