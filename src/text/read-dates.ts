import { NUMBER, readNumber } from './numbers.ts'

/** A date as written: parts that were not written are undefined. */
export interface WrittenDate {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly start: number
  readonly end: number
}

const CHINESE = new RegExp(`(?:(${NUMBER})年)?(${NUMBER})月(?:份)?(?:(${NUMBER})[日号]?)?`, 'gu')
const NUMERIC = /(?<![\d.])(?:(20\d\d)[-./])?(0?[1-9]|1[0-2])[-./](0?[1-9]|[12]\d|3[01])(?![\d.]|万|%)/gu
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const ENGLISH = new RegExp(
  `\\b(${MONTHS})[a-z]*\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?\\b|\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTHS})[a-z]*\\b`,
  'gu',
)
const DAY_ONLY = new RegExp(`(?<![\\d月〇一二三四五六七八九十])(${NUMBER})[号日](?!文|线|令|楼|通知)`, 'gu')

const within = (value: number | undefined, low: number, high: number): number | undefined =>
  value !== undefined && value >= low && value <= high ? value : undefined

/** Dates in a normalised text, in order, not overlapping. */
export function readDates(text: string): readonly WrittenDate[] {
  const found: WrittenDate[] = []
  const add = (m: RegExpMatchArray, year?: string, month?: string, day?: string): void => {
    const start = m.index ?? 0
    const date = {
      year: year === undefined ? undefined : readNumber(year),
      month: within(month === undefined ? undefined : readNumber(month), 1, 12),
      day: within(day === undefined ? undefined : readNumber(day), 1, 31),
      start,
      end: start + m[0].length,
    }
    if ((date.month ?? date.day) === undefined || found.some((f) => f.start < date.end && date.start < f.end)) return
    found.push(date)
  }
  for (const m of text.matchAll(CHINESE)) add(m, m[1], m[2], m[3])
  for (const m of text.matchAll(NUMERIC)) add(m, m[1], m[2], m[3])
  for (const m of text.matchAll(ENGLISH))
    add(m, undefined, String(MONTHS.split('|').indexOf(m[1] ?? m[4] ?? '') + 1), m[2] ?? m[3])
  for (const m of text.matchAll(DAY_ONLY)) add(m, undefined, undefined, m[1])
  return found.sort((a, b) => a.start - b.start)
}
