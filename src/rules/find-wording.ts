import type { Clause, ClauseId } from '../domain/notice.ts'
import { skeleton } from '../text/normalise.ts'
import { oncePer } from '../text/once.ts'

/** A place of the notice where certain words stand: its clause and the sentence, verbatim. */
export interface Place {
  readonly clause: ClauseId
  readonly sentence: string
}

/** Where words stand in the notice, in its order; width, spaces and punctuation do not matter. Empty: nowhere. */
export function findWording(words: string, clauses: Iterable<Clause>): readonly Place[] {
  const wanted = skeleton(words)
  if (wanted === '') return []
  return [...clauses].flatMap((clause): Place[] => {
    const found = sentencesOf(clause).find((s) => s.bare.includes(wanted))
    return found === undefined ? [] : [{ clause: clause.id, sentence: found.text }]
  })
}

interface Sentence {
  readonly text: string
  readonly bare: string
}

// The notice does not change: each clause is cut and folded once.
const sentencesOf = oncePer(({ text }: Clause): readonly Sentence[] =>
  text
    .split(/(?<=[。；;!！?？])|\n/u)
    .map((s) => ({ text: s.trim(), bare: skeleton(s) }))
    .filter((s) => s.bare !== ''),
)

const QUOTED = /[“"‘「『']([^“”"‘’「」『』']{2,24})[”"’」』']/gu
/** The words that a question puts in quotation marks. */
export const quotedWords = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(QUOTED)].map((m) => m[1] ?? '')),
]
