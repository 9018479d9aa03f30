import type { Walk } from '../../domain/walkthrough.ts'
import { activeWalk } from '../../rules/walk-state.ts'
import { tellsTo } from '../../understanding/read-walk-saying.ts'
import { beginWalk } from './begin-walk.ts'
import { beginsWalk } from './begins-walk.ts'
import { comeBack } from './come-back.ts'
import { stepNamed } from './find-step.ts'
import { takeReminders } from './remind.ts'
import { goElsewhere } from './switch-walk.ts'
import { takeActive } from './take-active.ts'
import { takePending } from './take-pending.ts'
import { placeNamed } from './told-of-walk.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'

/** What a walk-through makes of a message: its answer, or undefined where the message is a question like any other. */
export function routeWalk(turn: WalkTurn): Walked | undefined {
  const { memory, saying } = turn
  const walk = walkMeant(turn)
  const { pending } = memory.active ?? {}
  const reminders = takeReminders(turn)
  if (reminders) return reminders
  if (pending && !saying.starts) return takePending(turn)
  const kind = beginsWalk(turn)
  if (walk) {
    // 自评报告写了一半 names an item, whatever else its words begin.
    const isReport = saying.reports.some((r) => r.status !== undefined && stepNamed(r, walk, turn.walkthroughs))
    if (kind && !isReport && startsAnother(kind, walk, turn)) return beginWalk(kind, turn, fromFocus(turn))
    return goElsewhere(walk, turn) ?? takeActive(walk, turn)
  }
  // 接着自查: goes on with what is kept rather than beginning anew.
  if (saying.starts && !saying.commands.has('resume')) return beginWalk(saying.starts, turn, fromFocus(turn))
  return comeBack(turn) ?? (kind && beginWalk(kind, turn, fromFocus(turn)))
}

// The one that the conversation is in; a place that another one is about brings that one.
function walkMeant(turn: WalkTurn): Walk | undefined {
  const { memory } = turn
  const active = activeWalk(memory)
  const { place } = placeNamed(turn)
  if (place === undefined || !active || active.place === place) return active
  return memory.saved.find((w) => w.place === place && w.kind === active.kind) ?? active
}

function startsAnother(kind: Walk['kind'], walk: Walk, turn: WalkTurn): boolean {
  const { saying } = turn
  if (tellsTo(saying, 'resume', 'exit', 'export')) return false
  if (kind !== walk.kind) return true
  const { place, choice } = placeNamed(turn)
  return choice !== undefined || (place !== undefined && place !== walk.place)
}

// A place that was just talked about is the one meant, unless another is named.
function fromFocus({ draft }: WalkTurn): { place?: string } {
  const place = draft.focus?.place?.code
  const isApplicant = place !== undefined && draft.regions.get(place).parent !== undefined
  return isApplicant && draft.places.length === 0 ? { place } : {}
}
