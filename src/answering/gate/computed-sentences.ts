import type { Answer } from '../../domain/answer.ts'
import type { IsoDate, NoticeDate } from '../../domain/notice.ts'
import type { Pack } from '../../domain/pack.ts'
import { daysBetween, inChinese, yearsBetween } from '../../rules/calendar.ts'
import { standingOf } from '../../rules/deadlines.ts'
import { copy } from '../copy.ts'

const DAY = /(\d{4})年(\d{1,2})月(\d{1,2})日/gu

/** What a computed sentence turns out to be: true, with the day it takes for today where it says so. */
export interface Computed {
  readonly today?: IsoDate
}

/** A date of the notice as sentences about it need it: written out, and with its safe day. */
export interface NoticeDay {
  readonly date: NoticeDate
  readonly written: string
  readonly safe: IsoDate
}

/** The dates of a pack, prepared for `recompute`. */
export const noticeDays = (pack: Pack): readonly NoticeDay[] =>
  pack.dates.map((date) => ({ date, written: inChinese(date.date), safe: standingOf(date, date.date).safeDay }))

/** Computes a sentence about the calendar again; undefined when it does not come out the same. */
export function recompute(
  sentence: string,
  today: IsoDate | undefined,
  dates: readonly NoticeDay[],
): Computed | undefined {
  const days = writtenDays(sentence)
  for (const notice of dates) {
    const stands =
      sentence.includes(notice.written) && days.find((day) => standingSentences(notice, day).includes(sentence))
    if (stands) return { today: stands }
    if (
      notice.date.openDay &&
      sentence.includes(notice.date.phrase) &&
      openSentences(notice, today, sentence).includes(sentence)
    )
      return {}
  }
  if (days.length === 2 && isBetween(sentence, days, dates)) return {}
  return days.length === 1 && dates.some((d) => verdictSentence(d.date, days[0] ?? '') === sentence) ? {} : undefined
}

/** Whether every number of a sentence is one that a computation of the answer states. */
export function isStated(sentence: string, answer: Answer): boolean {
  const stated = new Set(answer.pieces.flatMap((p) => p.computation?.states ?? []).flatMap(numbersOf))
  return numbersOf(sentence).every((n) => stated.has(n))
}

const numbersOf = (text: string): readonly string[] => text.match(/\d+/gu) ?? []

function writtenDays(sentence: string): readonly IsoDate[] {
  return [...sentence.matchAll(DAY)].map(
    ([, year = '', month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )
}

function standingSentences({ date, written }: NoticeDay, day: IsoDate): readonly string[] {
  const { is, days } = standingOf(date, day)
  if (is === 'ahead') return [copy.time.ahead(inChinese(day), written, days)]
  if (is === 'today') return [copy.time.today(written)]
  const { years, months } = yearsBetween(date.date, day)
  const span = years + months > 0 ? copy.time.years(years, months) : ''
  return ['', span].map((words) => copy.time.past(inChinese(day), written, days, words))
}

// 从发布到回执: both days are the notice's, the sum is made again.
function isBetween(sentence: string, [from = '', to = '']: readonly IsoDate[], dates: readonly NoticeDay[]): boolean {
  const known = (day: IsoDate): boolean => dates.some(({ date }) => date.date === day)
  return (
    known(from) && known(to) && sentence === copy.time.between(inChinese(from), inChinese(to), daysBetween(from, to))
  )
}

function verdictSentence(date: NoticeDate, day: IsoDate): string {
  const { is } = standingOf(date, day)
  if (is === 'past') return copy.time.dayLate(inChinese(day))
  return is === 'today' && date.openDay ? copy.time.dayOpen(inChinese(day)) : copy.time.dayInTime(inChinese(day))
}

// Days to the safe day follow from today; a sentence without a today beside it is held to its own number.
function openSentences({ date, safe }: NoticeDay, today: IsoDate | undefined, sentence: string): readonly string[] {
  const left = today === undefined ? Number(numbersOf(sentence).at(-1)) : daysBetween(today, safe)
  const over = copy.time.openOver(date.phrase)
  if (left < 0) return [over]
  return [copy.time.openLeft(date.phrase, inChinese(safe), left), ...(today === undefined ? [over] : [])]
}
