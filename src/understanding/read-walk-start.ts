import type { WalkCommand, WalkKind } from '../domain/walkthrough.ts'
import { normalise } from '../text/normalise.ts'
import type { Reader } from './read-message.ts'
import { matchersOf, type WalkMatchers } from './walk-matchers.ts'

/** Whether a message of somebody who has no walk-through may be for one: cheap, so that plain questions stay fast. */
export function mayBegin(message: string, { pack }: Reader): boolean {
  const text = normalise(message)
  const m = matchersOf(pack.language.walk)
  const begins = m.beginning(text) || [...m.starts, ...m.startsOn, ...m.things].some(([, is]) => is(text))
  return begins || m.commands.some(([command, is]) => ALONE.includes(command) && is(text))
}
// What makes sense without one.
const ALONE: readonly WalkCommand[] = ['lists', 'matrix', 'remind', 'reminders', 'cancel-reminder', 'resume']

/** The walk-through that a message asks for, or only names. A question asks for none, unless it asks to be led. */
export function startOf(
  bare: string,
  m: WalkMatchers,
  isAsked: boolean,
): { readonly starts?: WalkKind; readonly names?: WalkKind } {
  // 对照条件自查的结果该放到哪份材料 asks of something else.
  const isQuestion = isAsked && !TO_ME.test(bare)
  const strong = m.starts.find(([, is]) => is(bare))?.[0]
  const starts =
    isQuestion && QUESTION_WORD.test(bare) ? undefined : (strong ?? (isQuestion ? undefined : composed(bare, m)))
  if (starts) return { starts }
  if (m.beginning(bare) && m.applying(bare)) return { starts: 'checklist' }
  const names = m.startsOn.find(([, is]) => is(bare))?.[0]
  return names ? { names } : {}
}

// 逐条问我, 帮我核对材料: put together from words that each mean little.
function composed(text: string, m: WalkMatchers): WalkKind | undefined {
  const kind = m.things.find(([, is]) => is(text))?.[0]
  return (m.manner(text) || m.request(text)) && m.engage(text) ? kind : undefined
}
const QUESTION_WORD = /谁|哪|什么|啥|怎么|咋|多少|几/u
const TO_ME =
  /(?:问|带|领|陪|帮|给|教)着?(?:我|咱|俺)|你|走起|(?:好|行|可以|成)吗[?]?$|(?:一[个项条样件题步道]{1,2}|一[个项条样件题步道]一[个项条样件题步道]|逐[条项个一样]|挨[个条])(?:来|讲|问|过|说|走|核|对|弄|办|整|搞|做)(?:一下|一遍)?[吧呗啊]?$/u
