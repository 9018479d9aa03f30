import type { Piece } from '../../domain/answer.ts'
import type { ChecklistItem, Mark, Status, StepId, Walk } from '../../domain/walkthrough.ts'
import { currentStep, itemsOf, missingBefore, openSteps } from '../../rules/walk-state.ts'
import { walkCopy } from './walk-copy.ts'
import { doneBy, itemTitle, say, sayDate, sayFacts } from './walk-pieces.ts'
import type { WalkTurn } from './walk-turn.ts'

/** What can be typed at a step of the checklist. */
export const CHECKLIST_ACTIONS = ['办好了', '办了一半', '跳过', '还差哪些', '导出', '退出']

export const statusOf = (mark: Mark | undefined): Status =>
  mark !== undefined && mark.is in walkCopy.status ? (mark.is as Status) : 'open'

/** Tells the step at hand: what it is, who does it, on paper or online, what must be there first, by when; or what is left when all was looked at. */
export function tellItem(walk: Walk, turn: WalkTurn): readonly Piece[] {
  const { walkthroughs, draft } = turn
  const at = currentStep(walk, walkthroughs)
  const items = itemsOf(walk, walkthroughs)
  const item = findItem(at, turn)
  if (!item) return tellAllSeen(walk, turn)
  const position = String(items.indexOf(item) + 1)
  const count = String(items.length)
  const status = walkCopy.status[statusOf(walk.marks[item.id])]
  const head = items.includes(item)
    ? say(walkCopy.step(position, count, item.label, item.name, status))
    : say(walkCopy.line(item.label, item.name, status))
  const missing = missingBefore(walk, item, walkthroughs).map((i) => i.name)
  const date = draft.reader.pack.dates.find((d) => d.id === item.date)
  return [
    head,
    ...sayFacts(item.facts, draft),
    ...(missing.length > 0 ? [say(walkCopy.needs(missing.join('、')))] : []),
    ...(date ? sayDate(date, draft) : []),
    say(walkCopy.askDone),
  ]
}

function tellAllSeen(walk: Walk, turn: WalkTurn): readonly Piece[] {
  const { walkthroughs } = turn
  const { name } = walkthroughs.checklist
  return openSteps(walk, walkthroughs).length === 0
    ? [say(walkCopy.nothingLeft(name)), say(walkCopy.sayWhich)]
    : [...tellLeft(walk, turn), say(walkCopy.sayWhich)]
}

/** Lists what is not done yet. */
export function tellLeft(walk: Walk, turn: WalkTurn): readonly Piece[] {
  const open = openSteps(walk, turn.walkthroughs)
  if (open.length === 0) return [say(walkCopy.nothingLeft(turn.walkthroughs.checklist.name))]
  return [say(walkCopy.left(String(open.length))), ...open.map((id) => tellLine(id, walk, turn))]
}

/** One item with how far it is, on a line. */
export function tellLine(id: StepId, walk: Walk, turn: WalkTurn): Piece {
  const item = findItem(id, turn)
  const mark = walk.marks[id]
  const status = walkCopy.status[statusOf(mark)]
  const [label, name] = [item?.label ?? '', item?.name ?? '']
  return mark?.note === undefined
    ? say(walkCopy.line(label, name, status))
    : say(walkCopy.lineNote(label, name, status, mark.note))
}

/** An item that somebody else sees to: who, and what the notice says of it. */
export function tellOthersItem(item: ChecklistItem, walk: Walk, turn: WalkTurn): readonly Piece[] {
  const who = doneBy(item, turn.draft.reader.pack)
  return [
    tellLine(item.id, walk, turn),
    ...(who === '' ? [] : [say(walkCopy.notOurs(item.label, item.name, who))]),
    ...sayFacts(item.facts, turn.draft),
  ]
}

/** How far the named items are; where none is named, what is left. */
export function tellState(ids: readonly StepId[], walk: Walk, turn: WalkTurn): readonly Piece[] {
  return ids.length > 0 ? ids.map((id) => tellLine(id, walk, turn)) : tellLeft(walk, turn)
}

/** Asks how far the items are of which something was said that could not be told. */
export function tellUnclear(ids: readonly StepId[], turn: WalkTurn): readonly Piece[] {
  return [say(walkCopy.unclear(ids.map((id) => titleOf(id, turn)).join('、'))), say(walkCopy.askHowFar)]
}

/** Asks which of two steps a number means. */
export function tellWhich([one, other]: readonly StepId[], turn: WalkTurn): readonly Piece[] {
  return [say(walkCopy.whichStep(titleOf(one, turn), titleOf(other, turn)))]
}

const titleOf = (id: StepId | undefined, turn: WalkTurn): string => {
  const item = findItem(id, turn)
  return item ? itemTitle(item) : ''
}

export const findItem = (id: StepId | undefined, { walkthroughs }: WalkTurn): ChecklistItem | undefined =>
  walkthroughs.checklist.items.find((i) => i.id === id)
