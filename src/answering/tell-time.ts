import type { Computation, Piece } from '../domain/answer.ts'
import type { Fact } from '../domain/fact.ts'
import type { IsoDate, NoticeDate, RelatedNotice } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import { addDays, daysBetween, inChinese, resolveDate, weekdayOf, yearsBetween } from '../rules/calendar.ts'
import { isOver, standingOf } from '../rules/deadlines.ts'
import type { Frame } from '../understanding/frame.ts'
import { citeRelated } from './cite.ts'
import { copy } from './copy.ts'

/** What the calendar adds to an answer: pieces, and the words that open a yes/no question about being in time. */
export interface TimeTold {
  readonly opening?: string
  readonly pieces: readonly Piece[]
}

const TIME_ASPECTS = new Set(['left', 'elapsed', 'still'])
/** Whether a frame asks where a day stands to a date of the notice. */
export const asksTime = (frame: Frame): boolean =>
  frame.aspects.some((a) => TIME_ASPECTS.has(a)) || frame.marks.has('weekday') || frame.marks.has('between')

/** The date of the notice that a question is about: one written out, one of the facts, one by topic, else the main deadline. */
export function dateAskedFor(frame: Frame, facts: readonly Fact[], pack: Pack, last?: string): NoticeDate | undefined {
  const written = pack.dates.find((d) => frame.dates.some((w) => resolveDate(w, d.date) === d.date))
  const stated = facts.map((f) => f.values.date ?? []).find((ids) => ids.length === 1)
  const byFact = pack.dates.find((d) => stated?.includes(d.id))
  if (written ?? byFact) return written ?? byFact
  if (!asksTime(frame)) return undefined
  const byTopic = pack.dates.find((d) => frame.topics.some((t) => t.weight >= 0.6 && d.topics[0] === t.id))
  return byTopic ?? pack.dates.find((d) => d.id === last) ?? pack.dates.find((d) => d.main) ?? pack.dates[0]
}

/** 离9月15日还有几天: asks of a date of the notice, with no word of it beside. */
export const isOfDate = (frame: Frame, pack: Pack): boolean =>
  asksTime(frame) && pack.dates.some((d) => frame.dates.some((w) => resolveDate(w, d.date) === d.date))

/** The frame with a day told from today (昨儿是不是最后一天) as a date like a written one; 今天31号 is in the month that it is. */
export function onRelativeDay(frame: Frame, day: IsoDate): Frame {
  const [thisYear, thisMonth, thisDay] = day.split('-').map(Number)
  if (frame.marks.has('today') && frame.dates.some((w) => w.month === undefined && w.day === thisDay))
    return {
      ...frame,
      dates: frame.dates.map((w) => (w.month === undefined ? { ...w, year: thisYear, month: thisMonth } : w)),
    }
  const shift = frame.marks.has('yesterday') ? -1 : frame.marks.has('tomorrow') ? 1 : 0
  if (shift === 0 || !frame.polar || frame.dates.length > 0 || frame.marks.has('today')) return frame
  const [year, month, date] = addDays(day, shift).split('-').map(Number)
  return { ...frame, dates: [{ year, month, day: date, before: true, start: 0, end: 0 }] }
}

/** Tells where today, or the day the person names, stands to the date. */
export function tellTime(frame: Frame, date: NoticeDate, today: IsoDate, pack: Pack): TimeTold {
  const spoken = frame.marks.has('today') ? namedDay(frame, date, today) : undefined
  const day = spoken ?? today
  const acted = spoken === undefined && date.kind === 'deadline' ? actionDay(frame, date) : undefined
  if (acted !== undefined) return { ...judgeDay(acted, date), pieces: [] }
  const standing = standingOf(date, day)
  const asked = asksTime(frame)
  const pieces: Piece[] = []
  const dayText = inChinese(day)
  const dateText = inChinese(date.date)
  if (standing.is === 'past' && (asked || date.kind === 'deadline')) {
    const span = yearsBetween(date.date, day)
    const years = standing.days > 60 ? copy.time.years(span.years, span.months) : ''
    pieces.push(computed('days-past', copy.time.past(dayText, dateText, standing.days, years)))
  } else if (standing.is === 'today' && asked) pieces.push(computed('same-day', copy.time.today(dayText)))
  else if (standing.is === 'ahead' && asked)
    pieces.push(computed('days-left', copy.time.ahead(dayText, dateText, standing.days)))
  if (frame.marks.has('weekday')) pieces.push(computed('weekday', copy.time.weekday(dateText, weekdayOf(date.date))))
  if (date.openDay && standing.is !== 'past')
    pieces.push(computed('safe-day', openDay(date, standing.safeDay, standing.safeDays, asked)))
  // 还能按期交不, after the day: whatever else is right, no 可以 is.
  const canNoMore = standing.is === 'past' && frame.polar && frame.marks.has('asks-can') && frame.dates.length === 0
  const asksInTime = date.kind === 'deadline' && (frame.aspects.includes('still') || canNoMore)
  return {
    opening: asksInTime ? openingOf(standing.is, date) : undefined,
    pieces: [...pieces, ...afterwards(pack, day)],
  }
}

function openDay(date: NoticeDate, safeDay: IsoDate, safeDays: number, asked: boolean): string {
  if (safeDays < 0) return copy.time.openOver(date.phrase)
  return asked
    ? copy.time.openLeft(date.phrase, inChinese(safeDay), safeDays)
    : copy.time.open(date.phrase, inChinese(safeDay))
}

// The last day counts where the notice says so; where it is open, nobody can tell.
const openingOf = (is: 'ahead' | 'today' | 'past', date: NoticeDate): string =>
  is === 'past' ? copy.time.late : is === 'today' && date.openDay ? copy.time.lastDay : copy.time.inTime

const computed = (rule: string, text: string): Piece => ({
  kind: 'computed',
  text,
  citations: [],
  computation: { rule, states: statesOf(text) },
})

/** The numbers and dates that a computed sentence states. */
const statesOf = (text: string): Computation['states'] => text.match(/\d+/gu) ?? []

// 今天是9月10号: the first written date that is not the deadline itself; 今天31号 is in the month that it is.
function namedDay(frame: Frame, date: NoticeDate, today: IsoDate): IsoDate | undefined {
  return frame.dates
    .map((w) => resolveDate(w, w.month === undefined ? today : date.date))
    .find((d) => d !== undefined && d !== date.date)
}

// 9月10号交行不行: a day to act on, not a claim about the limit.
function actionDay(frame: Frame, date: NoticeDate): IsoDate | undefined {
  const written = frame.dates.find(
    (w) => !w.before && /^[^,。?]{0,6}(?:交|报|送|寄|递|发|补)/u.test(frame.text.slice(w.end)),
  )
  const day = written && resolveDate(written, date.date)
  return frame.polar && day !== undefined ? day : undefined
}

function judgeDay(day: IsoDate, date: NoticeDate): { readonly opening: string } {
  const standing = standingOf(date, day)
  const text = inChinese(day)
  if (standing.is === 'past') return { opening: copy.time.dayLate(text) }
  return { opening: standing.is === 'today' && date.openDay ? copy.time.dayOpen(text) : copy.time.dayInTime(text) }
}

/** How many days lie between two dates of the notice, the earlier one first. */
export function tellBetween(one: NoticeDate, other: NoticeDate): Piece {
  const [from, to] = one.date < other.date ? [one.date, other.date] : [other.date, one.date]
  return computed('days-between', copy.time.between(inChinese(from), inChinese(to), daysBetween(from, to)))
}

/** What came after the notice, once all its deadlines are over: from the pack's table, with the public source. */
export function afterwards(pack: Pack, day: IsoDate): readonly Piece[] {
  if (!isOver(pack.dates, day)) return []
  const known = (r: RelatedNotice): boolean =>
    r.relation !== 'before' &&
    r.date.slice(0, 4) <= day.slice(0, 4) &&
    (r.date.length < 7 || r.date.slice(0, 7) <= day.slice(0, 7))
  return pack.related.filter(known).map((r) => ({ kind: 'fact', text: r.say, citations: [citeRelated(r)] }))
}
