import type { Answer } from '../../domain/answer.ts'
import type { Walk } from '../../domain/walkthrough.ts'
import { inChinese } from '../../rules/calendar.ts'
import { deadlinesAhead, standingOf } from '../../rules/deadlines.ts'
import { withActions } from './keep-walk.ts'
import { walkCopy } from './walk-copy.ts'
import { say } from './walk-pieces.ts'
import { nameOf, type Walked, type WalkTurn } from './walk-turn.ts'

/** Hands a walk-through over: as documents, or its dates that are still ahead for a calendar. */
export function handOver(walk: Walk, turn: WalkTurn): Walked {
  const { saying, draft, walkthroughs } = turn
  const ahead = deadlinesAhead(draft.reader.pack.dates, draft.day)
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
  const pieces = [head, ...(isCalendar ? [] : [say(walkCopy.exportedHere)]), say(walkCopy.decides)]
  return {
    ...withActions(walk, turn, pieces),
    ...(formats.length > 0 && { documents: { walk: walk.id, formats } }),
  }
}
