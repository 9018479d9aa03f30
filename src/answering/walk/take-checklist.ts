import type { Mark, StepId, Walk } from '../../domain/walkthrough.ts'
import { currentStep, moved, putOff, withMark } from '../../rules/walk-state.ts'
import type { Report } from '../../understanding/read-walk-saying.ts'
import { CHECKLIST_ACTIONS, findItem, tellItem, tellLeft, tellNoted } from './checklist-step.ts'
import { stepNamed } from './find-step.ts'
import { kept } from './keep-walk.ts'
import { walkCopy } from './walk-copy.ts'
import { say } from './walk-pieces.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'

/** Takes what a message says of the checklist's items; undefined: it says nothing of them. */
export function takeChecklist(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { saying, walkthroughs, draft } = turn
  const { commands } = saying
  const named = stepNamed({ ...saying, frame: saying.frames.find((f) => f.topics.length > 0) }, walk, walkthroughs)
  if (commands.has('left')) return keep(walk, turn, tellLeft(walk, turn))
  if (commands.has('skip')) return skip(named ?? currentStep(walk, walkthroughs), walk, turn)
  if (commands.has('back')) return show(moved(walk, walkthroughs, -1, draft.day), turn)
  if (saying.asks && !commands.has('change')) return undefined
  // 好,接着刚才的: only goes on.
  const goesOn = commands.has('resume') || commands.has('next')
  const reports = saying.reports.filter((r) => r.status !== undefined && (!goesOn || r.frame.topics.length > 0))
  const noted = reports.length > 0 ? note(reports, walk, turn) : undefined
  if (noted) return noted
  const comesBack = commands.has('resume') && (turn.memory.active?.aside ?? 0) > 0
  if (commands.has('next') && !comesBack) return show(moved(walk, walkthroughs, 1, draft.day), turn)
  if (commands.has('resume') || commands.has('yes-go-on')) return show({ ...walk, touched: draft.day }, turn)
  if (named !== undefined && (commands.has('goto') || saying.text.length <= SHORT))
    return show({ ...walk, at: named, touched: draft.day }, turn)
  return undefined
}
const SHORT = 12

const keep = (walk: Walk, turn: WalkTurn, pieces: Walked['pieces']): Walked => ({
  pieces,
  memory: kept(walk, turn),
  suggestions: CHECKLIST_ACTIONS,
})

const show = (walk: Walk, turn: WalkTurn): Walked => keep(walk, turn, tellItem(walk, turn))

function skip(step: StepId | undefined, walk: Walk, turn: WalkTurn): Walked {
  const item = findItem(step, turn)
  if (!item || step === undefined) return show(walk, turn)
  const after = putOff(walk, step, turn.draft.day)
  return keep(after, turn, [say(walkCopy.skipped(item.label, item.name)), ...tellItem(after, turn)])
}

function note(reports: readonly Report[], walk: Walk, turn: WalkTurn): Walked | undefined {
  const { walkthroughs, draft } = turn
  let after = walk
  const pieces: Walked['pieces'][number][] = []
  for (const report of reports) {
    const step = stepNamed(report, after, walkthroughs) ?? (reports.length === 1 ? pointed(walk, turn) : undefined)
    if (step === undefined || report.status === undefined) continue
    const before = after.marks[step]
    after = withMark(after, step, markOf(report, draft.day), draft.day)
    pieces.push(...tellNoted(step, before, after, turn))
  }
  return pieces.length > 0 ? keep(after, turn, [...pieces, ...tellItem(after, turn)]) : undefined
}

// 那还是留着,没开始: of what was said last; without a pointer, of what is at hand.
const pointed = (walk: Walk, { saying, walkthroughs }: WalkTurn): StepId | undefined =>
  saying.points === 'last' ? walk.last : currentStep(walk, walkthroughs)

// What says more than how far it is stays with it, in the person's own words.
function markOf({ status = 'open', text }: Report, day: string): Mark {
  const note = text.replace(/[,。.!、;\s]+$/gu, '').slice(0, LONGEST_NOTE)
  const isTelling = status === 'doing' || note.length > PLAIN
  return { is: status, on: day, ...(isTelling && { note }) }
}
const LONGEST_NOTE = 60
const PLAIN = 12
