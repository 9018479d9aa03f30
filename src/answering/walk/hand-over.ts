import type { Answer } from '../../domain/answer.ts'
import type { Walk } from '../../domain/walkthrough.ts'
import { inChinese } from '../../rules/calendar.ts'
import { standingOf } from '../../rules/deadlines.ts'
import { actionsOf, kept } from './keep-walk.ts'
import { walkCopy } from './walk-copy.ts'
import { say } from './walk-pieces.ts'
import { nameOf, type Walked, type WalkTurn } from './walk-turn.ts'

/** Hands a walk-through over: as documents, or its dates that are still ahead for a calendar. */
export function handOver(walk: Walk, turn: WalkTurn): Walked {
  const { saying, draft, walkthroughs } = turn
  const ahead = draft.reader.pack.dates.filter((d) => d.kind === 'deadline' && d.date > draft.day)
  const isCalendar = saying.commands.has('calendar')
  const names = ahead
    .map((d) => walkCopy.calendarDate(d.name, d.phrase, inChinese(standingOf(d, draft.day).safeDay)))
    .join('、')
  const head = isCalendar
    ? ahead.length > 0
      ? say(walkCopy.calendar(names))
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
