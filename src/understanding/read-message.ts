import type { Pack } from '../domain/pack.ts'
import { normalise } from '../text/normalise.ts'
import { askEach, beyondExcepted, isAside, isTag, nameEach } from './compound.ts'
import type { Frame, Topic } from './frame.ts'
import { readFrameOnce } from './frame-memo.ts'
import { inMandarin } from './in-mandarin.ts'
import type { Lexicon } from './lexicon.ts'
import type { Likeness } from './likeness.ts'
import type { Weights } from './rank-entries.ts'
import { asks, isOpen, splitClauses, splitSentences } from './split-questions.ts'

/** What is needed to read a message: made once for a pack. */
export interface Reader {
  readonly pack: Pack
  readonly lexicon: Lexicon
  readonly weights: Weights
  readonly likeness: Likeness
}

const PASSING = 0.45
// 收到举报。…板子打到谁身上: what a story told is no gap to answer with where the question has a matter of its own.
const FAINT = 0.15
const SHORT_QUESTION = 8
const SHORT_OPEN = 10
const MOST_SENTENCES = 60

/** The same question read again, forgiving more: short words by sound, a wrong syllable in long ones. What led to it is kept. */
export function readWide(frame: Frame, { pack, lexicon }: Reader): Frame {
  const wide = readFrameOnce(frame.text, pack, lexicon, 'wide')
  const told = frame.topics.filter((t) => !wide.topics.some((w) => w.id === t.id))
  return { ...wide, topics: [...wide.topics, ...told] }
}

/** The questions of one message in their order, each as a frame. Statements join the question they lead to, with less weight. */
export function readMessage(text: string, reader: Reader): readonly Frame[] {
  const read = (part: string): Frame => readFrameOnce(part, reader.pack, reader.lexicon)
  const plain = nameEach(inMandarin(normalise(text), reader.pack.language), reader.pack, reader.lexicon)
  const sentences = spoken(splitSentences(plain), reader).flatMap(askEach)
  const chosen =
    sentences.length <= MOST_SENTENCES
      ? sentences
      : [...sentences.slice(0, 10), ...sentences.slice(-(MOST_SENTENCES - 10))]
  const groups = chosen.map((sentence) => readSentence(sentence, read, reader))
  const questions: Frame[] = []
  let story: Frame[] = []
  const anyAsks = groups.flat().some(asks)
  for (const frame of groups.flat()) {
    if (anyAsks && !asks(frame)) story.push(frame)
    else {
      questions.push(withStory(frame, story, reader))
      story = []
    }
  }
  const last = questions.at(-1)
  if (last && story.length > 0) questions[questions.length - 1] = withStory(last, story, reader)
  return questions.length > 0 ? questions : [read(plain)]
}

// 行吧。那谁同意了才能往上报: what only takes note of the last answer asks nothing.
function spoken(sentences: readonly string[], { pack }: Reader): readonly string[] {
  const notes = new Set(pack.language.talk.acknowledge)
  const rest = sentences.filter((s) => !notes.has(s.replace(/[^\p{L}]+$/u, '')))
  return rest.length > 0 ? rest : sentences
}

// 前三个条件可以不管 says what holds.
const CLAIMS = /[以能会要都]不[管问]/u

// A sentence is one question unless its clauses ask different things.
function readSentence(sentence: string, read: (part: string) => Frame, reader: Reader): readonly Frame[] {
  const clauses = splitClauses(sentence)
  // 有效期不问,我就问方案写几年: what is set aside is not asked.
  const aside = (f: Frame): boolean => f.marks.has('aside') || (clauses.length > 2 && isAside(f, reader.lexicon))
  const kept = clauses.filter((c) => !aside(read(c)) || CLAIMS.test(c))
  if (kept.length > 0 && kept.length < clauses.length) return readSentence(kept.join(''), read, reader)
  const whole = read(sentence)
  // 推谁得看名额,不能想推几个推几个,对吧: the tag makes one claim of it all.
  if (clauses.length < 2 || sentence.length < 8 || whole.marks.has('tag')) return [whole]
  return splitOrWhole(tellsFirst(whole, clauses, read, reader), clauses, read, reader)
}

// 我们县连试点都没评上,能不能直接报示范: what the notice is silent about is not asked by a clause that only tells how things stand.
function tellsFirst(
  whole: Frame,
  clauses: readonly string[],
  read: (part: string) => Frame,
  { pack, weights, lexicon }: Reader,
): Frame {
  const isThing = (t: Topic): boolean => (weights.get(t.id) ?? 1) >= 1 && !pack.concepts.get(t.id)?.manner
  const frames = clauses.map(read)
  const asking = frames.map((f) => (asksItself(f) || f.text.endsWith('?')) && f.topics.some(isThing))
  const asked = new Set(frames.flatMap((f, at) => (asking[at] ? f.topics.map((t) => t.id) : [])))
  const asksOfAll = frames.some((f) => WHAT_NOW.test(f.text))
  if (!asking.includes(true) || asking.every(Boolean) || asksOfAll) return beyondExcepted(whole, lexicon)
  let start = 0
  const told = clauses.flatMap((clause, at) => {
    const from = whole.text.indexOf(clause, start)
    start = from < 0 ? start : from + clause.length
    return from < 0 || asking[at] ? [] : [{ from, to: from + clause.length }]
  })
  const isTold = (t: Topic): boolean => !asked.has(t.id) && told.some((c) => c.from <= t.start && t.end <= c.to)
  return {
    ...whole,
    topics: beyondExcepted(whole, lexicon).topics.map((t) =>
      weights.unstated.has(t.id) && isTold(t) ? { ...t, weight: t.weight * PASSING } : t,
    ),
  }
}

const asksItself = (frame: Frame): boolean => isOpen(frame) || frame.marks.has('polar') || frame.marks.has('choice')

function splitOrWhole(
  whole: Frame,
  clauses: readonly string[],
  read: (part: string) => Frame,
  reader: Reader,
): readonly Frame[] {
  const frames = clauses.map(read)
  const own = (f: Frame): boolean => f.topics.some((t) => (reader.weights.get(t.id) ?? 1) >= 1)
  const isShort = (f: Frame): boolean => f.text.length <= (isOpen(f) ? SHORT_OPEN : SHORT_QUESTION)
  const asking = frames.filter((f) => asksItself(f) && (own(f) || isShort(f)))
  if (asking.length < 2 || !asking.some(isOpen) || !asking.some(own)) return [whole]
  return sharedFacets(joinStatements(frames, read, own))
}

// 城市第二条:机制谁牵头,要编什么规划: a track or stage said at the beginning of a sentence holds until another is named.
function sharedFacets(frames: readonly Frame[]): readonly Frame[] {
  let tracks: Frame['tracks'] = []
  let stages: Frame['stages'] = []
  return frames.map((frame) => {
    tracks = frame.tracks.length > 0 ? frame.tracks : tracks
    stages = frame.stages.length > 0 ? frame.stages : stages
    return { ...frame, tracks, stages }
  })
}

// 咋弄 at the end asks of all that was said before.
const WHAT_NOW =
  /^那?[该要得应]?(?:咋弄|咋办|咋整|咋搞|怎么办|怎么弄|怎么整|怎么搞|怎么处理|如何处理|如何是好)[啊呢呀嘛?]*$/u

// Clauses that ask nothing join the next one that asks; the last ones, and tags that name nothing (这样行吗), join the one before.
function joinStatements(
  frames: readonly Frame[],
  read: (part: string) => Frame,
  own: (frame: Frame) => boolean,
): readonly Frame[] {
  const parts: string[] = []
  let waiting = ''
  for (const frame of frames) {
    const asksNothing = !isOpen(frame) && (!frame.marks.has('polar') || isTag(frame))
    const hangs = (asksNothing || WHAT_NOW.test(frame.text)) && !own(frame) && parts.length > 0 && waiting === ''
    if (hangs) parts[parts.length - 1] += frame.text
    else if (asksItself(frame)) {
      parts.push(waiting + frame.text)
      waiting = ''
    } else waiting += frame.text
  }
  if (waiting !== '') parts.push((parts.pop() ?? '') + waiting)
  return parts.map(read)
}

// What was told before a question supports it, and is all there is when the question itself names nothing.
function withStory(frame: Frame, story: readonly Frame[], { weights }: Reader): Frame {
  if (story.length === 0) return frame
  const known = new Set(frame.topics.map((t) => t.id))
  const stated = frame.topics.some((t) => !weights.unstated.has(t.id) && (weights.get(t.id) ?? 1) >= 1)
  const told: Topic[] = story
    .flatMap((s) => s.topics)
    .filter((t, at, all) => !known.has(t.id) && all.findIndex((o) => o.id === t.id) === at)
    .map((t) => ({ ...t, weight: t.weight * (stated && weights.unstated.has(t.id) ? FAINT : PASSING) }))
  const pick = <T>(own: readonly T[], all: readonly (readonly T[])[]): readonly T[] =>
    own.length > 0 ? own : [...new Set(all.flat())]
  return {
    ...frame,
    topics: [...frame.topics, ...told],
    tracks: pick(
      frame.tracks,
      story.map((s) => s.tracks),
    ),
    stages: pick(
      frame.stages,
      story.map((s) => s.stages),
    ),
    talk: new Set([...frame.talk, ...story.flatMap((s) => [...s.talk])]),
    domain: [frame, ...story].some((f) => f.domain === 'own')
      ? 'own'
      : [frame, ...story].some((f) => f.domain === 'shared')
        ? 'shared'
        : 'none',
  }
}
