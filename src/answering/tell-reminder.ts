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

/** Tells what a person asked to be reminded of, whole in itself: the date, its words, the days left, the safe reading. Undefined: no date of the notice. */
export function tellReminder({ date: id, maybeSent }: DueReminder, day: IsoDate, pack: Pack): Answer | undefined {
  const date = pack.dates.find((d) => d.id === id)
  if (!date) return undefined
  const tell = standingOf(date, day).is === 'past' ? walkCopy.missed : walkCopy.due
  const told = [
    say(maybeSent ? walkCopy.due(date.name, date.phrase) : tell(date.name, date.phrase)),
    sayQuote(date, pack),
    ...sayDate(date, { day }),
    say(maybeSent ? walkCopy.maybeSent : walkCopy.sentOnce),
  ]
  return toAnswer(told)
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
