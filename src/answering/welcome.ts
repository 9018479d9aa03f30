import type { Answer, Piece } from '../domain/answer.ts'
import type { IsoDate } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import { isOver } from '../rules/deadlines.ts'
import { copy } from './copy.ts'
import { afterwards } from './tell-time.ts'

const MOST_SUGGESTIONS = 6

/** The first words to a new member: what the assistant can and cannot do and, once all deadlines are over, what came after. */
export function welcomeTo(pack: Pack, day: IsoDate): Answer {
  const can: Piece = { kind: 'copy', text: copy.capability(pack.short, pack.covers.join('、')), citations: [] }
  const over: readonly Piece[] = isOver(pack.dates, day)
    ? [{ kind: 'computed', text: copy.time.history, citations: [] }]
    : []
  const pieces = [can, ...over, ...afterwards(pack, day)]
  return {
    outcome: 'answered',
    text: pieces.map((p) => p.text).join('\n'),
    pieces,
    citations: pieces.flatMap((p) => p.citations),
    suggestions: pack.questions.slice(0, MOST_SUGGESTIONS),
  }
}
