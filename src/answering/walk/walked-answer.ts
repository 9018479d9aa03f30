import type { Answer } from '../../domain/answer.ts'
import { unrepeated } from '../cite.ts'
import { copy } from '../copy.ts'
import type { Walked } from './walk-turn.ts'

export const MOST_SUGGESTIONS = 6
const MOST_LABELS = 4

/** What was said of a walk-through or a reminder, with its clauses, as an answer. */
export function toAnswer({
  pieces,
  suggestions = [],
  outcome = 'guided',
  documents,
  region,
}: Omit<Walked, 'memory'>): Answer {
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
    ...(region && { region }),
    ...(documents && { documents }),
  }
}
