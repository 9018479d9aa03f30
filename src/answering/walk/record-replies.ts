import type { Piece } from '../../domain/answer.ts'
import type { Reply, StepId, Walk } from '../../domain/walkthrough.ts'
import { asNote, withMark } from '../../rules/walk-state.ts'
import { keepCheck } from './keep-check.ts'
import { listOf } from './list-standing.ts'
import { findCondition, tellQuestion, tellReplied } from './self-check-step.ts'
import { walkCopy } from './walk-copy.ts'
import { say } from './walk-pieces.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'

/** An answer to one question, in the words in which it was given. */
export interface Given {
  readonly step: StepId
  readonly reply: Reply
  readonly text: string
}

/** Records answers and asks the next question; `unread` are questions of which something was said that could not be told. */
export function record(given: readonly Given[], unread: readonly StepId[], walk: Walk, turn: WalkTurn): Walked {
  let after = walk
  const pieces: Piece[] = []
  for (const { step, reply, text } of given) {
    const before = after.marks[step]
    const note = text.length > PLAIN ? asNote(text.replace(/[,。;:、]+$/u, '')) : undefined
    const { day } = turn.draft
    after = withMark(after, step, { is: reply, on: day, ...(note !== undefined && { note }) }, day)
    pieces.push(...tellReplied(step, before, after, turn), ...tellOtherwiseListed(step, reply, after, turn))
  }
  const labels = unread.flatMap((step) => findCondition(step, turn)?.label ?? [])
  const told = labels.length > 0 ? [...pieces, say(walkCopy.unreadReply(labels.join('、')))] : pieces
  return keepCheck(after, turn, [...told, ...tellQuestion(after, turn)])
}
const PLAIN = 6

// A list that is known says otherwise: both are told, and the person's answer stands.
function tellOtherwiseListed(step: StepId, reply: Reply, walk: Walk, turn: WalkTurn): readonly Piece[] {
  const listed = listOf(findCondition(step, turn), walk.place, turn)
  if (!listed || listed.reply === undefined || reply === 'unsure' || listed.reply === reply) return []
  return [listed.piece, say(walkCopy.notAsListed)]
}
