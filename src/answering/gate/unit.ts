import { normalise } from '../../text/normalise.ts'
import type { Names } from './names.ts'
import { readTokens, type Token } from './tokens.ts'

/** A sentence as the token rule sees it. */
export interface Unit {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly pairs: ReadonlySet<string>
  /** Values that hold for it without being written, such as the track of its fact. */
  readonly implied: readonly string[]
}

/** Folds a sentence and reads its tokens and pairs of characters. */
export function unitOf(sentence: string, names: Names, implied: readonly string[] = []): Unit {
  const text = fold(sentence)
  return { text, tokens: readTokens(text, names), pairs: pairsOf(text), implied }
}

/** Width and case folded, no white space. */
export const fold = (text: string): string => normalise(text).replace(/\s+/gu, '')

/** Pairs of neighbouring letters and digits. */
export function pairsOf(text: string): ReadonlySet<string> {
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)))
}

/** The share of one text's pairs that the other has too; 0 for a text without pairs. */
export function share(of: ReadonlySet<string>, within: ReadonlySet<string>): number {
  let common = 0
  for (const pair of of) if (within.has(pair)) common += 1
  return of.size === 0 ? 0 : common / of.size
}
