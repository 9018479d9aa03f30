import type { ChecklistItem, Status, Walk } from '../../domain/walkthrough.ts'
import { itemsOf, missingBefore, openSteps } from '../../rules/walk-state.ts'
import { walkCopy } from '../walk/walk-copy.ts'
import { doneBy, itemTitle } from '../walk/walk-pieces.ts'
import type { TruthSources } from './truth-sources.ts'

/** The sentences that hold of a checklist: its items, how far they are, what was just noted. */
export function checklistTruths(walk: Walk, sources: TruthSources): readonly string[] {
  const { walkthroughs, pack } = sources
  const own = itemsOf(walk, walkthroughs)
  const open = openSteps(walk, walkthroughs).length
  const others = walkthroughs.checklist.items.filter((i) => !own.includes(i))
  return [
    ...(open > 0 ? [walkCopy.left(String(open))] : []),
    ...others.map((i) => walkCopy.notOurs(i.label, i.name, doneBy(i, pack))),
    ...walkthroughs.checklist.items.flatMap((item) => ofItem(item, own, walk, sources)),
  ]
}

function ofItem(
  item: ChecklistItem,
  own: readonly ChecklistItem[],
  walk: Walk,
  sources: TruthSources,
): readonly string[] {
  const { pack, walkthroughs } = sources
  const { label, name } = item
  const mark = walk.marks[item.id]
  const status = statusText(mark?.is)
  const at = own.indexOf(item)
  const missing = missingBefore(walk, item, walkthroughs).map((i) => i.name)
  return [
    walkCopy.line(label, name, status),
    ...(mark?.note === undefined ? [] : [walkCopy.lineNote(label, name, status, mark.note)]),
    ...(at < 0 ? [] : [walkCopy.step(String(at + 1), String(own.length), label, name, status)]),
    ...(missing.length > 0 ? [walkCopy.needs(missing.join('、'))] : []),
    ...(walk.skipped.includes(item.id) ? [walkCopy.skipped(label, name)] : []),
    ...(mark === undefined ? [] : noted(item, status, mark.note, doneBy(item, pack))),
    ...changedFrom(item, status, walk, sources),
  ]
}

const noted = (
  { label, name }: ChecklistItem,
  status: string,
  note: string | undefined,
  who: string,
): readonly string[] => [
  walkCopy.noted(label, name, status),
  walkCopy.notedOther(label, name, status, who),
  ...(note === undefined ? [] : [walkCopy.notedNote(label, name, status, note)]),
]

function changedFrom(item: ChecklistItem, status: string, walk: Walk, { before }: TruthSources): readonly string[] {
  const was = before?.saved.find((w) => w.id === walk.id)?.marks[item.id]
  return was === undefined ? [] : [walkCopy.changed(itemTitle(item), statusText(was.is), status)]
}

/** How a status is called; what is not marked is not begun. */
export const statusText = (is: string | undefined): string =>
  is !== undefined && is in walkCopy.status ? walkCopy.status[is as Status] : walkCopy.status.open
