import type { Answer } from '../domain/answer.ts'
import type { Focus } from '../domain/conversation.ts'
import { type Case, type Expectation, faultsOf } from './judge-case.ts'

/** What answers one message of a case: an assistant with its clock set. */
export type Respond = (
  text: string,
  context: { readonly now: Date; readonly focus?: Focus },
) => { readonly answer: Answer; readonly focus?: Focus }

/** One turn of a case as it went. */
export interface TurnResult {
  readonly say: string
  readonly expect: Expectation
  readonly answer: Answer
  readonly faults: readonly string[]
}

/** One case as it went: it passes when no turn has a fault. */
export interface CaseResult {
  readonly case: Case
  readonly turns: readonly TurnResult[]
  readonly passes: boolean
}

/** Plays a case on an assistant; `now` is used for cases that do not set a day of their own. */
export function runCase(one: Case, respond: Respond, now: Date): CaseResult {
  const at = one.now === undefined ? now : new Date(`${one.now}T09:00:00+08:00`)
  let focus: Focus | undefined
  const turns = one.turns.map(({ say, expect = {} }): TurnResult => {
    const answered = respond(say, { now: at, focus })
    focus = answered.focus
    return { say, expect, answer: answered.answer, faults: faultsOf(expect, answered.answer) }
  })
  return { case: one, turns, passes: turns.every((t) => t.faults.length === 0) }
}
