import type { Answer } from '../../domain/answer.ts'
import type { Focus } from '../../domain/conversation.ts'
import { NOTHING_SAVED, type WalkMemory } from '../../domain/walkthrough.ts'
import { readWalkSaying } from '../../understanding/read-walk-saying.ts'
import { unrepeated } from '../cite.ts'
import { copy } from '../copy.ts'
import type { Draft } from '../draft.ts'
import { offerToGoOn, routeWalk, showAgain } from './route-walk.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'

interface Told {
  readonly answer: Answer
  readonly focus?: Focus
  readonly walks?: WalkMemory
}

/** Answers a message as a step of a walk-through, or as the question it is, with the way back where the person is in one. */
export function walkThrough(
  draft: Draft,
  asking: { readonly walks?: WalkMemory; readonly newId?: () => string },
  answer: () => Told,
): Told {
  const { walkthroughs } = draft.reader.pack
  const { walks: memory = NOTHING_SAVED, newId } = asking
  const isRefused = draft.frames.some((f) => f.talk.has('injection'))
  if (!walkthroughs || !newId || isRefused) return { ...answer(), walks: asking.walks }
  const saying = readWalkSaying(draft.text, draft.reader)
  const turn: WalkTurn = { draft, saying, walkthroughs, memory, newId }
  const walked = routeWalk(turn)
  if (walked) return { answer: toAnswer(walked), focus: draft.focus, walks: walked.memory }
  const told = answer()
  // What is no question and nobody understood was meant for the walk-through.
  const again = !saying.asks && NOT_UNDERSTOOD.has(told.answer.outcome) ? showAgain(turn) : undefined
  if (again) return { answer: toAnswer(again), focus: draft.focus, walks: again.memory }
  const back = offerToGoOn(turn)
  return back ? { ...told, answer: withWayBack(told.answer, back), walks: back.memory } : { ...told, walks: memory }
}
const NOT_UNDERSTOOD = new Set<Answer['outcome']>(['out_of_scope', 'clarify', 'not_stated'])

const MOST_SUGGESTIONS = 6
const MOST_LABELS = 4

function toAnswer({ pieces, suggestions = [], outcome = 'guided', documents }: Walked): Answer {
  const citations = unrepeated(pieces.flatMap((p) => p.citations))
  const labels = [...new Set(citations.map((c) => c.label))]
  const shown = labels.slice(0, MOST_LABELS).join('；') + (labels.length > MOST_LABELS ? ' 等' : '')
  const basis: Answer['pieces'] = labels.length > 0 ? [{ kind: 'copy', text: copy.basis(shown), citations }] : []
  const all = [...pieces.filter((p, at) => pieces.findIndex((o) => o.text === p.text) === at), ...basis]
  return {
    outcome,
    text: all.map((p) => p.text).join('\n'),
    pieces: all,
    citations,
    suggestions: suggestions.slice(0, MOST_SUGGESTIONS),
    ...(documents && { documents }),
  }
}

function withWayBack(answer: Answer, { pieces, suggestions = [] }: Walked): Answer {
  if (pieces.length === 0) return answer
  return {
    ...answer,
    text: [answer.text, ...pieces.map((p) => p.text)].join('\n'),
    pieces: [...answer.pieces, ...pieces],
    suggestions: [...suggestions, ...answer.suggestions].slice(0, MOST_SUGGESTIONS),
  }
}
