import type { Piece } from '../domain/answer.ts'
import type { Pack } from '../domain/pack.ts'
import { findWording, quotedWords } from '../rules/find-wording.ts'
import type { Frame } from '../understanding/frame.ts'
import type { Evidence } from './choose-evidence.ts'
import { cite } from './cite.ts'
import { copy } from './copy.ts'

const MOST_WORDS = 4
// 有没有这样的字眼, 有几处: what is asked for is the wording itself. 提到, 写的是: only where no fact answers, or a yes or no is wanted.
const OF_WORDING = /字眼|字样|提法|措辞|用词|几处|哪处|出现/u
const OF_WRITING = /说法|提到|提了|提没提|说到|写到|点到|写的是|写着/u
const OF_PLACE = /哪/u

/** The words in quotation marks whose place in the notice a question asks for; none when it asks of something else. */
export function wordingAsked(frame: Frame, evidence: Evidence): readonly string[] {
  const words = quotedWords(frame.text).slice(0, MOST_WORDS)
  const isOpen = frame.polar || evidence.is === 'nothing' || evidence.is === 'extract'
  const asked =
    OF_WORDING.test(frame.text) ||
    (isOpen && OF_WRITING.test(frame.text)) ||
    (words.length > 1 && OF_PLACE.test(frame.text))
  return asked ? words : []
}

/** Says of each of the words where it stands in the notice, or that it stands nowhere. */
export function tellWording(words: readonly string[], pack: Pack): readonly Piece[] {
  return words.map((one): Piece => {
    const places = findWording(one, pack.clauses.values())
    const labels = labelsAt(places, pack)
    return {
      kind: 'computed',
      text: labels === '' ? copy.notWritten(one) : copy.written(one, labels),
      citations: places.map(({ clause, sentence }) => cite(pack, { clause, quote: sentence })),
      computation: { rule: 'wording', states: labels.match(/\d+/gu) ?? [] },
    }
  })
}

/** The labels of the clauses in which words stand, in order; empty: nowhere. */
export const labelsOf = (words: string, pack: Pack): string => labelsAt(findWording(words, pack.clauses.values()), pack)

const labelsAt = (places: ReturnType<typeof findWording>, pack: Pack): string =>
  [...new Set(places.map((p) => pack.clauses.get(p.clause)?.label ?? p.clause))].join('、')
