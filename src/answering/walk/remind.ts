import type { IsoDate, NoticeDate } from '../../domain/notice.ts'
import type { Reminder } from '../../domain/walkthrough.ts'
import { addDays, inChinese } from '../../rules/calendar.ts'
import { deadlinesAhead } from '../../rules/deadlines.ts'
import { NUMBER, readNumber } from '../../text/numbers.ts'
import { walkCopy } from './walk-copy.ts'
import { say } from './walk-pieces.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'

/** Takes what a message wants of reminders: set one, list them, cancel them; undefined: nothing. */
export function takeReminders(turn: WalkTurn): Walked | undefined {
  const { saying, memory } = turn
  const { commands } = saying
  const pending = memory.active?.remind
  const days = daysIn(saying.text)
  const isShort = saying.text.length <= SHORT
  if (commands.has('cancel-reminder')) return cancel(turn)
  // 把一周那个删了, 取消: of what was just set.
  if (
    CANCELS.test(saying.text) &&
    isShort &&
    memory.reminders.length > 0 &&
    (days !== undefined || pending !== undefined)
  )
    return cancel(turn)
  if (commands.has('reminders') && (memory.reminders.length > 0 || saying.text.includes('提醒'))) return list(turn)
  if (commands.has('remind')) return commandToRemind(turn, allDaysIn(saying.text))
  if (pending === undefined || days === undefined || saying.asks || !isShort) return undefined
  const date = turn.draft.reader.pack.dates.find((d) => d.id === pending)
  if (!date) return undefined
  return setAll(date, allDaysIn(saying.text), withoutThose(date, turn))
}

// 不是,五天; 提醒改成一周: instead of those set before.
function withoutThose(date: NoticeDate, turn: WalkTurn): WalkTurn {
  const { saying, memory } = turn
  const isInstead = saying.reports.some((r) => r.corrects) || INSTEAD.test(saying.text)
  const reminders = memory.reminders.filter((r) => !(isInstead && r.date === date.id))
  return isInstead ? { ...turn, memory: { ...memory, reminders } } : turn
}

// 提前3天和提前1天各提醒一次: one after the other.
function setAll(date: NoticeDate, days: readonly number[], turn: WalkTurn): Walked {
  return days.reduce<Walked>(
    (before, day) => {
      const next = set(date, day, { ...turn, memory: before.memory })
      return { ...next, pieces: [...before.pieces, ...next.pieces] }
    },
    stay(turn, []),
  )
}
const SHORT = 14
const CANCELS = /删|取消|去掉|不要|撤/u
const INSTEAD = /^(?:不是|不,|不对|算了|还是)/u

const DAYS = new RegExp(`(${NUMBER})\\s*(?:个工作日|天|日)`, 'u')
// 前一天 and 一周 are days as well.
const WEEKS = new RegExp(`(${NUMBER})\\s*(?:个?(?:星期|礼拜)|周)`, 'u')
function allDaysIn(text: string): readonly number[] {
  const read = (pattern: RegExp, times: number): readonly number[] =>
    [...text.matchAll(new RegExp(pattern, 'gu'))].flatMap((m) => (readNumber(m[1] ?? '') ?? 0) * times)
  return [...new Set([...read(DAYS, 1), ...read(WEEKS, 7)])]
}
const daysIn = (text: string): number | undefined => allDaysIn(text)[0]

const stay = (turn: WalkTurn, pieces: Walked['pieces'], memory = turn.memory): Walked => ({ pieces, memory })

function commandToRemind(turn: WalkTurn, days: readonly number[]): Walked {
  const { draft } = turn
  const deadlines = draft.reader.pack.dates.filter((d) => d.kind === 'deadline')
  const ahead = deadlinesAhead(deadlines, draft.day)
  if (ahead.length === 0) return stay(turn, [say(walkCopy.remindAllOver)])
  const named = deadlines.filter((d) => isNamed(d, turn))
  const date = named[0] ?? ahead.find((d) => d.main) ?? ahead[0]
  if (!date) return stay(turn, [say(walkCopy.remindWhich(ahead.map((d) => d.name).join('、')))])
  if (!ahead.includes(date)) return stay(turn, [say(walkCopy.remindOver(date.name))])
  if (days.length > 0) return setAll(date, days, withoutThose(date, turn))
  const active = { ...(turn.memory.active ?? { aside: 0 }), remind: date.id }
  return stay(turn, [say(walkCopy.remindHow(date.name, date.phrase))], { ...turn.memory, active })
}

const isNamed = (date: NoticeDate, { saying }: WalkTurn): boolean =>
  saying.frames.some((f) => f.topics.some((t) => date.topics[0] === t.id)) ||
  saying.frames.some((f) => f.dates.some((d) => d.month === Number(date.date.slice(5, 7))))

function set(date: NoticeDate, days: number, turn: WalkTurn): Walked {
  const { draft, memory } = turn
  const wanted = addDays(date.date, -days)
  const isLate = wanted <= draft.day
  const on: IsoDate = isLate ? draft.day : wanted
  const reminder: Reminder = { id: turn.newId(), date: date.id, daysBefore: days, on }
  const text = isLate
    ? walkCopy.remindToday(date.name, inChinese(on))
    : walkCopy.reminded(date.name, inChinese(on), String(days))
  const same = (r: Reminder): boolean => r.date === reminder.date && r.on === reminder.on
  // The next message may set another, or another day for this one.
  const active = { ...(memory.active ?? { aside: 0 }), remind: date.id }
  return stay(turn, [say(text), say(walkCopy.remindHowSent)], {
    ...memory,
    active,
    reminders: [...memory.reminders.filter((r) => !same(r)), reminder],
  })
}

const named = (reminder: Reminder, { draft }: WalkTurn): string =>
  draft.reader.pack.dates.find((d) => d.id === reminder.date)?.name ?? ''

// A person may have reminders of another notice, which the server of that notice lists and sends.
const ofNotice = (turn: WalkTurn): readonly Reminder[] => turn.memory.reminders.filter((r) => named(r, turn) !== '')

function list(turn: WalkTurn): Walked {
  const reminders = ofNotice(turn)
  if (reminders.length === 0) return stay(turn, [say(walkCopy.noReminders)])
  const count = String(reminders.length)
  const lines = reminders.map((r) => {
    const [day, days] = [inChinese(r.on), String(r.daysBefore)]
    return say(walkCopy.reminderLine(named(r, turn), day, days))
  })
  return stay(turn, [say(walkCopy.reminders(count)), ...lines])
}

function cancel(turn: WalkTurn): Walked {
  const { memory, draft } = turn
  const dates = draft.reader.pack.dates.filter((d) => isNamed(d, turn)).map((d) => d.id)
  const days = daysIn(turn.saying.text)
  const gone = ofNotice(turn).filter(
    (r) => (dates.length === 0 || dates.includes(r.date)) && (days === undefined || r.daysBefore === days),
  )
  if (gone.length === 0) return stay(turn, [say(walkCopy.noReminders)])
  const names = [...new Set(gone.map((r) => named(r, turn)))].join('、')
  const { remind: _, ...active } = memory.active ?? { aside: 0 }
  return stay(turn, [say(walkCopy.cancelled(names))], {
    ...memory,
    ...(memory.active && { active }),
    reminders: memory.reminders.filter((r) => !gone.includes(r)),
  })
}
