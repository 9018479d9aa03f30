import type { Pack } from '../domain/pack.ts'
import { NUMBER, readNumber } from '../text/numbers.ts'
import { oncePer } from '../text/once.ts'
import type { Frame, Topic } from './frame.ts'
import type { Lexicon } from './lexicon.ts'

const LONGEST_LIST = 9

/** 附件1到附件4, 附件1、2、4: all that is counted is named, each as an item of its own, where the pack knows items by such names. */
export function nameEach(text: string, pack: Pack, { byText }: Lexicon): string {
  const isWord = (word: string): boolean =>
    (byText.get(word.slice(0, 3)) ?? []).some((e) => e.kind === 'concept' && e.pieces[0] === word)
  return text.replace(boundsOf(pack), (whole, word: string, rest: string) => {
    const numbers = numbersOf(rest, word)
    const names = numbers.map((n) => `${word}${n}`)
    return !isWord(whole) && names.length > 1 && names.every(isWord) ? names.join('、') : whole
  })
}

const boundsOf = oncePer(({ lists }: Pack): RegExp => {
  const words = lists.flatMap((l) => l.words.filter((w) => w.length > 1)).sort((a, b) => b.length - a.length)
  const word = `(${words.join('|') || '(?!)'})`
  return new RegExp(`${word}((?:${NUMBER})(?:(?:到|至|-|—|~|、|和|与|跟|及)(?:\\1)?(?:${NUMBER}))+)`, 'gu')
})

const RANGE = /[到至\-—~]/u
function numbersOf(rest: string, word: string): readonly number[] {
  const numbers = rest
    .split(word)
    .join('')
    .split(/[到至\-—~、和与跟及]/u)
    .map((n) => readNumber(n) ?? 0)
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)]
  if (!RANGE.test(rest)) return numbers
  return Array.from({ length: Math.min(LONGEST_LIST, Math.max(0, last - first + 1)) }, (_, at) => first + at)
}

const ITEM = `[^,。?!;、和与跟]{0,8}第(?:${NUMBER})[条项步点款个]`
const EACH = new RegExp(`^(${ITEM})(?:[和与跟、]|以及)(${ITEM})(各自?|分别|都)([^,。;!]+)$`, 'u')
/** 城市第四条和县第四条各讲什么: what is asked of each of two items is a question of each. */
export function askEach(sentence: string): readonly string[] {
  const [, one, other, each, rest = ''] = EACH.exec(sentence.trim()) ?? []
  return one && other && each ? [`${one}${rest}`, `${other}${rest}`] : [sentence]
}

const COUNT = '[一二两三四五六七八九十几\\d]+[样个条点项问件]|一[次并起块句]|分别|挨个|逐个|全部|[都全]'
// 四样都要, 我一并回, 一句一个说: how the answers are wanted.
const WANTED = new RegExp(
  `^(?:[我请您你帮]|麻烦)*(?:${COUNT})+.{0,3}?(?:要|说|讲|答|回|列|告诉|给|捋|写|清|来)[我您你清楚全了下一个句吧哈呗啊哦呀说讲答复完]*[。.!?~,]*$`,
  'u',
)

/** Whether a clause only says how the answers are wanted, or how the question came up (下面来了三个电话:). */
export function isAside(frame: Frame, { unstated, generic }: Lexicon): boolean {
  if (frame.marks.has('polar') || frame.marks.has('interrogative') || frame.marks.has('choice')) return false
  const names = frame.topics.some((t) => !generic.has(t.id) && !unstated.has(t.id))
  if (names || frame.tracks.length + frame.stages.length + frame.ordinals.length > 0) return false
  return WANTED.test(frame.text) || /:$/u.test(frame.text)
}

const TAG =
  /^(?:那|这|这样|这么|那样|我|你|您|都|也|就)*.{0,2}?(?:行|可以|能|对|成|中|好|得|是|要得|没错|够|懂|明白|知道|算数).{0,3}$/u
// 通知里交代了吗, 写了没有: whether what was asked before is written at all.
const WRITTEN =
  /^(?:[这那本该]?[份个]?(?:通知|文件|原文|条文|正文|文)?(?:里面|里头|里|上|中)?)(?:有没有|有无|是否|可|也|都)?(?:写|说|提|讲|交代|规定|明确|要求|点)(?:过|了|到|明|清|清楚|及)*(?:没有?|吗|么|呢|不)*$/u
/** 这样行吗: a yes/no clause that names nothing asks about what was said before it. */
export const isTag = (frame: Frame): boolean =>
  !frame.marks.has('interrogative') &&
  frame.unexplained.length === 0 &&
  (frame.text.length <= SHORTEST_TAG || [TAG, WRITTEN].some((p) => p.test(frame.text.replace(/[?。!,、]+$/u, ''))))
const SHORTEST_TAG = 4

const EXCEPTED = /除了?[^,。?!]*(?:,|以外|之外)/u
const SET_ASIDE = 0.1
/** 除了回头看这几年,还要交代什么: what is excepted is not asked, least of all where the notice is silent about it. */
export function beyondExcepted(frame: Frame, { unstated, generic }: Lexicon): Frame {
  const match = EXCEPTED.exec(frame.text)
  if (!match) return frame
  const end = match.index + match[0].length
  const inside = (t: Topic): boolean => match.index <= t.start && t.end <= end
  const telling = (t: Topic): boolean => !generic.has(t.id) && !unstated.has(t.id)
  const asksMore = frame.topics.some((t) => telling(t) && !inside(t)) && frame.marks.has('interrogative')
  const isExcepted = (t: Topic): boolean => inside(t) && (unstated.has(t.id) || asksMore)
  return {
    ...frame,
    topics: frame.topics.map((t) => (isExcepted(t) ? { ...t, weight: Math.min(t.weight, SET_ASIDE) } : t)),
  }
}
