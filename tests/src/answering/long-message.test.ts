import { beforeAll, describe, expect, it } from 'vitest'
import { type Assistant, assemble } from '../../../src/assembly.ts'

const NOW = new Date('2023-08-10T09:00:00+08:00')
const chatter = '昨天食堂的红烧肉不错，大家都说好吃。'
let assistant: Assistant

beforeAll(async () => {
  assistant = await assemble()
})

describe('a message of over 4,000 characters', () => {
  it('has the question in it answered', () => {
    const { answer } = assistant.answer(`${chatter.repeat(300)}请问推荐函由谁出具？`, { now: NOW })
    expect(answer.outcome).toBe('answered')
    expect(answer.citations.map((c) => c.clause)).toContain('4.1')
  })

  it('asks to be shortened when no question is found in it', () => {
    const { answer } = assistant.answer('山上有树水里有鱼天边有云'.repeat(400), { now: NOW })
    expect(answer.outcome).toBe('clarify')
    expect(answer.text).toContain('太长')
  })
})
