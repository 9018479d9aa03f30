import type { Reply, Status, WalkCommand, WalkKind, WalkWords } from '../domain/walkthrough.ts'
import { normalise } from '../text/normalise.ts'
import { recall } from '../text/recall.ts'
import type { Frame } from './frame.ts'
import { readFrameOnce } from './frame-memo.ts'
import type { Reader } from './read-message.ts'
import { asks, splitClauses, splitSentences } from './split-questions.ts'

/** What a message tells a walk-through: what to do, how far things are, or an answer to its question. */
export interface WalkSaying {
  readonly text: string
  /** It asks for a walk-through of this kind. */
  readonly starts?: WalkKind
  readonly commands: ReadonlySet<WalkCommand>
  /** What is said of things, clause by clause. */
  readonly reports: readonly Report[]
  readonly reply?: Reply | 'vague'
  readonly points?: 'last' | 'here'
  readonly ordinal?: number
  /** It is put as a question. */
  readonly asks: boolean
  readonly frames: readonly Frame[]
}

/** One clause with how far it says a thing is, or whether it is so; which thing is for the walk-through to find. */
export interface Report {
  readonly text: string
  readonly status?: Status
  readonly reply?: Reply | 'vague'
  readonly frame: Frame
  readonly ordinal?: number
  readonly points?: 'last' | 'here'
}

type Matcher = (text: string) => boolean

/** The word lists of walk-throughs as one pattern each. */
interface Matchers {
  readonly starts: readonly (readonly [WalkKind, Matcher])[]
  readonly manner: Matcher
  readonly engage: Matcher
  readonly request: Matcher
  readonly things: readonly (readonly [WalkKind, Matcher])[]
  readonly applying: Matcher
  readonly beginning: Matcher
  readonly opening: Matcher
  readonly commands: readonly (readonly [WalkCommand, Matcher])[]
  readonly statuses: readonly (readonly [Status, Matcher])[]
  readonly replies: readonly (readonly [Reply | 'vague', Matcher])[]
  readonly points: readonly (readonly ['last' | 'here', Matcher])[]
}

const LONGEST = 120

/** Whether a message of somebody who has no walk-through may be for one: cheap, so that plain questions stay fast. */
export function mayBegin(message: string, { pack }: Reader): boolean {
  const text = normalise(message)
  const m = matchersOf(pack.language.walk)
  const begins = m.starts.some(([, is]) => is(text)) || m.beginning(text)
  return begins || m.things.some(([, is]) => is(text)) || m.commands.some(([c, is]) => ALONE.includes(c) && is(text))
}
// What makes sense without one.
const ALONE: readonly WalkCommand[] = ['lists', 'matrix', 'remind', 'reminders', 'cancel-reminder', 'resume']

/** Reads a message as something said to a walk-through. Pure, and recalled; whether it is one depends on the conversation. */
export function readWalkSaying(message: string, reader: Reader): WalkSaying {
  const before = readings.get(reader) ?? recall((text) => read(text, reader))
  readings.set(reader, before)
  return before(message)
}

const readings = new WeakMap<Reader, (message: string) => WalkSaying>()

function read(message: string, reader: Reader): WalkSaying {
  const text = normalise(message)
  const { pack, lexicon } = reader
  const m = matchersOf(pack.language.walk)
  const all = splitSentences(text).flatMap(splitClauses)
  const clauses = all.length > 1 ? all.filter((c) => !m.opening(withoutEnd(c))) : all
  const frames = clauses.map((c) => readFrameOnce(c, pack, lexicon))
  const bare = withoutOpening(withoutEnd(text), m)
  // 先不说是哪个县,往下走: who goes on asks nothing.
  const goesOn = GOES_ON.some((c) =>
    m.commands.find(([command]) => command === c)?.[1](withoutEnd(clauses.at(-1) ?? '')),
  )
  const reply = m.replies.find(([, is]) => is(withoutChoice(bare)))?.[0]
  const reports = reportsOf(clauses, frames, m)
  // 差不多吧, 规划里写没写我得查查: an answer, whatever it sounds like.
  const answers =
    reply === 'unsure' ||
    (bare.length <= SHORT &&
      (reply !== undefined || reports.length > 0) &&
      withoutChoice(bare) === bare &&
      !frames.some((f) => f.marks.has('interrogative')))
  const isAsked =
    text.length > LONGEST || QUESTION.test(text) || (!goesOn && !answers && frames.some((f) => asks(f) && !isSoft(f)))
  // 对照条件自查的结果该放到哪份材料: a question is one, unless it asks to be led.
  const isQuestion = isAsked && !TO_ME.test(bare)
  const strong = m.starts.find(([, is]) => is(bare))?.[0]
  const starts =
    isQuestion && frames.some((f) => f.marks.has('interrogative'))
      ? undefined
      : (strong ?? (isQuestion ? undefined : composed(bare, m)))
  return {
    text,
    ...(starts ? { starts } : m.beginning(bare) && m.applying(bare) ? { starts: 'checklist' as const } : {}),
    commands: new Set(m.commands.filter(([, is]) => is(bare)).map(([command]) => command)),
    reports,
    reply,
    points: m.points.find(([, is]) => is(bare))?.[0],
    ordinal: frames.flatMap((f) => f.ordinals)[0]?.value,
    asks: isAsked,
    frames,
  }
}
const SHORT = 14
const GOES_ON: readonly WalkCommand[] = ['next', 'resume', 'restart', 'exit']
const withoutEnd = (text: string): string => text.replace(/[。.!~,、\s]+$/gu, '')

// 了没, 吗: endings that ask, whatever else is said.
const QUESTION = /[?]|(?:吗|么|[了过完好]没有?|不呢|(?<!着)呢|好不|行不|对不|啥|什么|几时|多少|怎么|咋)[啊呀呢]*$/u

// 好,下一步: what opens a message is no part of what it says.
function withoutOpening(text: string, m: Matchers): string {
  const [, first = '', rest = ''] = /^([^,。;!、 ]{1,6})[,。;!、 ]+(.+)$/su.exec(text) ?? []
  return rest !== '' && m.opening(first) ? withoutOpening(rest, m) : text
}

// 是不是, 有没有: asks both ways and says neither.
const withoutChoice = (text: string): string => text.replace(/(\p{Script=Han})[不没]\1/gu, '')

// 逐条问我, 帮我核对材料, 材料清单 示范县: put together from words that each mean little.
function composed(text: string, m: Matchers): WalkKind | undefined {
  const kind = m.things.find(([, is]) => is(text))?.[0]
  const isWanted = (m.manner(text) || m.request(text)) && m.engage(text)
  return isWanted ? kind : undefined
}
const TO_ME =
  /(?:问|带|领|陪|帮|给|教)着?(?:我|咱|俺)|你|走起|(?:一[个项条样件题步道]{1,2}|一[个项条样件题步道]一[个项条样件题步道]|逐[条项个一样]|挨个)(?:来|讲|问|过|说|走|核|对)[吧呗啊]?$/u

// A thing of which something is said names an aspect by its noun (方案写了一半), which asks nothing.
const isSoft = (frame: Frame): boolean =>
  !frame.polar && !frame.marks.has('interrogative') && !frame.marks.has('choice')

// 申报函盖好章了,报告写了一半: each clause of its own; one that says nothing of how far joins the next.
function reportsOf(clauses: readonly string[], frames: readonly Frame[], m: Matchers): readonly Report[] {
  const reports: Report[] = []
  for (const [at, clause] of clauses.entries()) {
    const frame = frames[at]
    const bare = withoutChoice(withoutEnd(clause))
    const status = m.statuses.find(([, is]) => is(bare))?.[0]
    const reply = m.replies.find(([, is]) => is(bare))?.[0]
    if (!frame || (status === undefined && reply === undefined)) continue
    // 报告、方案、状况表都填好了: it is said of each of them.
    for (
      let earlier = at - 1;
      clauses[earlier]?.endsWith('、') === true && !reports.some((r) => r.frame === frames[earlier]);
      earlier -= 1
    ) {
      const other = frames[earlier]
      if (other && other.topics.length > 0) reports.push({ text: clause, status, reply, frame: other })
    }
    const before = frames[at - 1]
    const named = frame.topics.length > 0 || frame.ordinals.length > 0 || !before ? frame : before
    reports.push({
      text: clause,
      status,
      reply,
      frame: named,
      ordinal: (frame.ordinals[0] ?? named.ordinals[0])?.value,
      points: m.points.find(([, is]) => is(clause))?.[0],
    })
  }
  return reports
}

const made = new WeakMap<WalkWords, Matchers>()
function matchersOf(words: WalkWords): Matchers {
  const known = made.get(words)
  if (known) return known
  const pairs = <K extends string>(lists: Readonly<Record<K, readonly string[]>>, order: readonly K[]) =>
    order.map((key): readonly [K, Matcher] => [key, matcherOf(lists[key])])
  const matchers: Matchers = {
    starts: [
      ['self-check', matcherOf(words['start-self-check'])],
      ['checklist', matcherOf(words['start-checklist'])],
    ],
    manner: matcherOf(words.manner),
    engage: matcherOf(words.engage),
    request: matcherOf(words.request),
    things: pairs(words.things, ['self-check', 'checklist']),
    applying: matcherOf(words.applying),
    beginning: matcherOf(words.beginning),
    opening: matcherOf(words.openings.map((w) => `^${w}$`)),
    commands: pairs(words.commands, Object.keys(words.commands) as WalkCommand[]),
    statuses: pairs(words.statuses, ['doing', 'open', 'none', 'done']),
    replies: pairs(words.replies, ['unsure', 'no', 'vague', 'yes']),
    points: pairs(words.points, ['last', 'here']),
  }
  made.set(words, matchers)
  return matchers
}

function matcherOf(words: readonly string[]): Matcher {
  const pattern = new RegExp(words.map(patternOf).join('|'), 'u')
  return (text) => pattern.test(text)
}

function patternOf(word: string): string {
  const start = word.startsWith('^') ? '^' : ''
  const end = word.endsWith('$') ? '$' : ''
  const inner = word.slice(start.length, word.length - end.length)
  const escaped = normalise(inner)
    .replace(/[.*+?()|[\]{}\\^$]/gu, '\\$&')
    .replaceAll('...', '.{0,6}')
    .replaceAll('…', '.{0,6}')
  return `${start}${escaped.replaceAll('\\.\\.\\.', '.{0,6}')}${end}`
}
