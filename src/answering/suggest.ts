import type { Answer } from '../domain/answer.ts'
import { type Reader, readMessage } from '../understanding/read-message.ts'
import type { Draft, Part, Starter } from './draft.ts'

const MOST = 3

/** The pack's questions, read once. */
export const readStarters = (reader: Reader): readonly Starter[] =>
  reader.pack.questions.map((text) => ({
    text,
    topics: readMessage(text, reader).flatMap((f) => f.topics.map((t) => t.id)),
  }))

/** At most three next questions: those nearest to what was just answered first, never the one just asked. */
export function suggest(parts: readonly Part[], draft: Draft): Answer['suggestions'] {
  const about = new Set(parts.flatMap((p) => p.focus?.topics ?? []))
  const asked = new Set(draft.frames.flatMap((f) => f.topics.map((t) => t.id)))
  const nearness = (s: Starter): number =>
    s.topics.filter((t) => about.has(t)).length - 3 * Number(s.topics.length > 0 && s.topics.every((t) => asked.has(t)))
  return [...draft.starters]
    .filter((s) => s.text !== draft.text)
    .sort((a, b) => nearness(b) - nearness(a))
    .slice(0, MOST)
    .map((s) => s.text)
}
