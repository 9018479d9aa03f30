import type { IsoDate } from '../domain/notice.ts'

const DAY_MS = 86_400_000
// Beijing keeps UTC+8 all year round (since 1992).
const BEIJING_MS = 8 * 3_600_000

/** The calendar day in Beijing at an instant. */
export const beijingDate = (instant: Date): IsoDate =>
  new Date(instant.getTime() + BEIJING_MS).toISOString().slice(0, 10)

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** The calendar day `days` later (earlier when negative). */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)

/** Whole years, and whole months beyond them, between two days. */
export function yearsBetween(from: IsoDate, to: IsoDate): { readonly years: number; readonly months: number } {
  const [fy = 0, fm = 0, fd = 0] = from.split('-').map(Number)
  const [ty = 0, tm = 0, td = 0] = to.split('-').map(Number)
  const months = (ty - fy) * 12 + (tm - fm) - (td < fd ? 1 : 0)
  return { years: Math.floor(months / 12), months: months % 12 }
}

/** A day as Chinese texts write it, e.g. 2023年9月15日. */
export function inChinese(date: IsoDate): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** The day that a written date means: a missing year is the year of `near`, a missing month its month. Undefined when no such day exists. */
export function resolveDate(
  written: { readonly year?: number; readonly month?: number; readonly day?: number },
  near: IsoDate,
): IsoDate | undefined {
  const [year, month] = near.split('-')
  const pad = (n: number | string | undefined): string => String(n ?? '').padStart(2, '0')
  if (written.day === undefined) return undefined
  const date = `${written.year ?? year}-${pad(written.month ?? month)}-${pad(written.day)}`
  const parsed = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? undefined : date
}

const WEEKDAY = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', weekday: 'long' })
/** The Chinese name of a day's weekday, e.g. 星期五. */
export const weekdayOf = (date: IsoDate): string => WEEKDAY.format(new Date(date))
