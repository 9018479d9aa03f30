import type { Language } from '../domain/pack.ts'
import { skeleton } from '../text/normalise.ts'
import { tellingWords } from './bm25.ts'
import type { Passage } from './passages.ts'

/** Share of the question's telling words, weighted by rarity, that stand in the published text of a clause: 0 to 1. */
export type ShareOfWords = (question: string, clause: string) => number

/** Counts how rare words are in these passages. Words that only ask (`language`) and that no clause uses do not count. */
export function shareOfWords(
  passages: readonly Passage[],
  language: Pick<Language, 'aspects' | 'marks'>,
): ShareOfWords {
  const texts = new Map(
    passages.map(({ id, text }) => [id, { words: new Set(tellingWords(text)), plain: skeleton(text) }]),
  )
  const holders = new Map<string, number>()
  for (const { words } of texts.values()) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1)
  const asking = new Set(
    Object.values({ ...language.aspects, ...language.marks })
      .flat()
      .flatMap(tellingWords),
  )
  const weigh = (word: string): number => Math.log(1 + (passages.length + 1) / ((holders.get(word) ?? 0) + 0.5))
  return (question, clause) => {
    const telling = [...new Set(tellingWords(question))].filter((word) => holders.has(word) || !asking.has(word))
    const held = texts.get(clause)
    const stands = (word: string): boolean => held!.words.has(word) || (word.length > 1 && held!.plain.includes(word))
    return held ? sum(telling.filter(stands).map(weigh)) / (sum(telling.map(weigh)) || 1) : 0
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
