import { describe, expect, it } from 'vitest'
import { createConversationLane } from '../../bot/conversation-lane.ts'
import { createTurn } from '../../bot/turn.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { createMemoryStore } from '../../src/storage/memory-store.ts'
import type { StateStore } from '../../src/storage/state-store.ts'
import { createStandInAssistant } from '../support/stand-in-assistant.ts'

const limits = { maxCount: 100, maxAgeMs: 1_000, nowMs: () => 0 }
const now = new Date('2001-02-03T02:00:00Z')

function open(store: StateStore = createMemoryStore(limits)) {
  const assistant = createStandInAssistant({ slowMs: 20 })
  const turn = createTurn({ assistant, store, lane: createConversationLane<Answer>(limits) })
  return { assistant, turn, store }
}

describe('a turn', () => {
  it('remembers what the conversation is about, and keeps conversations apart', async () => {
    const { turn } = open()
    expect((await turn({ conversation: 'a', text: '一', now })).text).toMatch(/^第1轮/)
    expect((await turn({ conversation: 'a', text: '二', now })).text).toMatch(/^第2轮/)
    expect((await turn({ conversation: 'b', text: '一', now })).text).toMatch(/^第1轮/)
  })

  it('loses no turn when two messages of one conversation come at once', async () => {
    const { turn } = open()
    const answers = await Promise.all(['慢一', '二', '慢三'].map((text) => turn({ conversation: 'a', text, now })))
    expect(answers.map(({ text }) => text.slice(0, 3))).toEqual(['第1轮', '第2轮', '第3轮'])
  })

  it('answers a repeated id once and gives the same answer', async () => {
    const { turn, assistant } = open()
    const repeated = { conversation: 'a', id: 'm1', text: '慢', now }
    const [first, second] = await Promise.all([turn(repeated), turn(repeated)])
    expect(second).toEqual(first)
    expect(assistant.heard).toEqual(['慢'])
  })

  it('passes a very long message on untouched', async () => {
    const { turn, assistant } = open()
    const text = `${'长'.repeat(50_000)}　结尾 `
    await turn({ conversation: 'a', text, now })
    expect(assistant.heard).toEqual([text])
  })

  it('starts afresh when the saved state is of another version', async () => {
    const { turn, store } = open()
    await store.write('focus:a', { version: 99, item: 7 }, 'absent')
    expect((await turn({ conversation: 'a', text: '一', now })).text).toMatch(/^第1轮/)
    expect((await turn({ conversation: 'a', text: '二', now })).text).toMatch(/^第2轮/)
  })

  it('takes the turn again on what another instance saved meanwhile', async () => {
    const store = createMemoryStore(limits)
    let meddled = false
    const meddling: StateStore = {
      ...store,
      async write(key, value, expected) {
        if (!meddled) await store.write(key, { ...(value as object), item: 5 }, expected)
        meddled = true
        return store.write(key, value, expected)
      },
    }
    const { turn } = open(meddling)
    expect((await turn({ conversation: 'a', text: '一', now })).text).toMatch(/^第6轮/)
  })

  it('still answers when saving never succeeds', async () => {
    const { turn } = open({ ...createMemoryStore(limits), write: async () => 'conflict' })
    expect((await turn({ conversation: 'a', text: '一', now })).text).toMatch(/一$/)
  })
})
