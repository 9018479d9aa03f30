import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { load } from 'js-yaml'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Assistant, assemble } from '../../src/assembly.ts'
import type { Focus } from '../../src/domain/conversation.ts'
import { type Case, faultsOf } from '../../src/evaluation/judge-case.ts'
import { SECOND_PACK } from './broken-pack.ts'

const CASES = load(readFileSync(resolve('tests/knowledge/second-pack.cases.yaml'), 'utf8')) as readonly Case[]
const SPRING = '2031-04-10'
const FEWEST = 45
let assistant: Assistant

beforeAll(async () => {
  assistant = await assemble({ notice: SECOND_PACK })
})

/** What is wrong in a conversation, each line with the message, the fault and the reply. */
async function faultsIn({ now = SPRING, turns }: Case): Promise<readonly string[]> {
  const faults: string[] = []
  let focus: Focus | undefined
  for (const { say, expect: wanted = {} } of turns) {
    const reply = await assistant.answer(say, { now: new Date(`${now}T12:00:00+08:00`), focus })
    focus = reply.focus
    for (const fault of faultsOf(wanted, reply.answer)) faults.push(`${say} → ${fault}: ${reply.answer.text}`)
  }
  return faults
}

describe('a second notice as a second folder', () => {
  it('is asked as much as it takes to believe it', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(FEWEST)
    expect(new Set(CASES.map((c) => c.id)).size).toBe(CASES.length)
  })

  it.each(CASES.map((c) => [c.category, c.id, c] as const))('answers %s: %s', async (_category, _id, one) => {
    expect(await faultsIn(one)).toEqual([])
  })
})
