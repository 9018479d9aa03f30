import { afterEach, expect, it, vi } from 'vitest'
import { forgetDaily } from '../../bot/forget-old-state.ts'
import { createLogger } from '../../src/logger.ts'
import { openSqliteStore } from '../../src/storage/sqlite-store.ts'
import { makeDataDir } from '../support/data-dir.ts'
import { startTestServer } from '../support/test-server.ts'
import { ask, message } from '../support/wire.ts'

const DAY_MS = 86_400_000
const START = new Date('2001-02-03T02:00:00Z')
const after = (days: number) => new Date(START.getTime() + days * DAY_MS)

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

async function open() {
  const { dataDir, remove } = makeDataDir()
  let now = START
  const clock = () => now
  const logger = createLogger('silent')
  const store = await openSqliteStore({ dataDir, clock, logger, broken: 'refuse' })
  cleanUps.push(remove, () => store.close())
  const setNow = (instant: Date) => {
    now = instant
  }
  return {
    store,
    clock,
    logger,
    setNow,
    dataDir,
    keys: async () => (await store.list('')).map(({ key }) => key).sort(),
  }
}

it('forgets state once a day, and answers that are kept for repeats sooner', async () => {
  vi.useFakeTimers()
  const { store, clock, logger, setNow, keys } = await open()
  for (const key of ['answer:c|m1', 'conversation:c', 'user:u']) await store.write(key, 1, 'absent')
  setNow(after(20))
  await store.write('user:u', 2, (await store.read('user:u'))!.revision)
  setNow(after(6))
  cleanUps.push(forgetDaily({ store, clock, logger, stateDays: 30 }))
  await vi.advanceTimersByTimeAsync(0)
  expect(await keys()).toEqual(['answer:c|m1', 'conversation:c', 'user:u'])
  setNow(after(8))
  await vi.advanceTimersByTimeAsync(DAY_MS)
  expect(await keys()).toEqual(['conversation:c', 'user:u'])
  setNow(after(31))
  await vi.advanceTimersByTimeAsync(DAY_MS)
  expect(await keys()).toEqual(['user:u'])
})

it('forgets at the start of the server by STATE_DAYS and real time, whatever BOT_NOW says', async () => {
  const { store, setNow, dataDir, keys } = await open()
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  setNow(hoursAgo(49))
  await store.write('conversation:test|old', { version: 1, users: [] }, 'absent')
  setNow(hoursAgo(47))
  await store.write('conversation:test|young', { version: 1, users: [] }, 'absent')
  const far = { DATA_DIR: dataDir, STATE_DAYS: '2', BOT_NOW: '2099-01-01T00:00:00+08:00' }
  const server = await startTestServer({}, far)
  await ask(server.url, message('一', { conversation: { id: 'new' }, id: 'm' }))
  await server.stop(1_000)
  expect(await keys()).toEqual(['answer:test|new|m', 'conversation:test|new', 'conversation:test|young'])
})
