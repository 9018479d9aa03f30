import type { Concept, ConceptId } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'

/** Doubts about the vocabulary of a pack, one English line each: concepts nobody can name or nothing uses, and words of two concepts. */
export function adviseWords(pack: Pack): readonly string[] {
  const own = [...pack.concepts.values()].filter((c) => pack.own.has(c.id))
  return [...own.flatMap((c) => adviseConcept(c, usedConcepts(pack))), ...adviseShared(pack)]
}

function adviseConcept({ id, words }: Concept, used: ReadonlySet<ConceptId>): readonly string[] {
  return [
    ...(words.length === 0 ? [`concept “${id}”: has no words, so nobody can name it`] : []),
    ...(used.has(id) ? [] : [`concept “${id}”: no fact, silence, date or list uses it`]),
  ]
}

function usedConcepts(pack: Pack): ReadonlySet<ConceptId> {
  return new Set([
    ...pack.facts.flatMap((f) => [...f.topics, ...f.also, ...f.denies]),
    ...pack.silences.flatMap((s) => [...s.topics, ...s.also]),
    ...pack.dates.flatMap((d) => d.topics),
    ...pack.lists.flatMap((l) => l.items.map((i) => i.topic)),
  ])
}

// A word of two concepts names both at once: that is fine where one fact covers both, else each pulls against the other.
function adviseShared(pack: Pack): readonly string[] {
  const concepts = [...pack.concepts.values()].filter((c) => !c.generic)
  const together = coveredPairs(pack)
  const byWord = new Map<string, Concept[]>()
  for (const concept of concepts)
    for (const word of concept.words) byWord.set(word, [...(byWord.get(word) ?? []), concept])
  return [...byWord].flatMap(([word, [first, ...others]]) =>
    others
      .filter((other) => first && (pack.own.has(first.id) || pack.own.has(other.id)))
      .filter((other) => first && !together.has(pair(first.id, other.id)))
      .map((other) => `word “${word}”: both “${first?.id}” and “${other.id}” have it, and no fact covers both`),
  )
}

const pair = (a: ConceptId, b: ConceptId): string => [a, b].sort().join(' ')

// `denies` counts: the word then names the topic and the wrong notion about it.
function coveredPairs(pack: Pack): ReadonlySet<string> {
  const pairs = new Set<string>()
  const add = (topics: readonly ConceptId[], others: readonly ConceptId[]): void => {
    for (const topic of topics) for (const other of others) pairs.add(pair(topic, other))
  }
  for (const f of pack.facts) add(f.topics, [...f.topics, ...f.also, ...f.denies])
  for (const s of pack.silences) add(s.topics, [...s.topics, ...s.also])
  return pairs
}
