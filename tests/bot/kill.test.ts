import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { qualify } from '../../bot/record-keys.ts'
import { type Assistant, assemble } from '../../src/assembly.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Focus } from '../../src/domain/conversation.ts'
import { createLogger } from '../../src/logger.ts'
import { openSqliteStore } from '../../src/storage/sqlite-store.ts'
import { bundle } from '../support/bundle.ts'
import { makeDataDir } from '../support/data-dir.ts'
import { spawnServer } from '../support/server-process.ts'
import { ask, message } from '../support/wire.ts'

const NOW = '2023-08-10T09:00:00+08:00'
const CONVERSATIONS = 4
/** A kill comes when so many messages were answered, and so many milliseconds later. */
const MOST_REPLIES = 60
const MOST_WAIT_MS = 15
const MOST_START_MS = 700
/** Of the kills, the share that comes while the server is still starting. */
const WHILE_STARTING = 0.15

/** Most of them mean something only after the one before. */
const SCRIPT = [
  '示范县要交哪些材料',
  '第二项呢',
  '由谁出',
  '那示范城市呢',
  '什么时候之前交',
  '昆山市能报示范县吗',
  '那通州区呢',
  '第二个',
  '推荐函谁出',
  '纸件还是平台',
  '还来得及吗',
]

let entry: Awaited<ReturnType<typeof bundle>>
let assistant: Assistant
const { dataDir, remove } = makeDataDir()
beforeAll(async () => {
  entry = await bundle('bot/main.ts')
  assistant = await assemble()
})
afterAll(() => {
  entry.remove()
  remove()
})

/** A conversation as the client sees it, and as it has to go when no turn is lost and none is taken twice. */
class Conversation {
  readonly replies: string[] = []
  onReply = () => {}
  readonly #expected: Answer[] = []
  #focus: Focus | undefined
  readonly id: string
  readonly #offset: number

  constructor(n: number) {
    this.id = `c${n}`
    this.#offset = n * 3
  }

  text(n: number): string {
    return SCRIPT[(n + this.#offset) % SCRIPT.length] ?? ''
  }

  expected(n: number): Answer {
    for (let next = this.#expected.length; next <= n; next += 1) {
      const { answer, focus } = assistant.answer(this.text(next), { now: new Date(NOW), focus: this.#focus })
      this.#expected.push(answer)
      this.#focus = focus
    }
    return this.#expected[n]!
  }

  /** Sends message n as often as it is called, always under the same id. */
  async send(url: string, n: number): Promise<string> {
    const [reply] = await ask(url, message(this.text(n), { id: `m${n}`, conversation: { id: this.id } }))
    const { text, channelData, entities, suggestedActions } = reply!
    return JSON.stringify({ text, channelData, entities, suggestedActions })
  }

  /** Talks on until the server is gone. The message in flight is then sent again, as channels do. */
  async talk(url: string, isKilled: () => boolean): Promise<void> {
    const last = this.replies.length - 1
    try {
      if (last >= 0) expect(await this.send(url, last)).toBe(this.replies[last])
      for (let n = this.replies.length; ; n += 1) {
        const reply = await this.send(url, n)
        expect(JSON.parse(reply).text).toBe(this.expected(n).text)
        this.replies.push(reply)
        this.onReply()
      }
    } catch (error) {
      if (!isKilled() || (error as Error).name === 'AssertionError') throw error
    }
  }
}

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

async function liveOnce(conversations: readonly Conversation[], next: () => number): Promise<void> {
  const server = spawnServer(entry.file, { DATA_DIR: dataDir, BOT_NOW: NOW, PUBLIC_URL: 'http://bot.example.org' })
  let killed = false
  const kill = () => {
    killed = true
    server.child.kill('SIGKILL')
  }
  if (next() < WHILE_STARTING) setTimeout(kill, next() * MOST_START_MS)
  const url = await server.ready
  if (!killed) {
    if (url === undefined) throw new Error(`the server did not start: ${server.log.join('\n')}`)
    const talks = Promise.all(conversations.map((one) => one.talk(url, () => killed)))
    const moment = replied(conversations, Math.floor(next() * MOST_REPLIES)).then(() => wait(next() * MOST_WAIT_MS))
    await Promise.race([moment, talks]).finally(kill)
    await talks
  }
  expect(await server.exit).toEqual({ code: null, signal: 'SIGKILL' })
  expect(server.log.filter((line) => /"level":[456]0/.test(line))).toEqual([])
}

/** Settles when the conversations have had so many replies together. */
function replied(conversations: readonly Conversation[], count: number): Promise<void> {
  let left = count
  return new Promise((resolve) => {
    if (left === 0) resolve()
    for (const conversation of conversations)
      conversation.onReply = () => {
        left -= 1
        if (left === 0) resolve()
      }
  })
}

it('asks questions that need what was kept', () => {
  const conversation = new Conversation(0)
  const differs = SCRIPT.filter(
    (text, n) => conversation.expected(n).text !== assistant.answer(text, { now: new Date(NOW) }).answer.text,
  )
  expect(differs.length).toBeGreaterThanOrEqual(5)
})

it('loses no answered turn and takes none twice when the process is killed at any moment', async () => {
  const kills = inject('kills')
  const seed = Math.floor(Math.random() * 2 ** 31)
  const next = random(seed)
  const conversations = Array.from({ length: CONVERSATIONS }, (_, n) => new Conversation(n))
  try {
    for (let n = 0; n < kills; n += 1) await liveOnce(conversations, next)
    await compareWithStore(conversations)
  } catch (error) {
    throw new Error(`with the seed ${seed}: ${(error as Error).message}`, { cause: error })
  }
}, 600_000)

/** What the client saw answered is there; besides it at most the turn in flight of each conversation. */
async function compareWithStore(conversations: readonly Conversation[]): Promise<void> {
  const store = await openSqliteStore({
    dataDir,
    clock: () => new Date(NOW),
    logger: createLogger('warn'),
    broken: 'refuse',
  })
  for (const conversation of conversations) {
    const { replies } = conversation
    const prefix = `answer:${qualify('test', conversation.id)}|m`
    const kept = (await store.list(prefix)).map(({ key }) => Number(key.slice(prefix.length)))
    expect(replies.length).toBeGreaterThan(0)
    expect(kept.sort((a, b) => a - b).slice(0, replies.length)).toEqual(replies.map((_, n) => n))
    expect(kept.length - replies.length).toBeLessThanOrEqual(1)
    for (const n of kept) {
      const { value } = (await store.read(`${prefix}${n}`))!
      expect((value as { answer: Answer }).answer.text).toBe(conversation.expected(n).text)
    }
  }
  await store.close()
}
