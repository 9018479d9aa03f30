import type { Frame } from '../understanding/frame.ts'
import type { Evidence } from './choose-evidence.ts'
import { cite, unrepeated } from './cite.ts'
import { copy } from './copy.ts'
import type { Draft, Part } from './draft.ts'

/**
 * Answers a question about a named place as far as the text of the notice goes: the level rule, and that the lists are not
 * loaded. The seam where the gazetteer and the tables of the attachments come in. Undefined when the question is about something else.
 */
export function answerPlace(frame: Frame, evidence: Evidence, draft: Draft): Part | undefined {
  const { pack } = draft.reader
  const rules = pack.facts.filter((f) => pack.placeRules.includes(f.id))
  if (
    frame.places.length === 0 ||
    rules.length === 0 ||
    !asksEligibility(
      frame,
      evidence,
      pack.placeRules,
      rules.flatMap((r) => r.topics),
    )
  )
    return undefined
  const citations = unrepeated(rules.flatMap((f) => f.cites.map((c) => cite(pack, c))))
  return {
    outcome: 'no_data',
    understood: true,
    pieces: [
      { kind: 'echo', text: copy.place(frame.places.join('、')), citations: [] },
      ...rules.map((f) => ({ kind: 'fact' as const, text: f.say, citations: f.cites.map((c) => cite(pack, c)) })),
      { kind: 'copy', text: copy.ask(pack.ask.province), citations: [] },
    ],
    citations,
    focus: draft.focus,
  }
}

function asksEligibility(
  frame: Frame,
  evidence: Evidence,
  rules: readonly string[],
  topics: readonly string[],
): boolean {
  if (evidence.is === 'nothing') return frame.tracks.length > 0 || frame.topics.some((t) => topics.includes(t.id))
  return (
    evidence.is === 'facts' && evidence.facts.some((f) => rules.includes(f.id) || topics.includes(f.topics[0] ?? ''))
  )
}
