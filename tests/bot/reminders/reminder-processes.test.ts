import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Assistant, assemble } from '../../../src/assembly.ts'
import { bundle } from '../../support/bundle.ts'
import { type ChannelAnswers, openCallbackChannel } from '../../support/callback-channel.ts'
import { makeDataDir } from '../../support/data-dir.ts'
import { openRemindingBot } from '../../support/reminding-bot.ts'
import { run } from '../../support/run-process.ts'
import { spawnServer } from '../../support/server-process.ts'
import { createStandInAssistant } from '../../support/stand-in-assistant.ts'
import { ask, message, post } from '../../support/wire.ts'

const SET_ON = '2023-07-20T10:00:00+08:00'
const DUE = '2023-07-28T09:00:00+08:00'

/** The whole bot, and one that starts faster because it knows nothing. */
let whole: Awaited<ReturnType<typeof bundle>>
let entry: Awaited<ReturnType<typeof bundle>>
let assistant: Assistant
let channel: Awaited<ReturnType<typeof openCallbackChannel>>
let answers: ChannelAnswers
let folder: ReturnType<typeof makeDataDir>
const servers: ReturnType<typeof spawnServer>[] = []

beforeAll(async () => {
  whole = await bundle('bot/main.ts')
  entry = await bundle('tests/support/stand-in-server.ts')
  const { notice, ...rest } = await assemble()
  assistant = { ...rest, notice: { ...notice, id: createStandInAssistant().notice.id } }
})
afterAll(() => {
  for (const made of [whole, entry]) made.remove()
})
beforeEach(async () => {
  folder = makeDataDir()
  answers = {}
  channel = await openCallbackChannel(answers)
})
afterEach(async () => {
  for (const { child, exit } of servers.splice(0)) {
    child.kill('SIGKILL')
    await exit
  }
  await channel.close()
  folder.remove()
})

/** A server process on the folder of the test, at an instant that stands still. */
function begin(now: string, { file } = entry) {
  const server = spawnServer(file, { DATA_DIR: folder.dataDir, BOT_NOW: now })
  servers.push(server)
  return server
}

async function end({ child, exit }: ReturnType<typeof spawnServer>) {
  child.kill('SIGTERM')
  expect(await exit).toEqual({ code: 0, signal: null })
}

const person = (id = 'anna') => ({
  deliveryMode: undefined,
  serviceUrl: channel.serviceUrl,
  from: { id },
  conversation: { id },
})
const reminders = () => channel.received.filter(({ text }) => text?.startsWith('到期提醒：'))

/** Sets a reminder for each. */
async function setReminders(...people: readonly string[]) {
  const bot = await openRemindingBot(assistant, folder.dataDir, SET_ON)
  for (const id of people) await bot.say('回执截止前提前三天提醒我', person(id))
  await bot.close()
}

async function until(condition: () => boolean, withinMs = 8_000) {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > withinMs) throw new Error('it did not happen in time')
    await wait(20)
  }
}

/** What is kept, read by this process. */
async function kept(prefix: string): Promise<unknown[]> {
  const bot = await openRemindingBot(assistant, folder.dataDir, DUE)
  const values = await Promise.all((await bot.keys(prefix)).map(async (key) => (await bot.store.read(key))?.value))
  await bot.close()
  return values
}

describe('a reminder', () => {
  it('outlives the server that took it, is sent by the next one, and by none after', async () => {
    const first = begin(SET_ON, whole)
    await post((await first.ready)!, message('回执截止前提前三天提醒我', person()))
    expect(channel.received[0]?.text).toContain('2023年7月28日提醒您')
    await end(first)
    const second = begin(DUE, whole)
    await until(() => reminders().length > 0)
    await end(second)
    await end(await started(begin('2023-07-29T12:00:00+08:00', whole)))
    expect(reminders()).toHaveLength(1)
    expect(await kept('re')).toEqual([])
  }, 30_000)

  it('is sent once by two servers that share the state', async () => {
    const people = Array.from({ length: 12 }, (_, n) => `p${n}`)
    await setReminders(...people)
    answers.hears = () => wait(30)
    const both = [begin(DUE), begin(DUE)]
    await Promise.all(both.map(({ ready }) => ready))
    await until(() => reminders().length >= people.length)
    await Promise.all(both.map(end))
    expect(
      reminders()
        .map(({ recipient }) => recipient.id)
        .sort(),
    ).toEqual(people.sort())
    expect(await kept('re')).toEqual([])
  }, 30_000)

  it('is not sent again when the server is killed before it could note that it was', async () => {
    await setReminders('anna')
    answers.hears = async () => {
      servers.at(-1)?.child.kill('SIGKILL')
      await servers.at(-1)?.exit
    }
    await begin(DUE).exit
    answers.hears = undefined
    expect(reminders()).toHaveLength(1)
    expect(await kept('reminder:')).toMatchObject([{ state: { is: 'claimed' } }])
    const again = await started(begin('2023-07-29T12:00:00+08:00'))
    // In hand, for all the new server knows: for some time nothing is said.
    const [reply] = await ask(
      (await again.ready)!,
      message('推荐函谁出', { ...person(), deliveryMode: 'expectReplies' }),
    )
    expect(reply?.text).not.toContain('到期提醒')
    await end(again)
    expect(reminders()).toHaveLength(1)
  }, 30_000)

  it('is sent once, or once and not noted, wherever the server is killed', async () => {
    const people = Array.from({ length: 12 }, (_, n) => `p${n}`)
    await setReminders(...people)
    for (let kill = 0; reminders().length < people.length && kill < 4; kill += 1) {
      const heard = new Promise((resolve) => {
        answers.hears = resolve
      })
      const server = begin(DUE)
      await Promise.race([Promise.all([heard, server.ready]).then(() => wait(Math.random() * 15)), wait(1_500)])
      server.child.kill('SIGKILL')
      await server.exit
    }
    answers.hears = undefined
    await end(await started(begin(DUE)))
    const sentTo = reminders().map(({ recipient }) => recipient.id)
    expect(new Set(sentTo).size).toBe(sentTo.length)
    const unsure = (await kept('reminder:')).map((value) => (value as { state: { is: string } }).state.is)
    expect(unsure.filter((is) => is !== 'claimed')).toEqual([])
    // Nobody is forgotten: those to whom nothing was sent are told at their next message.
    expect(sentTo.length + unsure.length).toBeGreaterThanOrEqual(people.length)
  }, 60_000)
})

describe('a reminder set in the terminal', () => {
  it('is told in the terminal before the next answer of that day or later, once', async () => {
    const chat = await bundle('bot/chat.ts')
    const talk = (now: string, ...lines: readonly string[]) =>
      run(chat.file, ['--now', now], `${lines.join('\n')}\n`, { DATA_DIR: folder.dataDir })
    expect((await talk('2023-07-20', '回执截止前提前三天提醒我')).out).toContain('2023年7月28日提醒您')
    const { out } = await talk('2023-07-29', '推荐函谁出', '推荐函谁出')
    expect(out.match(/到期提醒：/g)).toHaveLength(1)
    expect(out).toMatch(/到期提醒：报送联系人回执.*还有2天.*推荐函由.*推荐函由/s)
    chat.remove()
  }, 30_000)
})

/** A server that has looked for what is due. */
async function started(server: ReturnType<typeof spawnServer>) {
  await server.ready
  await wait(300)
  return server
}
