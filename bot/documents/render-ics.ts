import { createHash } from 'node:crypto'
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalEvent,
  type ICalEventData,
  ICalEventTransparency,
} from 'ical-generator'
import type { WalkDate, WalkDocument } from '../../src/domain/walk-document.ts'
import { addDays, inChinese } from '../../src/rules/calendar.ts'
import { documentCopy } from '../copy/documents.ts'
import { oneLine, plainText } from './plain-text.ts'

const HOUR_S = 3_600
const DAY_S = 24 * HOUR_S
const MORNING_S = 9 * HOUR_S
const DAYS_BEFORE = [7, 1, 0]

const copy = documentCopy.calendar
const product = { company: 'shenbaotong', product: 'walk-through', language: 'ZH-CN' }

/** A calendar with one all-day event on the safe day of every date; undefined when no safe day is ahead. */
export function renderIcs(document: WalkDocument): string | undefined {
  const dates = document.dates.filter(({ safeDay }) => safeDay >= document.day)
  if (dates.length === 0) return undefined
  const calendar = ical({ prodId: product, name: escapeName(oneLine(document.title)) })
  for (const date of dates) addAlarms(calendar.createEvent(eventOf(date, document)), alarmDays(date, document))
  // RFC 5545 ends every line with CRLF, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`
}

function eventOf(date: WalkDate, document: WalkDocument): ICalEventData {
  return {
    id: uidOf(date, document),
    stamp: midnight(document.day, '+08:00'),
    allDay: true,
    start: midnight(date.safeDay),
    end: midnight(addDays(date.safeDay, 1)),
    summary: copy.summary(oneLine(date.name)),
    description: describe(date, document),
    // A deadline does not make its day busy.
    transparency: ICalEventTransparency.TRANSPARENT,
  }
}

function addAlarms(event: ICalEvent, days: readonly number[]): void {
  for (const before of days) {
    const alarm = event.createAlarm({
      type: ICalAlarmType.display,
      description: event.summary(),
      triggerBefore: before * DAY_S - MORNING_S,
    })
    // Not among the data above: the library would drop it there and count the hours of the day itself from its end.
    alarm.relatesTo(ICalAlarmRelatesTo.start)
  }
}

/** The same for the same date of the same list, so that importing the file again renews the event. */
function uidOf({ id, phrase, clause }: WalkDate, { title }: WalkDocument): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([title, id, phrase, clause]))
    .digest('hex')
  return `${hash.slice(0, 32)}@${product.company}`
}

function describe({ phrase, label, date, safeDay }: WalkDate, { title, closing }: WalkDocument): string {
  const words = oneLine(phrase)
  const safe = inChinese(safeDay)
  const reading = safeDay === date ? copy.closed(safe) : copy.open(words, safe, inChinese(date))
  return [copy.phrase(words, oneLine(label)), reading, copy.from(oneLine(title)), plainText(closing)].join('\n')
}

/** Alarms that would ring before the document was made are left out. */
const alarmDays = ({ safeDay }: WalkDate, { day }: WalkDocument): number[] =>
  DAYS_BEFORE.filter((days) => addDays(safeDay, -days) >= day)

/** The library escapes every text but the calendar's name. */
const escapeName = (name: string): string => name.replace(/[\\;,]/g, '\\$&')

const midnight = (day: string, zone = 'Z'): Date => new Date(`${day}T00:00:00${zone}`)
