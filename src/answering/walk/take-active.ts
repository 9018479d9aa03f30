import type { Walk } from '../../domain/walkthrough.ts'
import { afresh } from '../../rules/walk-state.ts'
import { goOnWith } from './begin-walk.ts'
import { handOver } from './hand-over.ts'
import { kept, tellStep, withActions } from './keep-walk.ts'
import { tellMatrix, tellProgress, tellSaved } from './overview.ts'
import { isPlaceOnly, placeIt, switchWalk } from './switch-walk.ts'
import { asksAfter, takeChecklist } from './take-checklist.ts'
import { takeSelfCheck } from './take-self-check.ts'
import { placeNamed } from './told-of-walk.ts'
import { walkCopy } from './walk-copy.ts'
import { say } from './walk-pieces.ts'
import { nameOf, type Walked, type WalkTurn } from './walk-turn.ts'

/** What the walk-through that a conversation is in makes of a message. */
export function takeActive(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { saying, draft } = turn
  const { commands } = saying
  if (commands.has('exit')) return leave(walk.kind, turn)
  if (commands.has('restart')) return restart(walk, turn)
  if (commands.has('lists') && !commands.has('resume')) return { pieces: tellSaved(turn), memory: turn.memory }
  if (commands.has('switch')) return switchWalk(walk, turn)
  if (commands.has('export') || commands.has('calendar')) return handOver(walk, turn)
  if (commands.has('matrix')) return { pieces: tellMatrix(turn), memory: kept(walk, turn) }
  if (commands.has('progress')) return withActions(walk, turn, tellProgress(walk, turn))
  const isOther = walk.id !== turn.memory.active?.id
  const taken = walk.kind === 'checklist' ? takeChecklist(walk, turn) : takeSelfCheck(walk, turn)
  if (taken) return taken
  // 不对: something is wrong, and what is to be said.
  if (saying.reports.every((r) => r.corrects && r.reply === undefined && r.status === undefined && isBare(r.text)))
    return withActions(walk, turn, [say(walkCopy.whatToChange), ...tellStep(walk, turn)])
  if (isOther && (!saying.asks || asksAfter(saying))) return goOnWith(walk, turn)
  if (draft.places.length > 0 && isPlaceOnly(turn) && placeNamed(turn).place === walk.place) return goOnWith(walk, turn)
  return draft.places.length > 0 && walk.place === undefined && !saying.asks ? placeIt(walk, turn) : undefined
}

function restart(walk: Walk, turn: WalkTurn): Walked {
  const after = afresh(walk, turn.draft.day)
  const name = nameOf(walk.kind, turn.walkthroughs)
  return withActions(after, turn, [say(walkCopy.restarted(name)), ...tellStep(after, turn)])
}

/** Leaves a walk-through; all that was marked is kept. */
export function leave(kind: Walk['kind'], turn: WalkTurn): Walked {
  return {
    pieces: [say(walkCopy.leaving(nameOf(kind, turn.walkthroughs)))],
    memory: { ...turn.memory, active: undefined },
    suggestions: ['继续'],
  }
}

const isBare = (text: string): boolean => text.replace(/\P{L}/gu, '').length <= 4
