import type { Clause, ClauseId } from '../domain/notice.ts'
import { skeleton } from '../text/normalise.ts'

/** A place of the notice where certain words stand: its clause and the sentence, verbatim. */
export interface Place {
  readonly clause: ClauseId
  readonly sentence: string
}

/** Where words stand in the notice, in its order; width, spaces and punctuation do not matter. Empty: nowhere. */
export function findWording(words: string, clauses: Iterable<Clause>): readonly Place[] {
  const wanted = skeleton(words)
  if (wanted === '') return []
  return [...clauses].flatMap(({ id, text }): Place[] => {
    const sentence = sentencesOf(text).find((s) => skeleton(s).includes(wanted))
    return sentence === undefined ? [] : [{ clause: id, sentence }]
  })
}

const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[。；;!！?？])|\n/u)
    .map((s) => s.trim())
    .filter((s) => s !== '')

const QUOTED = /[“"‘「『']([^“”"‘’「」『』']{2,24})[”"’」』']/gu
/** The words that a question puts in quotation marks. */
export const quotedWords = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(QUOTED)].map((m) => m[1] ?? '')),
]
