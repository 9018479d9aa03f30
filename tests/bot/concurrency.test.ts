import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConversationRecord } from '../../bot/conversation-record.ts'
import { createLogger } from '../../src/logger.ts'
import { openSqliteStore } from '../../src/storage/sqlite-store.ts'
import { makeDataDir } from '../support/data-dir.ts'
import { startTestServer } from '../support/test-server.ts'
import { ask, message } from '../support/wire.ts'

const CONVERSATIONS = 64
const TURNS = 6

const { dataDir, remove } = makeDataDir()
let servers: Awaited<ReturnType<typeof startTestServer>>[]
beforeAll(async () => {
  servers = [
    await startTestServer({ slowMs: 5 }, { DATA_DIR: dataDir }),
    await startTestServer({}, { DATA_DIR: dataDir }),
  ]
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop(1_000)))
  remove()
})

const each = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

async function say(n: number, conversation: string, id: string, server = 0) {
  const person = { from: { id: `p-${conversation}` }, conversation: { id: conversation } }
  const [reply] = await ask(servers[server]!.url, message(`慢${n}`, { id, ...person }))
  return reply!.text!
}

async function savedTurns(prefix: string): Promise<readonly (number | undefined)[]> {
  const store = await openSqliteStore({
    dataDir,
    clock: () => new Date(0),
    logger: createLogger('warn'),
    broken: 'refuse',
  })
  const listed = await store.list(`conversation:test|${prefix}`)
  const records = await Promise.all(listed.map(async ({ key }) => (await store.read(key))?.value as ConversationRecord))
  await store.close()
  return records.map(({ focus }) => focus?.item)
}

describe('64 conversations at once', () => {
  it('have their turns in order, each sent twice and answered once, and all are saved', async () => {
    const talks = each(CONVERSATIONS, async (c) => {
      for (let n = 1; n <= TURNS; n += 1) {
        const [one, other] = await Promise.all([say(n, `o${c}`, `m${n}`), say(n, `o${c}`, `m${n}`)])
        expect(one).toMatch(new RegExp(`^第${n}轮.*慢${n}$`))
        expect(other).toBe(one)
      }
    })
    await Promise.all(talks)
    expect(await savedTurns('o')).toEqual(each(CONVERSATIONS, () => TURNS))
  })

  it('lose no message when each sends all of its messages at once', async () => {
    const talks = each(CONVERSATIONS, async (c) => {
      const texts = await Promise.all(each(TURNS, (n) => say(n, `b${c}`, `m${n}`)))
      expect(texts.map((text) => text.slice(0, 3)).sort()).toEqual(each(TURNS, (n) => `第${n + 1}轮`))
    })
    await Promise.all(talks)
    expect(await savedTurns('b')).toEqual(each(CONVERSATIONS, () => TURNS))
  })

  it('lose none either when two servers share the state and take turns', async () => {
    const talks = each(CONVERSATIONS, async (c) => {
      for (let n = 1; n <= TURNS; n += 1)
        expect(await say(n, `t${c}`, `m${n}`, n % 2)).toMatch(new RegExp(`^第${n}轮.*慢${n}$`))
      expect(await say(TURNS, `t${c}`, `m${TURNS}`, 1)).toMatch(new RegExp(`^第${TURNS}轮`))
    })
    await Promise.all(talks)
    expect(await savedTurns('t')).toEqual(each(CONVERSATIONS, () => TURNS))
  })
})
