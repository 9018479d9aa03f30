import type { ConceptId } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import { normalise } from '../text/normalise.ts'
import { later } from '../text/once.ts'
import { recall } from '../text/recall.ts'
import { isStopWord } from '../text/stop-words.ts'
import { searchWords } from '../text/words.ts'

/** How much of a sentence is in words that belong to a concept: 0 to 1, concepts it has nothing of left out. */
export type Likeness = (text: string) => ReadonlyMap<ConceptId, number>

// How much a kind of feature counts: a word of the dictionary says more than two characters that happen to stand together.
const WEIGHT = { word: 1, pair: 0.5 } as const
// BM25: how soon repeating a word stops to count, and how much a concept with many words is held back.
const SATURATION = 1.2
const LENGTH = 0.5
// A hint is written down once, a word of a list stands in many of its entries.
const HINTED = 6

/**
 * Learns from all that a pack says of its concepts — the words people use for them, their names, what facts and silences say — which words
 * point to which concept, so that a description in words of one's own (自己盘点成绩的那份文书) is heard without anybody having listed it.
 * The index is built at the first question, not at the start.
 */
export function createLikeness(pack: Pack): Likeness {
  const liken = later(() => buildIndex(pack))
  // One turn asks several times of one sentence, however long it is.
  return recall((text) => liken()(text), Number.POSITIVE_INFINITY)
}

interface Posting {
  readonly concept: ConceptId
  count: number
}

function buildIndex(pack: Pack): Likeness {
  const featuresOf = featureReader(pack)
  const index = new Map<string, Posting[]>()
  const lengths = new Map<ConceptId, number>()
  for (const [concept, texts] of textsOf(pack)) {
    const counts = new Map<string, number>()
    let length = 0
    for (const feature of featuresOf(normalise(texts.join('\n')))) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1)
      length += 1
    }
    lengths.set(concept, length)
    for (const [feature, count] of counts) {
      const postings = index.get(feature)
      if (postings) postings.push({ concept, count })
      else index.set(feature, [{ concept, count }])
    }
  }
  const average = [...lengths.values()].reduce((sum, n) => sum + n, 0) / Math.max(1, lengths.size)
  const rarity = (holders: number): number => Math.log(1 + (lengths.size - holders + 0.5) / (holders + 0.5))
  const weightOf = (feature: string): number => (feature.startsWith('=') ? WEIGHT.word : WEIGHT.pair)
  return (text) => {
    const sums = new Map<ConceptId, number>()
    let whole = 0
    for (const feature of new Set(featuresOf(normalise(text)))) {
      const postings = index.get(feature) ?? []
      const weight = weightOf(feature) * rarity(postings.length)
      whole += weight
      for (const { concept, count } of postings) {
        const long = SATURATION * (1 - LENGTH + (LENGTH * (lengths.get(concept) ?? average)) / average)
        sums.set(concept, (sums.get(concept) ?? 0) + (weight * count) / (count + long))
      }
    }
    return new Map([...sums].map(([concept, sum]) => [concept, sum / whole]))
  }
}

// Generic concepts tell nothing apart.
function textsOf(pack: Pack): ReadonlyMap<ConceptId, readonly string[]> {
  const texts = new Map<ConceptId, string[]>()
  for (const c of pack.concepts.values())
    if (!c.generic) texts.set(c.id, [c.name, ...c.words.map((w) => w.replace(/…|\$$/gu, '\n'))])
  for (const [id, hints] of Object.entries(pack.hints))
    texts.get(id)?.push(...Array.from({ length: HINTED }, () => hints).flat())
  for (const f of pack.facts) texts.get(f.topics[0] ?? '')?.push(f.say)
  for (const s of pack.silences) for (const id of s.topics) texts.get(id)?.push(s.what)
  return texts
}

// Characters of which sentences are made: a pair with one of them is grammar.
const GRAMMAR = new Set(
  '的了是吗呢吧啊么什啥哪谁几多少怎咋这那个些要不能会有没也都还就才和跟与及或在到给把被让由对向从以为于之其所得地着过我你他她它们咱俺说问看上下里中',
)

// Words (marked by =) and pairs of characters, without those that only ask. Plain loops: the whole pack goes through here.
function featureReader({ language }: Pack): (text: string) => readonly string[] {
  const asks = Object.values({ ...language.aspects, ...language.marks }).flat()
  const asking = new Set(searchWords(asks.join('\n')))
  return (text) => {
    const features: string[] = []
    for (const word of searchWords(text))
      if (word.length > SHORTEST_LATIN || (word.length > 1 && isHan(word.charCodeAt(0))))
        if (!isStopWord(word) && !asking.has(word)) features.push(`=${word}`)
    for (let at = 0; at + 1 < text.length; at++)
      if (isTelling(text, at) && isTelling(text, at + 1)) features.push(text.slice(at, at + 2))
    return features
  }
}

const SHORTEST_LATIN = 2
const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff
const isTelling = (text: string, at: number): boolean => isHan(text.charCodeAt(at)) && !GRAMMAR.has(text.charAt(at))
