import type { Answer } from '../domain/answer.ts'
import type { Pack } from '../domain/pack.ts'
import type { Frame } from '../understanding/frame.ts'
import { copy } from './copy.ts'

const LONGEST_TALK = 24

/** What a message is when it is no question about the notice; undefined when it may be one. */
export function smallTalk(
  frames: readonly Frame[],
  inConversation: boolean,
  question: string,
  pack: Pack,
): Answer | undefined {
  const covers = pack.covers.join('、')
  const examples = pack.questions
    .slice(0, 3)
    .map((q) => `“${q}”`)
    .join('')
  const talk = new Set(frames.flatMap((f) => [...f.talk]))
  const named = frames.some((f) => f.domain === 'own')
  const shared = frames.some((f) => f.domain !== 'none')
  const length = question.length
  const short = length <= LONGEST_TALK
  if (talk.has('injection') && !frames.some(isQuestion))
    return plain('out_of_scope', copy.refusedInstruction(pack.short, covers))
  if (talk.has('human') && !named)
    return plain('answered', copy.human(pack.ask.province, length > 12 ? copy.humanSummary(question) : ''))
  if (talk.has('capability') && !named && short) return plain('answered', copy.capability(pack.short, covers))
  if (talk.has('identity') && !named && short) return plain('answered', copy.identity)
  if (talk.has('pause') && !frames.some((f) => f.polar || f.marks.has('interrogative')))
    return plain('answered', copy.pause)
  if (talk.has('elsewhere') && !named) return plain('out_of_scope', copy.outOfScope(pack.short, covers))
  if (shared) return undefined
  if (talk.has('complaint')) return plain('answered', copy.complaint(examples))
  if (talk.has('goodbye') && isOnly(question, pack.language.talk.goodbye)) return plain('answered', copy.goodbye)
  if (talk.has('thanks') && isOnly(question, pack.language.talk.thanks)) return plain('answered', copy.thanks)
  if (talk.has('greeting') && isOnly(question, pack.language.talk.greeting))
    return plain('answered', copy.greeting(pack.short, covers))
  if (!/[\p{Script=Han}a-z]{2}/iu.test(question))
    return inConversation && /\p{L}/u.test(question) ? undefined : plain('clarify', copy.unclearMessage(examples))
  return undefined
}

const MOST_BESIDE = 6
// A greeting with hardly anything beside it is a greeting; inside a sentence it is a word like any other.
function isOnly(question: string, words: readonly string[] = []): boolean {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((text, word) => text.split(word).join(''), question)
  return rest.replace(/[^\p{L}]/gu, '').length <= MOST_BESIDE
}

const isQuestion = (frame: Frame): boolean =>
  frame.domain === 'own' && (frame.aspects.length > 0 || frame.polar) && !frame.talk.has('injection')

/** An answer of wording only: nothing is stated and nothing cited. */
export const plain = (outcome: Answer['outcome'], text: string): Answer => ({
  outcome,
  text,
  pieces: [{ kind: 'copy', text, citations: [] }],
  citations: [],
  suggestions: [],
})
