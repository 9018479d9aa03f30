import type { Mark, Status, StepId, Walk } from '../../domain/walkthrough.ts'
import { asNote, currentStep, moved, putOff, withMark } from '../../rules/walk-state.ts'
import type { Report } from '../../understanding/read-reports.ts'
import { findItem, tellItem, tellLeft, tellOthersItem, tellState, tellUnclear, tellWhich } from './checklist-step.ts'
import { countedEither, stepNamed, stepsNamed } from './find-step.ts'
import { withActions as keep } from './keep-walk.ts'
import { tellNoted } from './tell-noted.ts'
import { walkCopy } from './walk-copy.ts'
import { say } from './walk-pieces.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'
import { type Said, whatIsSaid } from './what-is-said.ts'

/** Takes what a message says of the checklist's items; undefined: it says nothing of them. */
export function takeChecklist(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { saying, walkthroughs, draft } = turn
  const { commands } = saying
  const naming = { ...saying, frame: saying.frames.find((f) => f.topics.length > 0) }
  const named = stepNamed(naming, walk, walkthroughs)
  const either = countedEither(naming, walk, walkthroughs)
  if (commands.has('left')) return keep(walk, turn, tellLeft(walk, turn))
  if (commands.has('state')) return keep(walk, turn, tellState(stepsNamed(naming, walk, walkthroughs), walk, turn))
  if (either && (commands.has('skip') || commands.has('goto'))) return keep(walk, turn, tellWhich(either, turn))
  if (commands.has('skip')) return skip(named ?? currentStep(walk, walkthroughs), walk, turn)
  if (commands.has('back')) return show(moved(walk, walkthroughs, -saying.back, draft.day), turn)
  // 那报告呢: where it stands, and what it is.
  if (named !== undefined && asksAfter(saying)) return goTo(named, walk, turn)
  if (saying.asks && !commands.has('change')) return undefined
  const noted = note(walk, turn)
  if (noted) return noted
  const comesBack = commands.has('resume') && (turn.memory.active?.aside ?? 0) > 0
  if (commands.has('next') && !comesBack) return show(moved(walk, walkthroughs, 1, draft.day), turn)
  if (commands.has('resume') || commands.has('yes-go-on')) return show({ ...walk, touched: draft.day }, turn)
  if (either && saying.text.length <= SHORT) return keep(walk, turn, tellWhich(either, turn))
  if (named !== undefined && (commands.has('goto') || saying.text.length <= SHORT)) return goTo(named, walk, turn)
  return undefined
}
const SHORT = 12

function goTo(step: StepId, walk: Walk, turn: WalkTurn): Walked {
  const item = findItem(step, turn)
  const isOthers = item !== undefined && !item.parts.includes(walk.part)
  return isOthers
    ? keep({ ...walk, last: step }, turn, tellOthersItem(item, walk, turn))
    : show({ ...walk, at: step, touched: turn.draft.day }, turn)
}

/** 那报告呢, 考核呢: a short question after one thing. */
export const asksAfter = ({ text, reports }: WalkTurn['saying']): boolean =>
  /^.{2,8}呢[?!。]*$/u.test(text) && reports.every((r) => r.status === undefined && r.reply === undefined)

const show = (walk: Walk, turn: WalkTurn): Walked => keep(walk, turn, tellItem(walk, turn))

function skip(step: StepId | undefined, walk: Walk, turn: WalkTurn): Walked {
  const item = findItem(step, turn)
  if (!item || step === undefined) return show(walk, turn)
  const after = putOff(walk, step, turn.draft.day)
  return keep(after, turn, [say(walkCopy.skipped(item.label, item.name)), ...tellItem(after, turn)])
}

interface Noting {
  readonly step: StepId
  readonly status: Status
  readonly report: Report
}

function note(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { saying, draft } = turn
  // 好,接着刚才的: only goes on.
  const goesOn = saying.commands.has('resume') || saying.commands.has('next')
  const { said, unread, either } = whatIsSaid(
    walk,
    turn,
    (r) => r.status !== undefined && (!goesOn || r.frame.topics.length > 0),
  )
  if (either) return keep(walk, turn, tellWhich(either, turn))
  const notings = said.flatMap((s) => notingsOf(s, walk))
  const unclear = [
    ...said.filter((s) => s.report.status === 'vague').flatMap((s) => s.steps),
    ...(said.length > 0 ? unread : []),
  ].filter((step) => !notings.some((n) => n.step === step))
  if (notings.length === 0 && unclear.length === 0) return undefined
  const marked = notings.reduce(
    (w, { step, report, status }) => withMark(w, step, markOf(status, report, draft.day), draft.day),
    walk,
  )
  const after = withNote(marked, saying.reports.find((r) => r.note !== undefined)?.note, draft.day)
  const changed = [...new Set(notings.map((n) => n.step))]
  const [ask] = unclear
  const told = tellNoted(changed, walk, after, turn)
  return ask === undefined
    ? keep(after, turn, [...told, ...tellItem(after, turn)])
    : keep({ ...after, at: ask }, turn, [...told, ...tellUnclear([...new Set(unclear)], turn)])
}

// 报告写了一半,备注等财政局的数据: beside what was marked last.
function withNote(walk: Walk, note: string | undefined, day: string): Walk {
  const mark = walk.marks[walk.last ?? '']
  if (note === undefined || walk.last === undefined || !mark) return walk
  return withMark(walk, walk.last, { ...mark, note: asNote(note) }, day)
}

// 都没弄 takes nothing back that was done; what is said of one item does.
function notingsOf({ report, steps }: Said, walk: Walk): readonly Noting[] {
  const { status } = report
  if (status === undefined || status === 'vague') return []
  const isBroad = steps.length > 1 && (report.all || report.except) && status !== 'done'
  return steps.filter((step) => !isBroad || walk.marks[step]?.is !== 'done').map((step) => ({ step, status, report }))
}

// What says more than how far it is stays with it, in the person's own words.
function markOf(status: Status, { text }: Report, day: string): Mark {
  const said = asNote(text.replace(/[,。.!、;:\s]+$/gu, ''))
  const isTelling = status === 'doing' || said.length > PLAIN
  return { is: status, on: day, ...(isTelling && { note: said }) }
}
const PLAIN = 12
