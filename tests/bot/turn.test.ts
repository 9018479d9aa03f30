import { describe, expect, it } from 'vitest'
import { createConversationLane } from '../../bot/conversation-lane.ts'
import { createTurn } from '../../bot/turn.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { createLogger } from '../../src/logger.ts'
import { createMemoryStore } from '../../src/storage/memory-store.ts'
import type { StateStore } from '../../src/storage/state-store.ts'
import { createStandInAssistant } from '../support/stand-in-assistant.ts'

const now = new Date('2001-02-03T02:00:00Z')
const clock = () => now
const limits = { maxCount: 100, maxAgeMs: 1_000, nowMs: () => 0 }

function open(store: StateStore = createMemoryStore(clock), logger = createLogger('silent')) {
  const assistant = createStandInAssistant({ slowMs: 20 })
  const turn = createTurn({ assistant, store, clock, logger, lane: createConversationLane<Answer>(limits) })
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

  it('is remembered by another instance with the same store, which answers a repeat the same', async () => {
    const { turn, store } = open()
    const first = await turn({ conversation: 'a', id: 'm1', text: '一', now })
    const restarted = open(store)
    expect(await restarted.turn({ conversation: 'a', id: 'm1', text: '一', now })).toEqual(first)
    expect((await restarted.turn({ conversation: 'a', id: 'm2', text: '二', now })).text).toMatch(/^第2轮/)
    expect((await restarted.turn({ conversation: 'b', id: 'm1', text: '一', now })).text).toMatch(/^第1轮/)
  })

  it('is answered once when two instances get the same message at once', async () => {
    const { turn, store } = open()
    const repeated = { conversation: 'a', id: 'm1', text: '慢', now }
    const [first, second] = await Promise.all([turn(repeated), open(store).turn(repeated)])
    expect(second).toEqual(first)
    expect((await turn({ conversation: 'a', text: '二', now })).text).toMatch(/^第2轮/)
  })

  it('loses no turn when several instances answer one conversation', async () => {
    const { turn, store } = open()
    const instances = [turn, open(store).turn, open(store).turn]
    const answers = await Promise.all(instances.map((take, n) => take({ conversation: 'a', text: `慢${n}`, now })))
    expect(answers.map(({ text }) => text.slice(0, 3)).sort()).toEqual(['第1轮', '第2轮', '第3轮'])
  })

  it('keeps who writes in a conversation, each once', async () => {
    const { turn, store } = open()
    for (const user of ['t|p', 't|q', undefined, 't|p']) await turn({ conversation: 'a', user, text: '一', now })
    expect((await store.read('conversation:a'))?.value).toMatchObject({ version: 1, users: ['t|q', 't|p'] })
  })

  it('still answers when saving never succeeds, and says that it may not remember', async () => {
    const { turn } = open({ ...createMemoryStore(clock), writeAll: async () => 'conflict' })
    expect((await turn({ conversation: 'a', text: '一', now })).text).toMatch(/一\n\n（这一轮没能保存/)
  })

  it('reports a store that fails, without what the person wrote', async () => {
    const log: string[] = []
    const failing = async () => Promise.reject(new Error('disk full'))
    const store = { ...createMemoryStore(clock), writeAll: failing }
    const { turn } = open(
      store,
      createLogger('warn', (line) => log.push(line)),
    )
    expect((await turn({ conversation: 'a', text: '问话', now })).text).toMatch(/这一轮没能保存/)
    expect(log.join('')).toMatch(/disk full.*DATA_DIR/)
    expect(log.join('')).not.toContain('问话')
  })
})

describe('state that cannot be used', () => {
  const broken = { version: 1, users: [], focus: { version: 1, topics: 'not a list' } }

  it.each([
    ['not readable', broken],
    ['of a later version', { version: 99, users: [] }],
    ['no record', 'half a li'],
  ])('because it is %s is set aside, reported, and told to the person once', async (_name, value) => {
    const log: string[] = []
    const { turn, store } = open(
      undefined,
      createLogger('warn', (line) => log.push(line)),
    )
    await store.write('conversation:secret', value, 'absent')
    const told = await turn({ conversation: 'secret', text: '一', now })
    expect(told.text).toMatch(/^第1轮.*一\n\n（之前的对话记录读不出来，已另存备查/)
    const next = await turn({ conversation: 'secret', text: '二', now })
    expect(next.text).toMatch(/^第2轮.*二$/)
    expect((await store.read(`set-aside:${now.toISOString()}:conversation:secret`))?.value).toEqual(value)
    expect(log).toHaveLength(1)
    expect(log[0]).toMatch(/could not be read: a copy was set aside/)
    expect(log[0]).not.toMatch(/secret|not a list|half a li/)
  })

  it('costs one conversation only', async () => {
    const { turn, store } = open()
    await turn({ conversation: 'whole', text: '一', now })
    await store.write('conversation:broken', broken, 'absent')
    await turn({ conversation: 'broken', text: '一', now })
    expect((await turn({ conversation: 'whole', text: '二', now })).text).toMatch(/^第2轮.*二$/)
  })

  it('is not an answer to a repeat: the message is answered anew', async () => {
    const { turn, store } = open()
    await store.write('answer:a|m1', { version: 1, answer: { text: 7 } }, 'absent')
    const answer = await turn({ conversation: 'a', id: 'm1', text: '一', now })
    expect(answer.text).toMatch(/^第1轮.*一$/)
    const { pieces: _, ...sent } = answer
    expect((await store.read('answer:a|m1'))?.value).toEqual({ version: 1, answer: sent })
  })
})
