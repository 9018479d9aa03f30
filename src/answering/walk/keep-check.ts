import type { StepId, Walk } from '../../domain/walkthrough.ts'
import { kept } from './keep-walk.ts'
import { SELF_CHECK_ACTIONS, tellQuestion } from './self-check-step.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'

/** Keeps a self-check and tells of it; `asked`: the step whose vague answer is asked about once more. */
export function keepCheck(walk: Walk, turn: WalkTurn, pieces: Walked['pieces'], asked?: StepId): Walked {
  const memory = kept(walk, turn)
  return {
    pieces,
    memory: asked === undefined || !memory.active ? memory : { ...memory, active: { ...memory.active, asked } },
    suggestions: SELF_CHECK_ACTIONS,
  }
}

/** Keeps a self-check and asks its question at hand. */
export const show = (walk: Walk, turn: WalkTurn): Walked => keepCheck(walk, turn, tellQuestion(walk, turn))
