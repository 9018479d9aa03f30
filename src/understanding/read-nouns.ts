import type { Word } from '../text/words.ts'
import type { Mention } from './find-mentions.ts'
import type { Lexicon } from './lexicon.ts'

// What the dictionary cannot cut is a name, unless it holds a character that sentences are made of.
const COMMON = /[各归的了人时个上下来去做写交报要把给是有不在到之与和或就也还再这那我你他她它们几哪谁啥]/u

/** Nouns that nothing explains. Single characters and words everyone uses say nothing about what is asked. */
export function unexplainedNouns(
  words: readonly Word[],
  mentions: readonly Mention[],
  { plainNouns: plain, noticeText }: Lexicon,
): readonly Word[] {
  const explained = mentions.filter((m) => !(m.kind === 'talk' && m.id === 'elsewhere'))
  return words
    .filter(
      (w) =>
        (/^(?:n|vn|an|i|l|j|eng)/u.test(w.tag) || (w.tag === 'x' && !COMMON.test(w.text))) &&
        [...w.text].length > 1 &&
        /\p{L}/u.test(w.text) &&
        !plain.has(w.text) &&
        !SAID_AGAIN.test(w.text) &&
        !noticeText.includes(w.text),
    )
    .filter((w) => !explained.some((m) => m.kind !== 'aspect' && m.start < w.end && w.start < m.end))
}

// 进没进, 上不上: a verb that asks, which the dictionary does not cut.
const SAID_AGAIN = /^(\p{Script=Han})[不没]\1$/u

const PLACE = /^\p{Script=Han}{2,}(?:省|市|区|县|旗|州|盟)$/u
/** Whether a word is a place: tagged so by the dictionary, or with the ending of one. The gazetteer will know better. */
export function isPlace(w: Word, mentions: readonly Mention[]): boolean {
  if (!(w.tag === 'ns' || (PLACE.test(w.text) && w.tag !== 'n')) || [...w.text].length < 2) return false
  return !mentions.some(
    (m) =>
      (m.kind === 'concept' || m.kind === 'role' || m.end - m.start > 1) &&
      m.kind !== 'mark' &&
      m.start < w.end &&
      w.start < m.end,
  )
}

const QUESTION_BEFORE =
  /(?:什么|啥子?|哪个?|哪些|几[个家间条张名位种]?|多少[个家间条张名位种]?|多大|多高)(?:样的|类型的?|级别的?)?$/u
const QUESTION_AFTER = /^(?:是|为|有|叫|要|得|用|属|在|到底|究竟)*(?:什么|啥|哪|谁|多少|几|咋|怎)/u
/** Whether a noun stands right at the question word. */
export const asksFor = (w: Word, text: string): boolean =>
  QUESTION_BEFORE.test(text.slice(0, w.start)) || QUESTION_AFTER.test(text.slice(w.end))

// Verbs that carry a question rather than claim something: being, having, wanting, asking, saying, doing, handing in.
const CARRIERS =
  /^(?:[是有要能会可用该行算需写说做交报送给去来让由到过看问想请得应想搞弄办成为叫派]|没有|需要|可以|应该|应当|必须|知道|听说|请问|告诉|觉得|认为|以为|确认|确定|核实|明白|理解|记得|看到|写明|说明|规定|要求|属于|包括|作为|开始|进行|完成|出来|起来|下来|上去|一下)$/u

/** Verbs that no vocabulary explains and that do not merely carry the question. */
export const unexplainedVerbs = (words: readonly Word[], mentions: readonly Mention[]): readonly string[] =>
  words
    .filter((w) => /^[va]/u.test(w.tag) && !CARRIERS.test(w.text))
    .filter((w) => !mentions.some((m) => m.kind !== 'talk' && m.start < w.end && w.start < m.end))
    .map((w) => w.text)
