import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { z } from 'zod'
import { DOCUMENT_FORMATS } from '../../src/domain/walk-document.ts'

const OUTCOMES = {
  引导: 'guided',
  回答: 'answered',
  追问: 'clarify',
  没写明: 'not_stated',
  没数据: 'no_data',
  不归这里: 'out_of_scope',
} as const
const outcome = z.enum(Object.keys(OUTCOMES) as [keyof typeof OUTCOMES]).transform((o) => OUTCOMES[o])
const texts = z.array(z.string()).default([])
const day = z.preprocess((d) => (d instanceof Date ? d.toISOString().slice(0, 10) : d), z.iso.date())
const FIRST_DAY = '2023-08-10'
const SOMEBODY = '我'

const turn = z.strictObject({
  说: z.string(),
  结果: z
    .union([outcome, z.array(outcome)])
    .transform((o) => [o].flat())
    .optional(),
  有: texts,
  没有: texts,
  建议: texts,
  条款: texts,
  文件: z.array(z.enum(DOCUMENT_FORMATS)).optional(),
  文件里有: texts,
  日历里有: texts,
  日期: day.optional(),
  新会话: z.literal('是').optional(),
  用户: z.string().optional(),
})
const journey = z.strictObject({ 名称: z.string(), 日期: day.default(FIRST_DAY), 对话: z.array(turn).min(2) })

/** What is said, by whom, in which conversation and on which day, and what is expected of the reply. */
export interface JourneyTurn {
  readonly say: string
  readonly day: string
  readonly user: string
  readonly conversation: number
  readonly expect: z.output<typeof turn>
}

/** A conversation that a policy officer wrote, with every turn's day, person and conversation worked out. */
export interface Journey {
  readonly name: string
  readonly turns: readonly JourneyTurn[]
}

/** Reads journeys from a YAML file; throws at what is misspelt. Keys: tests/journeys/README.md. */
export function readJourneys(file: string): readonly Journey[] {
  const read = z.array(journey).safeParse(load(readFileSync(file, 'utf8')))
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`)
  return read.data.map(({ 名称: name, 日期: first, 对话: said }) => {
    let [on, user, conversation] = [first, SOMEBODY, 1]
    const turns = said.map((expect): JourneyTurn => {
      on = expect.日期 ?? on
      user = expect.用户 ?? user
      if (expect.新会话) conversation += 1
      return { say: expect.说, day: on, user, conversation, expect }
    })
    return { name, turns }
  })
}
