import { Jieba } from '@node-rs/jieba'

/** A word of a text with its part of speech as jieba tags it (n…, v…, a…, eng, x). */
export interface Word {
  readonly text: string
  readonly tag: string
  readonly start: number
  readonly end: number
}

// One dictionary serves the whole process: it is read once, with the language folder, and never changes.
let jieba: Jieba | undefined

/** Loads the dictionary that words are cut with: UTF-8 lines of `word frequency tag`. Later calls change nothing. */
export function useDictionary(dictionary: Uint8Array): void {
  jieba ??= Jieba.withDict(dictionary)
}

function loaded(): Jieba {
  if (!jieba) throw new Error('No dictionary is loaded: load a pack first (src/knowledge-base/load-pack.ts).')
  return jieba
}

/** Words of a normalised text with parts of speech; what the dictionary lacks is cut by guessing. */
export const tagWords = (text: string): readonly Word[] => placed(loaded().tag(text, true))

function placed(tagged: readonly { readonly word: string; readonly tag: string }[]): readonly Word[] {
  let at = 0
  return tagged.map(({ word, tag }) => {
    const start = at
    at += word.length
    return { text: word, tag, start, end: at }
  })
}

/** Words of a normalised text that the dictionary has, with parts of speech; a character that belongs to none stands alone. */
export const knownWords = (text: string): readonly Word[] => placed(loaded().tag(text, false))

/** Words for full-text search: overlapping cuts of long words included, punctuation left out. */
export function searchWords(text: string): readonly string[] {
  return loaded()
    .cutForSearch(text, true)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}
