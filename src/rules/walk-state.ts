import type { IsoDate } from '../domain/notice.ts'
import type { ChecklistItem, Condition, Mark, StepId, Walk, WalkMemory, Walkthroughs } from '../domain/walkthrough.ts'

/** The walk-through that the conversation is in. */
export const activeWalk = ({ saved, active }: WalkMemory): Walk | undefined => saved.find((w) => w.id === active?.id)

/** The items that a checklist leads its person through, in the notice's order. */
export const itemsOf = (walk: Walk, { checklist }: Walkthroughs): readonly ChecklistItem[] =>
  checklist.items.filter(
    ({ parts, tracks }) =>
      parts.includes(walk.part) && (tracks.length === 0 || walk.track === undefined || tracks.includes(walk.track)),
  )

/** The conditions that a self-check asks about now: those of its track whose own condition was met. */
export const conditionsOf = (walk: Walk, { selfCheck }: Walkthroughs): readonly Condition[] =>
  selfCheck.conditions.filter(
    (c) => c.track === walk.track && (c.onlyIf === undefined || walk.marks[c.onlyIf]?.is === 'yes'),
  )

/** Whether the answer to a condition is one that ends the matter. */
export const isHardStop = ({ id, hard }: Condition, { marks }: Walk): boolean =>
  hard !== undefined && marks[id]?.is === 'no'

/** The condition whose answer ends the matter. */
export const hardStop = (walk: Walk, walkthroughs: Walkthroughs): Condition | undefined =>
  conditionsOf(walk, walkthroughs).find((c) => isHardStop(c, walk))

/** Items or conditions of a walk-through, by id. */
export const stepIdsOf = (walk: Walk, walkthroughs: Walkthroughs): readonly StepId[] =>
  (walk.kind === 'checklist' ? itemsOf(walk, walkthroughs) : conditionsOf(walk, walkthroughs)).map((s) => s.id)

/** Whether nothing more is to be done about a step: done or not applicable, or answered in whatever way. */
export const isSettled = (mark: Mark | undefined): boolean =>
  mark !== undefined && mark.is !== 'open' && mark.is !== 'doing'

/** The step at hand: where the person went, else the first that is open, those put off last. Undefined: none is open. */
export function currentStep(walk: Walk, walkthroughs: Walkthroughs): StepId | undefined {
  const ids = stepIdsOf(walk, walkthroughs)
  if (walk.at !== undefined && ids.includes(walk.at)) return walk.at
  // On from the step last marked, then from the beginning; what is under way or put off waits.
  const from = ids.indexOf(walk.last ?? '') + 1
  const round = [...ids.slice(from), ...ids.slice(0, from)]
  return round.find((id) => walk.marks[id] === undefined && !walk.skipped.includes(id))
}

/** Steps that still wait for an answer or for work. */
export const openSteps = (walk: Walk, walkthroughs: Walkthroughs): readonly StepId[] =>
  stepIdsOf(walk, walkthroughs).filter((id) => !isSettled(walk.marks[id]))

/** A person's words as a note beside a mark. */
export const asNote = (text: string): string => text.slice(0, LONGEST_NOTE)
const LONGEST_NOTE = 60

/** The walk with a mark of a step; where the person went to is left, all else is kept. */
export const withMark = (walk: Walk, step: StepId, mark: Mark, day: IsoDate): Walk => ({
  ...walk,
  marks: { ...walk.marks, [step]: mark },
  skipped: walk.skipped.filter((s) => s !== step),
  last: step,
  at: undefined,
  touched: day,
})

/** The walk at the step that is `by` places after the one at hand (before it when negative), within its ends. */
export function moved(walk: Walk, walkthroughs: Walkthroughs, by: number, day: IsoDate): Walk {
  const ids = stepIdsOf(walk, walkthroughs)
  const current = currentStep(walk, walkthroughs)
  const from = current === undefined ? ids.length : ids.indexOf(current)
  const to = ids[Math.min(ids.length - 1, Math.max(0, from + by))]
  return { ...walk, at: to, touched: day }
}

/** The walk with a step put off: the next open one comes. */
export const putOff = (walk: Walk, step: StepId, day: IsoDate): Walk => ({
  ...walk,
  skipped: [...walk.skipped.filter((s) => s !== step), step],
  at: undefined,
  touched: day,
})

/** Items that should be done before a step and are not. */
export const missingBefore = (walk: Walk, item: ChecklistItem, walkthroughs: Walkthroughs): readonly ChecklistItem[] =>
  itemsOf(walk, walkthroughs).filter((i) => item.needs.includes(i.id) && !isSettled(walk.marks[i.id]))

/** The walk begun anew: the same place, track and part, nothing marked. */
export const afresh = (walk: Walk, day: IsoDate): Walk => ({
  ...walk,
  marks: {},
  skipped: [],
  at: undefined,
  last: undefined,
  touched: day,
})
