import type { Piece } from '../../domain/answer.ts'
import type { ChecklistItem, Status, StepId, Walk } from '../../domain/walkthrough.ts'
import { missingBefore } from '../../rules/walk-state.ts'
import { findItem, statusOf } from './checklist-step.ts'
import { walkCopy } from './walk-copy.ts'
import { doneBy, itemTitle, say, sayQuote } from './walk-pieces.ts'
import type { WalkTurn } from './walk-turn.ts'

/** Says what was noted of items, what should have come before them, and what the notice says of one that is left out. */
export function tellNoted(ids: readonly StepId[], before: Walk, after: Walk, turn: WalkTurn): readonly Piece[] {
  const items = ids.flatMap((id) => findItem(id, turn) ?? [])
  const noted = items.length > MOST_SINGLE ? together(items, after) : items.map((i) => single(i, before, after, turn))
  const own = items.filter((i) => after.marks[i.id]?.is === 'none' && i.parts.includes(after.part))
  return [
    ...noted,
    ...tellEarly(items, after, turn),
    ...own.slice(0, MOST_SINGLE).map((i) => sayQuote(i, turn.draft.reader.pack)),
  ]
}
const MOST_SINGLE = 3

function tellEarly(items: readonly ChecklistItem[], walk: Walk, { walkthroughs }: WalkTurn): readonly Piece[] {
  const done = items.filter((i) => walk.marks[i.id]?.is === 'done')
  const early = done.flatMap((i) => missingBefore(walk, i, walkthroughs)).map((i) => i.name)
  const names = [...new Set(early)]
  return names.length > 0 ? [say(walkCopy.early(names.join('、')))] : []
}

// Many at once: a line for each state.
function together(items: readonly ChecklistItem[], walk: Walk): readonly Piece[] {
  const statuses = [...new Set(items.map((i) => statusOf(walk.marks[i.id])))]
  return statuses.map((status: Status) => {
    const titles = items.filter((i) => statusOf(walk.marks[i.id]) === status).map(itemTitle)
    const text = titles.length > 1 ? walkCopy.notedMany : walkCopy.notedOne
    return say(text(titles.join('、'), walkCopy.status[status]))
  })
}

function single(item: ChecklistItem, before: Walk, after: Walk, { draft }: WalkTurn): Piece {
  const mark = after.marks[item.id]
  const [was, status] = [before.marks[item.id], walkCopy.status[statusOf(mark)]]
  const who = doneBy(item, draft.reader.pack)
  const title = itemTitle(item)
  if (was !== undefined && was.is !== mark?.is)
    return say(walkCopy.changed(title, walkCopy.status[statusOf(was)], status))
  if (!item.parts.includes(after.part) && who !== '')
    return say(walkCopy.notedOther(item.label, item.name, status, who))
  return mark?.note === undefined
    ? say(walkCopy.noted(item.label, item.name, status))
    : say(walkCopy.notedNote(item.label, item.name, status, mark.note))
}
