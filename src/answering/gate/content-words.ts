import { tagWords } from '../../text/words.ts'
import { DISCOURSE, isPlain } from './plain-words.ts'
import type { Unit } from './unit.ts'

// Nouns, verbs and foreign words; times and numbers are tokens, names of places too.
const TELLING = /^(?:n(?!s|g)|v(?!g)|j|eng|i|l|z|an)/u
const SHORTEST = 2

/** The telling words of a sentence that neither the evidence nor plain discourse has; tokens are judged elsewhere. */
export function unknownWords({ text, tokens }: Unit, evidence: string): readonly string[] {
  return tagWords(text)
    .filter((w) => TELLING.test(w.tag) && w.text.length >= SHORTEST && /[\p{L}]/u.test(w.text))
    .filter((w) => !tokens.some((t) => t.start < w.end && w.start < t.end))
    .map((w) => w.text)
    .filter(
      (w) => !evidence.includes(w) && !DISCOURSE.has(w) && !isMadeOfKnown(w, evidence) && !isKnownStem(w, evidence),
    )
}

// 送到 is 送 with a particle.
function isKnownStem(word: string, evidence: string): boolean {
  const stem = [...word].filter((c) => !isPlain(c)).join('')
  return stem.length < word.length && evidence.includes(stem)
}

// 报送纸件 may be cut as one word: it is known when both halves are.
function isMadeOfKnown(word: string, evidence: string): boolean {
  for (let cut = SHORTEST; cut <= word.length - SHORTEST; cut += 1) {
    const halves = [word.slice(0, cut), word.slice(cut)]
    if (halves.every((half) => evidence.includes(half) || DISCOURSE.has(half))) return true
  }
  return false
}
