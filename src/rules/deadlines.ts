import type { IsoDate, NoticeDate } from '../domain/notice.ts'
import { addDays, daysBetween } from './calendar.ts'

/** Where a day stands to a date of the notice. `days` counts calendar days and is never negative. */
export interface Standing {
  readonly is: 'ahead' | 'today' | 'past'
  readonly days: number
  /** The last day that is safe whichever way “X日前” is read. */
  readonly safeDay: IsoDate
  /** Days left to the safe day; negative when it is over. */
  readonly safeDays: number
}

/** Compares a Beijing day with a date of the notice. */
export function standingOf(date: NoticeDate, day: IsoDate): Standing {
  const days = daysBetween(day, date.date)
  const safeDay = date.openDay ? addDays(date.date, -1) : date.date
  return {
    is: days > 0 ? 'ahead' : days === 0 ? 'today' : 'past',
    days: Math.abs(days),
    safeDay,
    safeDays: daysBetween(day, safeDay),
  }
}

/** The deadlines of the notice that are still ahead on a day; one that is today is none of them. */
export const deadlinesAhead = (dates: readonly NoticeDate[], day: IsoDate): readonly NoticeDate[] =>
  dates.filter((d) => d.kind === 'deadline' && standingOf(d, day).is === 'ahead')

/** Whether every deadline of the notice is over on a day. False for a notice without deadlines. */
export function isOver(dates: readonly NoticeDate[], day: IsoDate): boolean {
  const deadlines = dates.filter((d) => d.kind === 'deadline')
  return deadlines.length > 0 && deadlines.every((d) => standingOf(d, day).is === 'past')
}
