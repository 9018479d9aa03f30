import type { Pack } from '../domain/pack.ts'
import { embedOffline } from '../text/embed-offline.ts'
import { later } from '../text/once.ts'
import { recall } from '../text/recall.ts'
import { indexWords } from './bm25.ts'
import { chooseVectors, EXACT_UP_TO, type VectorChoice } from './choose-vectors.ts'
import { exactVectors } from './exact-vectors.ts'
import { fuse } from './fuse.ts'
import type { FoundPassage, PassageSearch } from './passage-search.ts'
import { type Passage, passagesOf } from './passages.ts'
import { shareOfWords } from './share-of-words.ts'
import type { Vector, VectorIndex } from './vectors.ts'

type Searched = Pick<Pack, 'clauses' | 'facts' | 'language'>

/** Finds clauses by words (BM25) and by likeness (vectors), joined by rank. The indexes are built at the first question, not at the start. */
export function createPassageSearch(pack: Searched, choice: VectorChoice = {}): PassageSearch {
  const search = later(() => buildSearch(pack, choice))
  const recalled = new Map<number, (question: string) => readonly FoundPassage[]>()
  return {
    find(question, most) {
      const before = recalled.get(most) ?? recall((text) => search()(text, most))
      recalled.set(most, before)
      return before(question)
    },
  }
}

// Words are the surer sign; vectors find what was typed by sound or cut differently.
const WEIGHT = { words: 1, vectors: 0.5 }
// So many candidates each, because several vectors stand for one clause and ranks below still add up.
const LEAST_CANDIDATES = 40

function buildSearch(pack: Searched, choice: VectorChoice): PassageSearch['find'] {
  const passages = passagesOf(pack)
  const words = indexWords(passages)
  const share = shareOfWords(passages, pack.language)
  const vectors = openVectors(passages.flatMap(vectorsOf), choice)
  return (question, most): readonly FoundPassage[] => {
    const candidates = Math.max(LEAST_CANDIDATES, most * 4)
    const byWords = words.search(question, candidates)
    const byVectors = vectors()
      .search(embedOffline(question), candidates)
      .map(({ id }) => id)
    const fused = fuse([
      { ids: byWords, weight: WEIGHT.words },
      { ids: [...new Set(byVectors)], weight: WEIGHT.vectors },
    ])
    return fused.slice(0, most).map((clause) => ({ clause, share: share(question, clause) }))
  }
}

// One vector for the clause and one for each sentence about it: a short question is nearer to a short sentence.
const vectorsOf = ({ id, text, says }: Passage): readonly Vector[] =>
  [text, ...says].map((sentence) => ({ id, values: embedOffline(sentence) }))

// Exact at once; where there are too many, HNSW takes over as soon as its graph stands.
function openVectors(vectors: readonly Vector[], choice: VectorChoice): () => VectorIndex {
  let index: VectorIndex = exactVectors(vectors)
  if (vectors.length > (choice.exactUpTo ?? EXACT_UP_TO)) {
    chooseVectors(vectors, choice).then(
      (chosen) => {
        index = chosen
      },
      (error: unknown) => choice.warn?.(`HNSW could not be built, searching exactly: ${String(error)}`),
    )
  }
  return () => index
}
