import type { StepId, Walk } from '../../domain/walkthrough.ts'
import { withActions } from './keep-walk.ts'
import { tellQuestion } from './self-check-step.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'

/** Keeps a self-check and tells of it; `asked`: the step whose vague answer is asked about once more. */
export function keepCheck(walk: Walk, turn: WalkTurn, pieces: Walked['pieces'], asked?: StepId): Walked {
  const told = withActions(walk, turn, pieces)
  const { memory } = told
  if (asked === undefined || !memory.active) return told
  return { ...told, memory: { ...memory, active: { ...memory.active, asked } } }
}

/** Keeps a self-check and asks its question at hand. */
export const show = (walk: Walk, turn: WalkTurn): Walked => keepCheck(walk, turn, tellQuestion(walk, turn))
