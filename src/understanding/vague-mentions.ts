import type { Mention } from './find-mentions.ts'
import type { Lexicon } from './lexicon.ts'

const REPEATED = /(\p{Script=Han})(几.|多少|什么|啥)[,]?(?:就)?\1\2|(哪个|哪家|哪|谁|什么|啥).{1,8}就.{0,4}\3/u
/** Whether a mention is but one character of a longer word that the dictionary knows: 评语 is no 评. */
export const isPartOfWord = (
  m: Mention,
  known: readonly { readonly start: number; readonly end: number }[],
  lexicon: Lexicon,
): boolean =>
  m.kind === 'concept' &&
  !lexicon.generic.has(m.id) &&
  m.end - m.start === 1 &&
  known.some((w) => w.start <= m.start && m.end <= w.end)

// 第几条 asks which one, so it is no number that is asked for.
const SEVERAL = /[的这那前后上下头好]/u
const OF_SEVERAL = /[的这那前后上下头好第]/u
const BOTH_WAYS = /(\p{Script=Han})(上|成|过|到|得了)\1不\2/u
/** Whether a mention asks or names nothing where it stands: 要推的几个市, 这几样 are some, not how many. */
export function isVague(m: Mention, text: string, { unstated }: Lexicon): boolean {
  const word = text.slice(m.start, m.end)
  // 哪几份 asks which ones, not how many copies.
  // 评上评不上 asks both ways.
  if (m.kind === 'concept')
    return (
      unstated.has(m.id) &&
      ((word.startsWith('几') && text[m.start - 1] === '哪') || (word.includes('不') && BOTH_WAYS.test(text)))
    )
  if (m.kind !== 'aspect' && m.kind !== 'mark') return false
  // 想推几个推几个: said twice, it means any number.
  const twice = /几|多少|什么|啥|哪|谁/u.test(word) && text.split(word).length > 2 && REPEATED.test(text)
  return twice || (word.startsWith('几') && (m.kind === 'aspect' ? OF_SEVERAL : SEVERAL).test(text[m.start - 1] ?? ''))
}
