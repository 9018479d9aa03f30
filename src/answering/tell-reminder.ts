import type { Answer } from '../domain/answer.ts'
import type { IsoDate } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import type { Reminder } from '../domain/walkthrough.ts'
import { standingOf } from '../rules/deadlines.ts'
import { walkCopy } from './walk/walk-copy.ts'
import { say, sayDate, sayQuote } from './walk/walk-pieces.ts'
import { toAnswer } from './walk/walked-answer.ts'

/** A reminder whose day has come. */
export interface DueReminder extends Pick<Reminder, 'date'> {
  /** It went off before, and nobody knows whether it arrived. */
  readonly maybeSent?: boolean
}

/** A reminder as it is told on a day. */
export interface ToldReminder {
  readonly answer: Answer
  /** The date itself is over. */
  readonly isOver: boolean
}

/** Tells what a person asked to be reminded of, whole in itself: the date, its words, the days left, the safe reading. Undefined: no date of the notice. */
export function tellReminder({ date: id, maybeSent }: DueReminder, day: IsoDate, pack: Pack): ToldReminder | undefined {
  const date = pack.dates.find((d) => d.id === id)
  if (!date) return undefined
  const isOver = standingOf(date, day).is === 'past'
  const head = isOver && !maybeSent ? walkCopy.missed : walkCopy.due
  const told = [
    say(head(date.name, date.phrase)),
    sayQuote(date, pack),
    ...sayDate(date, { day }),
    say(maybeSent ? walkCopy.maybeSent : walkCopy.sentOnce),
  ]
  return { answer: toAnswer({ pieces: told, suggestions: SUGGESTIONS }), isOver }
}

const SUGGESTIONS = ['我的提醒', '取消提醒']
