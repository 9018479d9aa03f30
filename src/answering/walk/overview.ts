import type { Piece } from '../../domain/answer.ts'
import type { Walk } from '../../domain/walkthrough.ts'
import { isSettled, stepIdsOf } from '../../rules/walk-state.ts'
import { cite } from '../cite.ts'
import { tellLine } from './checklist-step.ts'
import { tellAnswer } from './self-check-step.ts'
import { walkCopy } from './walk-copy.ts'
import { about, doneBy, rolesNamed, say, sayFacts } from './walk-pieces.ts'
import { nameOf, type WalkTurn } from './walk-turn.ts'

/** How far a walk-through is: every step with its state. */
export function tellProgress(walk: Walk, turn: WalkTurn): readonly Piece[] {
  const { walkthroughs, draft } = turn
  const ids = stepIdsOf(walk, walkthroughs)
  const done = String(ids.filter((id) => isSettled(walk.marks[id])).length)
  const count = String(ids.length)
  const title = about(walk, draft)
  const name = nameOf(walk.kind, walkthroughs)
  const isChecklist = walk.kind === 'checklist'
  const text = isChecklist
    ? walkCopy.progress(name, title, done, count)
    : walkCopy.progressQuestions(name, title, done, count)
  return [say(text), ...ids.map((id) => (isChecklist ? tellLine(id, walk, turn) : tellAnswer(id, walk, turn)))]
}

/** Who does what by when, for all that take part. */
export function tellMatrix(turn: WalkTurn): readonly Piece[] {
  const { walkthroughs, draft } = turn
  const { pack } = draft.reader
  const { items, facts } = walkthroughs.checklist
  const lines = items.map((item): Piece => {
    const date = pack.dates.find((d) => d.id === item.date)
    const who = doneBy(item, pack)
    const rest = [
      who === '' ? walkCopy.whoUnstated : who,
      ...(item.to.length > 0 ? [walkCopy.toWhom(rolesNamed(item.to, pack))] : []),
      ...(item.medium === undefined ? [] : [walkCopy.medium(item.medium)]),
      ...(date ? [walkCopy.byWhen(date.phrase)] : []),
    ].join('')
    return {
      ...say(walkCopy.line(item.label, item.name, rest)),
      citations: [cite(pack, item)],
    }
  })
  return [say(walkCopy.matrix(pack.short)), ...lines, ...sayFacts(facts, draft)]
}

/** All walk-throughs that a person has, the one touched last first. */
export function tellSaved(turn: WalkTurn): readonly Piece[] {
  const { memory, walkthroughs, draft } = turn
  const saved = [...memory.saved].sort((a, b) => b.touched.localeCompare(a.touched))
  if (saved.length === 0) return [say(walkCopy.noneSaved)]
  const lines = saved.slice(0, MOST_SHOWN).map((walk) => {
    const ids = stepIdsOf(walk, walkthroughs)
    const done = String(ids.filter((id) => isSettled(walk.marks[id])).length)
    const title = about(walk, draft)
    const count = String(ids.length)
    return say(walkCopy.savedLine(nameOf(walk.kind, walkthroughs), title, done, count))
  })
  return [say(walkCopy.saved(String(saved.length))), ...lines, say(walkCopy.savedHow)]
}
const MOST_SHOWN = 10
