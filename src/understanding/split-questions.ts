import type { Frame } from './frame.ts'

const SENTENCE = /[^。!?;\n]+[。!?;\n]*/gu
// A space after a Chinese character is a comma that somebody was in a hurry to type.
const CLAUSE = /(?:[^,:、 ]|(?<=[a-z0-9]) (?=[a-z0-9]))+[,:、 ]*/gu

// Tags and template marks carry no question; what stands between them may.
const MARKUP = /<[^<>]{0,300}>|\{\{[^{}]{0,300}\}\}|\$\{[^{}]{0,300}\}/gu

/** Sentences of a message, repeated ones once; of a long one those that ask and what stands around them. */
export function splitSentences(text: string): readonly string[] {
  const all = [
    ...new Set(
      (text.replace(MARKUP, '\n').match(SENTENCE) ?? []).map((s) => s.trim()).filter((s) => /[\p{L}\p{N}?]/u.test(s)),
    ),
  ]
  return all.length > 0 ? all : [text]
}

/** Clauses of a sentence at commas, colons and enumeration marks, marks kept. */
export const splitClauses = (sentence: string): readonly string[] =>
  (sentence.match(CLAUSE) ?? [sentence]).map((c) => c.trim()).filter((c) => c !== '')

/** Whether a frame asks something by itself: it has a question word or a mark of a yes/no question. */
export const asks = (frame: Frame): boolean =>
  isOpen(frame) || frame.polar || frame.marks.has('choice') || frame.aspects.length > 0 || /\?/u.test(frame.text)

/** Whether it has a real question word (谁, 几号), not only a noun such as 日期. */
export const isOpen = (frame: Frame): boolean => frame.marks.has('interrogative')
