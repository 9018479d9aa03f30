import type { Answer } from '../../domain/answer.ts'
import type { ActiveWalk, Walk, WalkMemory } from '../../domain/walkthrough.ts'
import { inChinese } from '../../rules/calendar.ts'
import { standingOf } from '../../rules/deadlines.ts'
import { afresh, currentStep } from '../../rules/walk-state.ts'
import { actionsOf, beginWalk, goOnWith, kept, placeNamed, tellStep, trackNamed, trackOf } from './begin-walk.ts'
import { findItem } from './checklist-step.ts'
import { stepNamed } from './find-step.ts'
import { citationsOf, tellMatrix, tellProgress, tellSaved } from './overview.ts'
import { takeReminders } from './remind.ts'
import { findCondition } from './self-check-step.ts'
import { takeChecklist } from './take-checklist.ts'
import { takeSelfCheck } from './take-self-check.ts'
import { walkCopy } from './walk-copy.ts'
import { about, say } from './walk-pieces.ts'
import { nameOf, type Walked, type WalkTurn } from './walk-turn.ts'

/** What a walk-through makes of a message: its answer, or undefined where the message is a question like any other. */
export function routeWalk(turn: WalkTurn): Walked | undefined {
  const { memory, saying } = turn
  const walk = walkMeant(turn)
  const { pending } = memory.active ?? {}
  const reminders = takeReminders(turn)
  if (reminders) return reminders
  if (pending && !saying.starts) return takePending(turn)
  // 自评报告写了一半 names an item, whatever else its words begin.
  const isReport = walk && saying.reports.some((r) => r.status !== undefined && stepNamed(r, walk, turn.walkthroughs))
  if (walk && saying.starts && !isReport && startsAnother(walk, turn))
    return beginWalk(saying.starts, turn, fromFocus(turn))
  if (walk) return takeActive(walk, turn)
  // 接着自查: goes on with what is kept rather than beginning anew.
  if (saying.starts && saying.commands.has('resume'))
    return comeBack(turn) ?? beginWalk(saying.starts, turn, fromFocus(turn))
  if (saying.starts) return beginWalk(saying.starts, turn, fromFocus(turn))
  return comeBack(turn)
}

/** The line and actions that lead back, for an answer that was no part of the walk-through; none once several went by. */
export function offerToGoOn(turn: WalkTurn): Walked | undefined {
  const { memory, walkthroughs } = turn
  const { active } = memory
  if (!active || (active.id === undefined && !active.pending)) return undefined
  const after: WalkMemory = { ...memory, active: { ...active, aside: active.aside + 1 } }
  if (active.aside >= MOST_ASIDES) return { pieces: [], memory: after }
  const walk = memory.saved.find((w) => w.id === active.id)
  if (!walk) {
    const kind = active.pending?.kind ?? 'checklist'
    return { pieces: [say(walkCopy.goOnPending(nameOf(kind, walkthroughs)))], memory: after }
  }
  return { pieces: [say(backTo(walk, turn))], memory: after, suggestions: ['继续'] }
}
const MOST_ASIDES = 3

function backTo(walk: Walk, turn: WalkTurn): string {
  const at = currentStep(walk, turn.walkthroughs)
  const label = findItem(at, turn)?.name ?? findCondition(at, turn)?.label
  const name = nameOf(walk.kind, turn.walkthroughs)
  return label === undefined ? walkCopy.goOnOpen(name) : walkCopy.goOn(name, label)
}

/** The step at hand once more, for a message that nothing could be made of. */
export function showAgain(turn: WalkTurn): Walked | undefined {
  const walk = turn.memory.saved.find((w) => w.id === turn.memory.active?.id)
  return walk && { pieces: tellStep(walk, turn), memory: kept(walk, turn), suggestions: actionsOf(walk) }
}

// The one that the conversation is in; a place that another one is about brings that one.
function walkMeant(turn: WalkTurn): Walk | undefined {
  const { memory } = turn
  const active = memory.saved.find((w) => w.id === memory.active?.id)
  const { place } = placeNamed(turn)
  if (place === undefined || !active || active.place === place) return active
  return memory.saved.find((w) => w.place === place && w.kind === active.kind) ?? active
}

function startsAnother(walk: Walk, turn: WalkTurn): boolean {
  const { saying } = turn
  if (saying.commands.has('resume') || saying.commands.has('exit') || saying.commands.has('export')) return false
  if (saying.starts !== walk.kind) return true
  const { place, choice } = placeNamed(turn)
  return choice !== undefined || (place !== undefined && place !== walk.place)
}

// A place that was just talked about is the one meant, unless another is named.
function fromFocus({ draft }: WalkTurn): { place?: string } {
  const place = draft.focus?.place?.code
  const isApplicant = place !== undefined && draft.regions.get(place).parent !== undefined
  return isApplicant && draft.places.length === 0 ? { place } : {}
}

function takePending(turn: WalkTurn): Walked | undefined {
  const { memory, saying } = turn
  const pending = memory.active?.pending
  if (!pending) return undefined
  if (saying.commands.has('exit')) return leave(pending.kind, turn)
  const isPressed = ['next', 'resume', 'skip', 'yes-go-on'].some((c) => saying.commands.has(c as 'next'))
  const says = turn.draft.places.length > 0 || trackNamed(turn) !== undefined || saying.ordinal !== undefined
  if (!says && !isPressed && !pending.choice) return undefined
  if (saying.asks && !says) return undefined
  return beginWalk(pending.kind, turn, pending, isPressed)
}

function leave(kind: Walk['kind'], turn: WalkTurn): Walked {
  return {
    pieces: [say(walkCopy.leaving(nameOf(kind, turn.walkthroughs)))],
    memory: { ...turn.memory, active: undefined },
    suggestions: ['继续清单'],
  }
}

function takeActive(walk: Walk, turn: WalkTurn): Walked | undefined {
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
  if (isOther && !saying.asks) return goOnWith(walk, turn)
  return draft.places.length > 0 && walk.place === undefined && !saying.asks ? placeIt(walk, turn) : undefined
}

const withActions = (walk: Walk, turn: WalkTurn, pieces: Walked['pieces']): Walked => ({
  pieces,
  memory: kept(walk, turn),
  suggestions: actionsOf(walk),
})

function restart(walk: Walk, turn: WalkTurn): Walked {
  const after = afresh(walk, turn.draft.day)
  const name = nameOf(walk.kind, turn.walkthroughs)
  return withActions(after, turn, [say(walkCopy.restarted(name)), ...tellStep(after, turn)])
}

// 换成示范城市: another track, where the place's kind leaves it open; 切回桐庐: another walk-through.
function switchWalk(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { draft, walkthroughs } = turn
  if (walk.id !== turn.memory.active?.id) return goOnWith(walk, turn)
  const track = trackNamed(turn)
  if (track === undefined) return draft.places.length > 0 ? beginWalk(walk.kind, turn) : undefined
  const fixed = walk.place === undefined ? undefined : trackOf(walk.place, turn)
  const name = (id: string | undefined): string => draft.reader.pack.tracks.find((t) => t.id === id)?.name ?? ''
  if (fixed !== undefined && fixed !== track && walk.place !== undefined) {
    const place = draft.regions.get(walk.place).name
    return withActions(walk, turn, [say(walkCopy.cannotSwitch(place, name(fixed)), place), ...tellStep(walk, turn)])
  }
  const after: Walk = { ...walk, track, at: undefined, touched: draft.day }
  return withActions(after, turn, [
    say(walkCopy.switched(name(track))),
    say(
      walkCopy.nowAt(nameOf(walk.kind, walkthroughs), about(after, walkthroughs, draft)),
      about(after, walkthroughs, draft),
    ),
    ...tellStep(after, turn),
  ])
}

function placeIt(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { place } = placeNamed(turn)
  if (place === undefined) return undefined
  const track = trackOf(place, turn) ?? walk.track
  const after: Walk = { ...walk, place, ...(track !== undefined && { track }), touched: turn.draft.day }
  const title = about(after, turn.walkthroughs, turn.draft)
  return withActions(after, turn, [
    say(walkCopy.nowAt(nameOf(walk.kind, turn.walkthroughs), title), title),
    ...tellStep(after, turn),
  ])
}

function handOver(walk: Walk, turn: WalkTurn): Walked {
  const { saying, draft, walkthroughs } = turn
  const ahead = draft.reader.pack.dates.filter((d) => d.kind === 'deadline' && d.date > draft.day)
  const isCalendar = saying.commands.has('calendar')
  const names = ahead
    .map((d) => walkCopy.calendarDate(d.name, d.phrase, inChinese(standingOf(d, draft.day).safeDay)))
    .join('、')
  const head = isCalendar
    ? ahead.length > 0
      ? say(walkCopy.calendar(names), names)
      : say(walkCopy.calendarOver)
    : say(walkCopy.exported(nameOf(walk.kind, walkthroughs)))
  const formats: NonNullable<Answer['documents']>['formats'] = [
    ...(isCalendar ? [] : (['docx', 'html', 'md'] as const)),
    ...(ahead.length > 0 ? (['ics'] as const) : []),
  ]
  return {
    pieces: [head, ...(isCalendar ? [] : [say(walkCopy.exportedHere)]), say(walkCopy.decides)],
    memory: kept(walk, turn),
    suggestions: actionsOf(walk),
    ...(formats.length > 0 && { documents: { walk: walk.id, formats } }),
  }
}

// 继续上次的清单, in a new conversation: the walk-through touched last, or that of the place named.
function comeBack(turn: WalkTurn): Walked | undefined {
  const { memory, saying, draft } = turn
  const { commands } = saying
  if (commands.has('lists') && !commands.has('resume')) return { pieces: tellSaved(turn), memory }
  if (commands.has('matrix') && !saying.frames.some((f) => f.topics.length > MOST_TOPICS))
    return { pieces: tellMatrix(turn), memory }
  const returns = ['resume', 'left', 'progress', 'export', 'calendar', 'yes-go-on'].some((c) =>
    commands.has(c as 'left'),
  )
  if (memory.saved.length === 0 || !returns || (draft.focus !== undefined && commands.has('yes-go-on')))
    return undefined
  const { place } = placeNamed(turn)
  const fitting = memory.saved.filter((w) => place === undefined || w.place === place)
  const [last] = [...fitting].sort((a, b) => b.touched.localeCompare(a.touched))
  if (!last) return undefined
  const active: ActiveWalk = { id: last.id, aside: 0 }
  const resumed = { ...turn, memory: { ...memory, active } }
  return commands.has('resume') ? goOnWith(last, resumed) : takeActive(last, resumed)
}
const MOST_TOPICS = 3

export { citationsOf }
