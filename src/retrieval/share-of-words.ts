import type { Language } from '../domain/pack.ts'
import { normalise, skeleton } from '../text/normalise.ts'
import { isStopWord } from '../text/stop-words.ts'
import { tagWords } from '../text/words.ts'
import type { Passage } from './passages.ts'

/** Share of the question's telling words, weighted by rarity, that stand in the published text of a clause: 0 to 1. */
export type ShareOfWords = (question: string, clause: string) => number

/** Counts how rare words are in these passages. Words that only ask (`language`) and that no clause uses do not count. */
export function shareOfWords(
  passages: readonly Passage[],
  language: Pick<Language, 'aspects' | 'marks'>,
): ShareOfWords {
  const clauses = new Map(passages.map(({ id, text }) => [id, { words: cut(text), plain: skeleton(text) }]))
  const holders = countHolders([...clauses.values()].map(({ words }) => words))
  const asking = cut(
    Object.values({ ...language.aspects, ...language.marks })
      .flat()
      .join('\n'),
  )
  const weigh = (word: string): number => Math.log(1 + (passages.length + 1) / ((holders.get(word) ?? 0) + 0.5))
  return (question, id) => {
    const clause = clauses.get(id)
    const telling = [...cut(question)].filter((word) => holders.has(word) || !asking.has(word))
    const standing = telling.filter(
      (word) => clause?.words.has(word) || (word.length > 1 && clause?.plain.includes(word)),
    )
    return telling.length === 0 ? 0 : sum(standing.map(weigh)) / sum(telling.map(weigh))
  }
}

// Each character in one word only: overlapping cuts would count a long word several times.
const cut = (text: string): ReadonlySet<string> =>
  new Set(
    tagWords(normalise(text))
      .map(({ text: word }) => word)
      .filter((word) => /[\p{L}\p{N}]/u.test(word) && !isStopWord(word)),
  )

function countHolders(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>()
  for (const words of sets) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1)
  return holders
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
