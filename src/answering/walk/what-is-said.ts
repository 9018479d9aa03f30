import type { StepId, Walk } from '../../domain/walkthrough.ts'
import { currentStep, stepIdsOf } from '../../rules/walk-state.ts'
import type { Report } from '../../understanding/read-reports.ts'
import { countedEither, pointedAt, stepsNamed } from './find-step.ts'
import type { WalkTurn } from './walk-turn.ts'

/** A clause and the steps that it is said of. */
export interface Said {
  readonly report: Report
  readonly steps: readonly StepId[]
}

/** What a message says of the steps of a walk-through. */
export interface WhatIsSaid {
  readonly said: readonly Said[]
  /** Steps of which something is said that nothing could be made of. */
  readonly unread: readonly StepId[]
  /** The two steps that a number may mean. */
  readonly either?: readonly StepId[]
}

/** What was named and not yet spoken of: 报告、 joins what comes next, 资助奖励这条: rules it. */
interface Waiting {
  readonly steps: readonly StepId[]
  readonly leads?: Report['leads']
}
const NOTHING: Waiting = { steps: [] }

/** Finds what each clause of a message is said of. `speaks`: whether a clause says how far something is, or whether it is so. */
export function whatIsSaid(walk: Walk, turn: WalkTurn, speaks: (report: Report) => boolean): WhatIsSaid {
  const said: Said[] = []
  const unread: StepId[] = []
  let waiting = NOTHING
  for (const report of turn.saying.reports) {
    const either = speaks(report) ? countedEither(report, walk, turn.walkthroughs) : undefined
    if (either) return { said: [], unread: [], either }
    const named = stepsNamed(report, walk, turn.walkthroughs)
    if (speaks(report)) {
      const { steps, left } = subjectOf(report, named, waiting, said, walk, turn)
      if (steps.length > 0) said.push({ report, steps })
      unread.push(...left)
      waiting = NOTHING
    } else if (named.length > 0 && waiting.leads !== 'rules') {
      const joins = waiting.leads === 'joins'
      if (!joins) unread.push(...waiting.steps)
      waiting = { steps: joins ? [...waiting.steps, ...named] : named, leads: report.leads }
    } else if (report.points === 'last' && walk.last !== undefined && waiting.steps.length === 0) {
      // 那还是留着,没开始: points first, and says afterwards.
      waiting = { steps: [walk.last] }
    }
  }
  if (waiting.leads !== undefined || turn.saying.reports.length > 1) unread.push(...waiting.steps)
  const own = stepIdsOf(walk, turn.walkthroughs)
  const isSaid = (step: StepId): boolean => said.some((s) => s.steps.includes(step))
  return { said, unread: [...new Set(unread)].filter((step) => own.includes(step) && !isSaid(step)) }
}

interface Subject {
  readonly steps: readonly StepId[]
  /** What waited in vain. */
  readonly left: readonly StepId[]
}

function subjectOf(
  report: Report,
  named: readonly StepId[],
  waiting: Waiting,
  said: readonly Said[],
  walk: Walk,
  turn: WalkTurn,
): Subject {
  const isWhole = walk.kind === 'checklist'
  if (waiting.leads === 'rules') return { steps: waiting.steps, left: [] }
  if (isWhole && report.except && named.length > 0)
    return { steps: stepIdsOf(walk, turn.walkthroughs).filter((id) => !named.includes(id)), left: [] }
  if (named.length > 0)
    return waiting.leads === 'joins'
      ? { steps: [...waiting.steps, ...named], left: [] }
      : { steps: named, left: waiting.steps }
  if (waiting.steps.length > 0) return { steps: waiting.steps, left: [] }
  return { steps: unnamedSubject(report, said, walk, turn), left: [] }
}

function unnamedSubject(
  report: Report,
  said: readonly Said[],
  walk: Walk,
  { walkthroughs }: WalkTurn,
): readonly StepId[] {
  const pointed = pointedAt(report, walk, walkthroughs)
  if (pointed !== undefined) return [pointed]
  if (walk.kind === 'checklist' && report.all) return stepIdsOf(walk, walkthroughs)
  // 哦不对没盖, 章盖回来了: of what was said last, however long ago.
  if (said.length === 0 && walk.last !== undefined && (report.corrects || goesOnAbout(walk.last, report, walk)))
    return [walk.last]
  const last = said.at(-1)
  // 报告没完成,才搭了个框架: goes on about the same.
  if (last) return last.steps
  const current = currentStep(walk, walkthroughs)
  return current === undefined ? [] : [current]
}

// What is under way comes back by the word by which it went: 去盖章了, 章盖回来了.
function goesOnAbout(step: StepId, report: Report, walk: Walk): boolean {
  if (RETURNED.test(report.text)) return true
  const mark = walk.marks[step]
  const gone = mark?.is === 'doing' ? (mark.note ?? '') : ''
  return [...gone].some((c) => ERRANDS.includes(c) && report.text.includes(c))
}
const RETURNED = /又|退|打回/u
const ERRANDS = '盖章签批审会寄传改领催'
