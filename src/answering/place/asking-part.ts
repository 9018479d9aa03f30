import type { Frame } from '../../understanding/frame.ts'
import { readFrameOnce } from '../../understanding/frame-memo.ts'
import { tellingTopics } from '../../understanding/topics.ts'
import type { Draft } from '../draft.ts'
import { spansOfBelonging } from './belonging.ts'
import { isAnotherMatter } from './place-question.ts'

/** The part of a question that asks, read by itself, where all else only tells of its places (江干区的同志拿着旧公章来问, 这个区归哪一类); undefined where there is nothing to leave out. */
export function askingPart(frame: Frame, draft: Draft): Frame | undefined {
  const { pack, lexicon } = draft.reader
  const clauses = clausesOf(frame.text)
  const kept = clauses.filter((c) => !REMARK.test(c))
  const read = (text: string): Frame => readFrameOnce(text, pack, lexicon)
  const frames = kept.map(read)
  const asking = frames.map((f) => asksItself(f, draft))
  const last = frames.at(-1)
  if (last && !asking.includes(true) && isBare(last, draft)) asking[frames.length - 1] = true
  // 想报示范城市, 行不行: a question that names nothing asks of what was told right before.
  for (const [at, f] of frames.entries()) if (at > 0 && asking[at] && isBare(f, draft)) asking[at - 1] = true
  const part = kept.filter((_, at) => asking[at]).join(',')
  if (part === '' || part === clauses.join(','))
    return kept.length < clauses.length && part === '' ? read(kept.join(',')) : undefined
  const own = read(part)
  return own.tracks.length > 0 ? own : { ...own, tracks: tracksAimedAt(frames, asking), stages: own.stages }
}

/** Whether any clause of a question asks something: 不归哪个地级市管 only tells. */
export const asksAtAll = (frame: Frame, draft: Draft): boolean =>
  clausesOf(frame.text).some((c) => asksItself(readFrameOnce(c, draft.reader.pack, draft.reader.lexicon), draft))

// 二(一) is one number, (输入法打的) is said beside.
const clausesOf = (text: string): readonly string[] =>
  text
    .replace(/\(([^()]{3,})\)/gu, ',$1,')
    .split(/[,.;!\n]|(?<=[?])|(?<=\p{Script=Han}) (?=\p{Script=Han})/u)
    .map((c) => c.trim())
    .filter((c) => c !== '')

// 打错字了, 输入法打的, 字可能不对: said of the typing, not of the matter.
const REMARK =
  /^(?:我|刚才|刚刚|上面|前面|不好意思|抱歉|可能|是|那个)*(?:(?:打|写|输|敲|记|念|拼|认|抄)错|手误|手滑|笔误|输入法|语音|识别|手写|字可能|名字可能|拼音|错别字|字不一定|别字|不知道写对|不会写)[^,]{0,12}$/u

const asksItself = (f: Frame, { reader: { pack } }: Draft): boolean =>
  f.polar ||
  (f.marks.has('interrogative') && !ANY.test(f.text)) ||
  f.marks.has('choice') ||
  f.text.endsWith('?') ||
  spansOfBelonging(f.text, pack).length > 0
// 没多少人, 不归哪个地级市管: none of them, which asks nothing.
const ANY = /[不没](?:有)?[^,.;?!]{0,3}(?:几[个家]|多少|哪|什么|啥|谁)/u

const BARE = 6
const isBare = (f: Frame, { reader: { pack, weights } }: Draft): boolean =>
  f.text.replace(/[\p{P}\s]/gu, '').length <= BARE &&
  f.tracks.length === 0 &&
  !tellingTopics(f, weights).some((t) => isAnotherMatter(t, pack)) &&
  spansOfBelonging(f.text, pack).length === 0

// 打算报示范城市, 级别够吗: what the place is to apply for may be told before.
function tracksAimedAt(frames: readonly Frame[], asking: readonly boolean[]): Frame['tracks'] {
  const told = frames.filter((f, at) => !asking[at] && f.tracks.length > 0 && AIMS.test(f.text))
  return told.at(-1)?.tracks ?? []
}
const AIMS = /[报申争评冲创走拿搞选参]/u
