import type { Answer, Piece } from '../domain/answer.ts'
import type { IsoDate } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import type { Reminder } from '../domain/walkthrough.ts'
import { standingOf } from '../rules/deadlines.ts'
import { copy } from './copy.ts'
import { walkCopy } from './walk/walk-copy.ts'
import { say, sayDate, sayQuote } from './walk/walk-pieces.ts'

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
  return { answer: toAnswer(told), isOver }
}

function toAnswer(told: readonly Piece[]): Answer {
  const citations = told.flatMap((p) => p.citations)
  const basis: Piece = { kind: 'copy', text: copy.basis(citations.map((c) => c.label).join('；')), citations }
  const pieces = [...told, basis]
  return {
    outcome: 'guided',
    text: pieces.map((p) => p.text).join('\n'),
    pieces,
    citations,
    suggestions: SUGGESTIONS,
  }
}
const SUGGESTIONS = ['我的提醒', '取消提醒']
