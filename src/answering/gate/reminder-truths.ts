import type { NoticeDate } from '../../domain/notice.ts'
import type { Reminder } from '../../domain/walkthrough.ts'
import { inChinese } from '../../rules/calendar.ts'
import { deadlinesAhead, standingOf } from '../../rules/deadlines.ts'
import { walkCopy } from '../walk/walk-copy.ts'
import type { TruthSources } from './truth-sources.ts'

/** The sentences that hold of reminders and of dates for a calendar. */
export function reminderTruths(sources: TruthSources): readonly string[] {
  const { pack, after, day } = sources
  // Those of another notice are not told of.
  const reminders = (after?.reminders ?? []).filter((r) => pack.dates.some((d) => d.id === r.date))
  const deadlines = pack.dates.filter((d) => d.kind === 'deadline')
  const ahead = deadlinesAhead(deadlines, day)
  const names = ahead.map((d) => walkCopy.calendarDate(d.name, d.phrase, inChinese(standingOf(d, day).safeDay)))
  return [
    ...(ahead.length === 0 ? [walkCopy.remindAllOver, walkCopy.calendarOver] : [walkCopy.calendar(names.join('、'))]),
    walkCopy.remindWhich(ahead.map((d) => d.name).join('、')),
    ...deadlines.flatMap((d) =>
      ahead.includes(d) ? [walkCopy.remindHow(d.name, d.phrase)] : [walkCopy.remindOver(d.name)],
    ),
    ...deadlines.map((d) => walkCopy.due(d.name, d.phrase)),
    ...deadlines.filter((d) => standingOf(d, day).is === 'past').map((d) => walkCopy.missed(d.name, d.phrase)),
    ...(reminders.length > 0 ? [walkCopy.reminders(String(reminders.length))] : []),
    ...reminders.flatMap((r) => ofReminder(r, pack.dates)),
    ...cancelled(sources),
  ]
}

function ofReminder(reminder: Reminder, dates: readonly NoticeDate[]): readonly string[] {
  const name = dates.find((d) => d.id === reminder.date)?.name ?? ''
  const [on, days] = [inChinese(reminder.on), String(reminder.daysBefore)]
  return [walkCopy.reminded(name, on, days), walkCopy.remindToday(name, on), walkCopy.reminderLine(name, on, days)]
}

// Nothing was set before, or it is gone now.
function cancelled({ pack, before, after }: TruthSources): readonly string[] {
  const gone = (before?.reminders ?? []).filter((r) => !(after?.reminders ?? []).some((a) => a.id === r.id))
  const names = new Set(gone.map((r) => pack.dates.find((d) => d.id === r.date)?.name ?? ''))
  return gone.length > 0 ? [walkCopy.cancelled([...names].join('、'))] : [walkCopy.noReminders]
}
