import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { oneLine } from '../../../bot/documents/plain-text.ts'
import { renderIcs } from '../../../bot/documents/render-ics.ts'
import type { WalkDocument } from '../../../src/domain/walk-document.ts'
import { hostileDocument, hostileText } from './hostile-document.ts'
import { sampleDocument } from './sample-document.ts'

function calendarOf(document: WalkDocument) {
  const calendar = new ICAL.Component(ICAL.parse(renderIcs(document) ?? ''))
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  return { calendar, events }
}

const withDates = (dates: WalkDocument['dates']): WalkDocument => ({ ...sampleDocument, dates })
const [receipt, submission] = sampleDocument.dates as [WalkDocument['dates'][number], WalkDocument['dates'][number]]

describe('a document as a calendar', () => {
  it('has one all-day event a date, on the safe day', () => {
    const { events } = calendarOf(sampleDocument)
    expect(events.map(({ startDate, endDate }) => `${startDate} ${endDate}`)).toEqual([
      '2031-06-29 2031-06-30',
      '2031-08-15 2031-08-16',
    ])
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true)
    expect(events[0]?.summary).toBe('报送联系人回执（稳妥的最后一天）')
  })

  it('says the words of the notice, the safe reading, and that the day itself is not said to count', () => {
    const [open, closed] = calendarOf(sampleDocument).events
    expect(open?.description.split('\n')).toEqual([
      '通知原文：“2031年6月30日前”（结尾 第1段）',
      '稳妥的做法是在2031年6月29日（含）以前完成：“2031年6月30日前”没有说明2031年6月30日当日是否计入。',
      '出自：青竹县申报材料清单',
      sampleDocument.closing,
    ])
    expect(closed?.description).toContain('最后一天是2031年8月15日。')
    expect(closed?.description).not.toContain('没有说明')
  })

  it('rings a week before, the day before and on the day, at nine in the morning', () => {
    const [alarms] = calendarOf(sampleDocument).events.map(({ component, startDate }) =>
      component.getAllSubcomponents('valarm').map((alarm) => {
        const start = startDate.clone()
        start.isDate = false
        start.addDuration(alarm.getFirstPropertyValue('trigger') as InstanceType<typeof ICAL.Duration>)
        const related = alarm.getFirstProperty('trigger')?.getFirstParameter('related') ?? 'START'
        return [alarm.getFirstPropertyValue('action'), related, start.toString()]
      }),
    )
    expect(alarms).toEqual([
      ['DISPLAY', 'START', '2031-06-22T09:00:00'],
      ['DISPLAY', 'START', '2031-06-28T09:00:00'],
      ['DISPLAY', 'START', '2031-06-29T09:00:00'],
    ])
  })

  it('does not ring before the document was made', () => {
    const { events } = calendarOf({ ...withDates([receipt]), day: '2031-06-28' })
    expect(events[0]?.component.getAllSubcomponents('valarm')).toHaveLength(2)
  })

  it('keeps the ids of its events however the rest has changed, and has others for other dates and lists', () => {
    const uids = (document: WalkDocument) => calendarOf(document).events.map(({ uid }) => uid)
    const before = uids(sampleDocument)
    expect(uids({ ...sampleDocument, day: '2031-06-01', sections: [], head: [] })).toEqual(before)
    const others = uids({ ...sampleDocument, title: '白松县申报材料清单' })
    const nextYear = uids(withDates([{ ...receipt, phrase: '2032年6月30日前' }]))
    expect(new Set([...before, ...others, ...nextYear]).size).toBe(5)
  })

  it('is not offered without a date whose safe day is ahead', () => {
    expect(renderIcs(withDates([]))).toBeUndefined()
    expect(renderIcs({ ...withDates([receipt]), day: '2031-06-30' })).toBeUndefined()
    expect(calendarOf({ ...withDates([receipt, submission]), day: '2031-06-30' }).events).toHaveLength(1)
  })

  it('keeps RFC 5545: CRLF, lines of 75 octets at most, no character cut, properties before events', () => {
    fc.assert(
      fc.property(hostileDocument, (document) => {
        const text = renderIcs(document)
        if (text === undefined) return
        const lines = text.split('\r\n')
        expect(lines.pop()).toBe('')
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]|\p{Cs}/u)
        }
        expect(text.indexOf('\r\nX-WR-CALNAME')).toBeLessThan(text.indexOf('\r\nBEGIN:VEVENT'))
      }),
      { numRuns: 200 },
    )
  })

  it('gives back every text as it was, and no event that a text made up', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (name, phrase) => {
        const document = { ...withDates([{ ...receipt, name, phrase }]), title: `${name}清单` }
        const { calendar, events } = calendarOf(document)
        expect(events).toHaveLength(1)
        expect(events[0]?.summary).toBe(`${oneLine(name)}（稳妥的最后一天）`)
        expect(events[0]?.description.split('\n')[0]).toBe(`通知原文：“${oneLine(phrase)}”（结尾 第1段）`)
        // The parser leaves the escapes of properties that it does not know.
        const calendarName = String(calendar.getFirstPropertyValue('x-wr-calname'))
        expect(calendarName.replace(/\\(.)/gu, '$1')).toBe(oneLine(document.title))
      }),
      { numRuns: 200 },
    )
  })
})
