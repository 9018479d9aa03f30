import { tellsTo } from '../../understanding/read-walk-saying.ts'
import { beginWalk } from './begin-walk.ts'
import { leave } from './take-active.ts'
import { trackNamed } from './told-of-walk.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'

/** Takes what was still to be said before a walk-through can begin. */
export function takePending(turn: WalkTurn): Walked | undefined {
  const { memory, saying } = turn
  const pending = memory.active?.pending
  if (!pending) return undefined
  if (saying.commands.has('exit')) return leave(pending.kind, turn)
  const isPressed = tellsTo(saying, 'next', 'resume', 'skip', 'yes-go-on')
  const says = turn.draft.places.length > 0 || trackNamed(turn) !== undefined || saying.ordinal !== undefined
  if (!says && !isPressed && !pending.choice) return undefined
  if (saying.asks && !says) return undefined
  return beginWalk(pending.kind, turn, pending, isPressed)
}
