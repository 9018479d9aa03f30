import { normalise } from './normalise.ts'
import { syllableOf } from './sound.ts'
import { isStopWord } from './stop-words.ts'
import { searchWords } from './words.ts'

/** Length of every vector. */
export const DIMENSIONS = 256

// How much a kind of feature counts. Words carry the meaning, sounds keep homophone typos near, characters catch what jieba cuts differently.
const WEIGHTS = { character: 0.6, pair: 1, word: 1.2, sound: 0.6, soundPair: 1 } as const
type Kind = keyof typeof WEIGHTS
const SEEDS: Readonly<Record<Kind, number>> = { character: 11, pair: 23, word: 37, sound: 53, soundPair: 71 }

/**
 * A vector for a text without any model: every character, pair of characters, word and pinyin syllable is hashed to one of 256 places with a
 * sign (the “hashing trick”: collisions cancel on average), repeated features count by their square root, and the length is 1 (0 for no text).
 * The dot product of two vectors is then the share of writing and sound that the texts have in common. The same text always gives the same vector.
 */
export function embedOffline(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS)
  for (const [hash, weight] of featuresOf(normalise(text))) {
    const place = (hash >>> 1) % DIMENSIONS
    vector[place] = vector[place]! + (hash & 1 ? weight : -weight)
  }
  return toUnitLength(vector)
}

function featuresOf(text: string): ReadonlyMap<number, number> {
  const counts = new Map<number, { kind: Kind; count: number }>()
  const add = (kind: Kind, value: string): void => {
    const hash = hashOf(value, SEEDS[kind])
    const known = counts.get(hash)
    if (known) known.count += 1
    else counts.set(hash, { kind, count: 1 })
  }
  for (const run of text.match(/[\p{L}\p{N}]+/gu) ?? []) addRun([...run], add)
  for (const word of searchWords(text)) if (word.length > 1 && !isStopWord(word)) add('word', word)
  return new Map([...counts].map(([hash, { kind, count }]) => [hash, WEIGHTS[kind] * Math.sqrt(count)]))
}

function addRun(characters: readonly string[], add: (kind: Kind, value: string) => void): void {
  let before: { readonly character: string; readonly sound: string } | undefined
  for (const character of characters) {
    const now = { character, sound: syllableOf(character) }
    if (!isStopWord(character)) {
      add('character', character)
      add('sound', now.sound)
    }
    if (before) {
      add('pair', before.character + character)
      add('soundPair', `${before.sound} ${now.sound}`)
    }
    before = now
  }
}

// FNV-1a with a last mixing step, so that neighbouring characters land far apart.
function hashOf(value: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < value.length; at += 1) hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0
  for (const value of vector) squares += value * value
  const length = Math.sqrt(squares)
  return length === 0 ? vector : vector.map((value) => value / length)
}
