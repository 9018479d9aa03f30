import MiniSearch from 'minisearch'
import type { ClauseId } from '../domain/notice.ts'
import { normalise } from '../text/normalise.ts'
import { isStopWord } from '../text/stop-words.ts'
import { searchWords } from '../text/words.ts'
import type { Passage } from './passages.ts'

/** Full-text search over passages. */
export interface WordSearch {
  /** Ids of the passages that share words with the question, best first. */
  search(question: string, most: number): readonly ClauseId[]
}

/** Words of a text that can tell what it is about: cut by jieba, stop words left out. */
export const tellingWords = (text: string): readonly string[] =>
  searchWords(normalise(text)).filter((word) => !isStopWord(word))

// The published words decide; what facts say in other words, and the headings in the label, support them.
const BOOST = { text: 1, says: 0.6, label: 0.4 }

/** BM25 over the jieba words of the passages. */
export function indexWords(passages: readonly Passage[]): WordSearch {
  const index = new MiniSearch<{ id: string; text: string; says: string; label: string }>({
    fields: ['text', 'says', 'label'],
    tokenize: (text) => [...tellingWords(text)],
    processTerm: (term) => term,
    searchOptions: { boost: BOOST, combineWith: 'OR' },
  })
  index.addAll(passages.map(({ id, label, text, says }) => ({ id, label, text, says: says.join('\n') })))
  return {
    search: (question, most) =>
      index
        .search(question)
        .slice(0, most)
        .map(({ id }) => id as ClauseId),
  }
}
