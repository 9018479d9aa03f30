import type { WalkCommand, WalkKind } from '../domain/walkthrough.ts'
import { normalise } from '../text/normalise.ts'
import { NUMBER, readNumber } from '../text/numbers.ts'
import { oncePer } from '../text/once.ts'
import { recall } from '../text/recall.ts'
import type { Frame } from './frame.ts'
import { type Count, readCounts } from './read-counts.ts'
import type { Reader } from './read-message.ts'
import { type Report, readReply, readReports, withoutEnd } from './read-reports.ts'
import { startOf } from './read-walk-start.ts'
import { asks } from './split-questions.ts'
import { matchersOf, type WalkMatchers } from './walk-matchers.ts'

/** What a message tells a walk-through: what to do, how far things are, or an answer to its question. */
export interface WalkSaying {
  readonly text: string
  /** It asks for a walk-through of this kind. */
  readonly starts?: WalkKind
  /** It names a walk-through and asks nothing: with a place or a part that is a beginning. */
  readonly names?: WalkKind
  /** It speaks of the person's own place. */
  readonly own: boolean
  readonly commands: ReadonlySet<WalkCommand>
  /** What is said of things, clause by clause. */
  readonly reports: readonly Report[]
  readonly reply?: Report['reply']
  readonly points?: 'last' | 'here'
  readonly counts: readonly Count[]
  /** A number alone counts too: 2 chooses among what was offered. */
  readonly ordinal?: number
  /** How many steps back are meant. */
  readonly back: number
  /** It is put as a question. */
  readonly asks: boolean
  readonly frames: readonly Frame[]
}

/** Whether a message tells a walk-through to do one of these. */
export const tellsTo = ({ commands }: Pick<WalkSaying, 'commands'>, ...any: readonly WalkCommand[]): boolean =>
  any.some((c) => commands.has(c))

// In characters: a longer message is a story, which is answered as a question; what it tells is not recorded.
const LONGEST = 120
const SHORT = 14

/** Reads a message as something said to a walk-through. Pure, and recalled; whether it is one depends on the conversation. */
export const readWalkSaying = (message: string, reader: Reader): WalkSaying => recalled(reader)(message)

const recalled = oncePer((reader: Reader) => recall((message) => read(message, reader)))

function read(message: string, reader: Reader): WalkSaying {
  const text = normalise(message)
  const m = matchersOf(reader.pack.language.walk)
  const reports = readReports(text, reader)
  const frames = reports.map((r) => r.frame)
  const bare = withoutOpening(withoutEnd(text), m)
  const commands = new Set(text.length > LONGEST ? [] : commandsIn(bare, m))
  const saying = { text, own: m.own(text), commands, reports, reply: readReply(bare, m), frames }
  const isAsked = asksThere(saying, m)
  return {
    ...saying,
    ...startOf(bare, m, isAsked),
    points: m.points.find(([, is]) => is(bare))?.[0],
    counts: readCounts(text),
    ordinal: frames.flatMap((f) => f.ordinals)[0]?.value,
    back: backIn(text),
    asks: isAsked,
  }
}

const commandsIn = (bare: string, m: WalkMatchers): readonly WalkCommand[] =>
  m.commands.filter(([command, is]) => is(bare) && !isDoubted(command, bare, m)).map(([command]) => command)

// 申报函办好了才能报省吗 asks for the rule, not for what was marked.
const isDoubted = (command: WalkCommand, bare: string, m: WalkMatchers): boolean =>
  command === 'state' && (m.modal(bare) || bare.length > SHORT || SELF_ANSWERED.test(bare))

// 好,下一步: what opens a message is no part of what it says.
function withoutOpening(text: string, m: WalkMatchers): string {
  const [, first = '', rest = ''] = /^([^,。;!、 ]{1,6})[,。;!、 ]+(.+)$/su.exec(text) ?? []
  return rest !== '' && m.opening(first) ? withoutOpening(rest, m) : text
}

const BACK = new RegExp(`(?:退|倒|回|往前)[^,]{0,2}?(${NUMBER})[步题项个条]`, 'u')
function backIn(text: string): number {
  const counted = readNumber(BACK.exec(text)?.[1] ?? '')
  return counted ?? (/上上/u.test(text) ? 2 : 1)
}

type Said = Pick<WalkSaying, 'text' | 'commands' | 'reports' | 'reply' | 'frames'>

function asksThere({ text, commands, reports, reply, frames }: Said, m: WalkMatchers): boolean {
  if (text.length > LONGEST) return true
  if (answersItself(text, reports)) return false
  if (QUESTION.test(text)) return true
  // 不对, 嗯: asks nothing, whatever it wants.
  if (reports.every((r) => m.opening(withoutEnd(r.text)))) return false
  if (goesOn(reports, m) || answers(text, commands, reports, reply, frames)) return false
  return frames.some((f) => !isTold(f.text) && (WONDERS.test(f.text) || (asks(f) && !isSoft(f))))
}
// 申报函弄好没有?弄好了: asked and answered in one breath.
function answersItself(text: string, reports: readonly Report[]): boolean {
  const [, asked = '', told = ''] = SELF_ANSWERED.exec(text) ?? []
  const last = reports.at(-1)
  const tells = last?.status !== undefined || last?.reply !== undefined
  return asked.length <= SHORT && told !== '' && tells && !QUESTION.test(told) && !WONDERS.test(told)
}
const SELF_ANSWERED = /^([^?]+)\?([^?]{2,})$/u

// 国家级示范企业没有, 十几家, 改成平湖市吧, 还是海盐: said or wanted, not asked.
const isTold = (text: string): boolean =>
  LACKS.test(text) || SOME.test(text) || (WANTS.test(text) && !WONDERS.test(text) && !EITHER_OR.test(text))
const LACKS = /(?<![了过完好])没有[^\p{L}?]*$/u
const SOME = /[十百千]几|几[十百千]|好几|^有几|了几|几乎/u
const WANTS = /^(?:那|哦|算了)*(?:还是|就|先|改|换|我来|我们来|我们换|咱)[^能可]*[^吗么不没]$/u
const WONDERS = /谁|哪|什么|啥|怎么|咋|为何|多少|几/u
// 行不行, 写没写: the form of a question, whatever word of an answer stands in it.
const EITHER_OR = /(\p{Script=Han})[不没]\1/u

// 先不说是哪个县,往下走: who goes on asks nothing.
const GOES_ON: readonly WalkCommand[] = ['next', 'resume', 'restart', 'exit']
function goesOn(reports: readonly Report[], m: WalkMatchers): boolean {
  const last = withoutEnd(reports.at(-1)?.text ?? '')
  return GOES_ON.some((c) => m.commands.find(([command]) => command === c)?.[1](last))
}

// 差不多吧, 规划里写没写我得查查: an answer, whatever it sounds like. 这些不清楚的谁能定 is none.
function answers(
  text: string,
  commands: Said['commands'],
  reports: readonly Report[],
  reply: Said['reply'],
  frames: readonly Frame[],
): boolean {
  if (commands.has('deciders')) return false
  if (reply === 'unsure') return true
  if (EITHER_OR.test(text)) return false
  const says = reply !== undefined || reports.some((r) => r.status !== undefined || r.reply !== undefined)
  return says && text.length <= SHORT && !frames.some((f) => f.marks.has('interrogative'))
}

// 了没, 吗: endings that ask, whatever else is said.
const QUESTION =
  /[?]|(?:吗|么|不呢|(?<!(?:还|没|正|在|着)[^,]{0,8})呢|好不|行不|对不|是不|对吧|是吧|没错吧|啥|什么|几时|多少|怎么|咋)[啊呀呢]*$|(?<![还都也])[了过完好]没有?[啊呀呢来着]*$/u

// A thing of which something is said names an aspect by its noun (方案写了一半), which asks nothing.
const isSoft = (frame: Frame): boolean =>
  !frame.polar && !frame.marks.has('interrogative') && !frame.marks.has('choice')
