import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** A word of a text with its part of speech as jieba tags it (n…, v…, a…, eng, x). */
export interface Word {
  readonly text: string
  readonly tag: string
  readonly start: number
  readonly end: number
}

// The dictionary takes a fifth of a second to load: once a process.
let jieba: Jieba | undefined
const loaded = (): Jieba => {
  jieba ??= Jieba.withDict(dict)
  return jieba
}

/** Words of a normalised text with parts of speech. */
export function tagWords(text: string): readonly Word[] {
  let at = 0
  return loaded().tag(text, true).map(({ word, tag }) => {
    const start = at
    at += word.length
    return { text: word, tag, start, end: at }
  })
}

/** Words for full-text search: overlapping cuts of long words included, punctuation left out. */
export function searchWords(text: string): readonly string[] {
  return loaded().cutForSearch(text, true).filter((word) => /[\p{L}\p{N}]/u.test(word))
}
