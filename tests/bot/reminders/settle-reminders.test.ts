import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deletePersonalRecords, findPersonalRecords } from '../../../bot/personal-records.ts'
import { sendDue } from '../../../bot/reminders/watch-reminders.ts'
import { type Assistant, assemble } from '../../../src/assembly.ts'
import { type ChannelAnswers, openCallbackChannel } from '../../support/callback-channel.ts'
import { makeDataDir } from '../../support/data-dir.ts'
import { openRemindingBot } from '../../support/reminding-bot.ts'

const SET_ON = '2023-07-20T10:00:00+08:00'
const SET = '回执截止前提前三天提醒我'

let assistant: Assistant
let bot: Awaited<ReturnType<typeof openRemindingBot>>
let folder: ReturnType<typeof makeDataDir>
beforeAll(async () => {
  assistant = await assemble()
})
beforeEach(async () => {
  folder = makeDataDir()
  bot = await openRemindingBot(assistant, folder.dataDir, SET_ON)
})
afterEach(async () => {
  await bot.close()
  folder.remove()
})

/** Bo is answered in the body and cannot be called. */
const bo = { serviceUrl: undefined, from: { id: 'bo' }, conversation: { id: 'alone' } }
const reached = { ...bo, serviceUrl: 'http://127.0.0.1:9' }

describe('a reminder that cannot be sent', () => {
  beforeEach(() => bot.say(SET, bo))

  it('is told before the answer to the next message of its day or later, once', async () => {
    bot.moveTo('2023-07-27T23:59:00+08:00')
    expect(await bot.say('推荐函谁出', bo)).not.toContain('到期提醒')
    bot.moveTo('2023-07-28T00:01:00+08:00')
    expect(await bot.say('推荐函谁出', bo)).toMatch(/^到期提醒：报送联系人回执.*还有3天.*\n\n推荐函由.*出具/s)
    expect(await bot.say('推荐函谁出', bo)).toMatch(/^推荐函由/)
    expect(await bot.keys('re')).toEqual([])
    expect(await bot.say('我的提醒', bo)).toContain('没有设提醒')
  })

  it('is told in whichever conversation the person writes next', async () => {
    bot.moveTo('2023-07-30T10:00:00+08:00')
    expect(await bot.say('你好', { ...bo, from: { id: 'another' } })).not.toContain('到期提醒')
    expect(await bot.say('你好', { ...bo, conversation: { id: 'elsewhere' } })).toMatch(/^到期提醒：.*还有1天/s)
  })

  it('is told again where the message is repeated: that one was perhaps not read', async () => {
    bot.moveTo('2023-07-28T10:00:00+08:00')
    const repeated = { ...bo, id: 'm-repeated' }
    const first = await bot.say('推荐函谁出', repeated)
    expect(first).toMatch(/^到期提醒：/)
    await bot.close()
    bot = await openRemindingBot(assistant, folder.dataDir, '2023-07-28T10:00:00+08:00')
    expect(await bot.say('推荐函谁出', repeated)).toBe(first)
  })

  it('names its sources among those of the answer', async () => {
    bot.moveTo('2023-07-28T10:00:00+08:00')
    await bot.say('推荐函谁出', { ...bo, id: 'm-cites' })
    const { value } = (await bot.store.read('answer:test|alone|m-cites'))!
    const { citations, outcome } = (value as { answer: { citations: { clause: string }[]; outcome: string } }).answer
    expect([citations.map(({ clause }) => clause), outcome]).toEqual([['closing', '4.1'], 'answered'])
  })

  it('is not told to one who cancels it with that message', async () => {
    bot.moveTo('2023-07-28T10:00:00+08:00')
    expect(await bot.say('取消提醒', bo)).toMatch(/^已取消提醒/)
    expect(await bot.keys('re')).toEqual([])
  })

  it('comes with at most one other; the rest waits for the message after', async () => {
    for (const days of ['一', '两', '五']) await bot.say(`回执截止前提前${days}天提醒我`, bo)
    bot.moveTo('2023-07-30T10:00:00+08:00')
    const told = async () => (await bot.say('推荐函谁出', bo)).match(/到期提醒/g)?.length ?? 0
    expect([await told(), await told(), await told()]).toEqual([2, 2, 0])
  })

  it('was set before reminders had records of their own: it is told as well', async () => {
    for (const key of await bot.keys('reminder:')) await bot.store.delete(key)
    bot.moveTo('2023-07-28T10:00:00+08:00')
    expect(await bot.say('推荐函谁出', bo)).toMatch(/^到期提醒：/)
    expect(await bot.say('推荐函谁出', bo)).toMatch(/^推荐函由/)
  })

  it('says so when its date is over', async () => {
    bot.moveTo('2023-08-05T10:00:00+08:00')
    expect(await bot.say('推荐函谁出', bo)).toMatch(/^到期提醒：.*没能提醒到您.*已过5天/s)
  })
})

describe('a reminder that can be sent', () => {
  beforeEach(() => bot.say(SET, reached))

  it('is not told on its day before the hour at which it is sent', async () => {
    bot.moveTo('2023-07-28T08:59:00+08:00')
    expect(await bot.say('推荐函谁出', reached)).toMatch(/^推荐函由/)
    bot.moveTo('2023-07-28T09:00:00+08:00')
    expect(await bot.say('推荐函谁出', reached)).toMatch(/^到期提醒：/)
  })

  it('and that the channel does not take is told at the next message, and not tried again', async () => {
    await bot.at('2023-07-28T09:00:00+08:00')
    expect(await bot.valueOf('reminder:')).toMatchObject({ state: { is: 'waiting', failures: 1 } })
    expect(await bot.say('推荐函谁出', reached)).toMatch(/^到期提醒：/)
    await bot.at('2023-07-28T19:00:00+08:00')
    expect(bot.log.filter((line) => line.includes('tried again'))).toHaveLength(1)
  })

  it('is either sent or told when the person writes at that moment', async () => {
    const answers: ChannelAnswers = { hears: () => new Promise((resolve) => setTimeout(resolve, Math.random() * 10)) }
    const channel = await openCallbackChannel(answers)
    for (let n = 0; n < 20; n += 1) {
      bot.moveTo(SET_ON)
      await bot.say(SET, { ...reached, serviceUrl: channel.serviceUrl })
      bot.moveTo('2023-07-28T09:00:00+08:00')
      channel.received.length = 0
      const [said] = await Promise.all([bot.say('推荐函谁出', reached), sendDue(bot.parts), sendDue(bot.parts)])
      expect(channel.received.length + (said.startsWith('到期提醒') ? 1 : 0)).toBe(1)
      expect(await bot.keys('re')).toEqual([])
    }
    await channel.close()
  })

  it('left in hand by a process that ended is told as perhaps sent, after its time', async () => {
    bot.moveTo('2023-07-28T09:00:00+08:00')
    const [key = ''] = await bot.keys('reminder:')
    const { value, revision } = (await bot.store.read(key))!
    const since = '2023-07-28T01:00:00.000Z'
    await bot.store.write(key, { ...(value as object), state: { is: 'claimed', failures: 0, since } }, revision)
    await bot.at('2023-07-28T09:00:50+08:00')
    expect(await bot.say('推荐函谁出', reached)).toMatch(/^推荐函由/)
    await bot.at('2023-07-28T09:01:10+08:00')
    await bot.at('2023-07-28T09:02:00+08:00')
    expect(bot.log.filter((line) => line.includes('nobody knows'))).toHaveLength(1)
    expect(await bot.say('推荐函谁出', reached)).toMatch(/^到期提醒：.*可能已经发给您/s)
  })
})

describe('what is kept', () => {
  it('of reminders is found and deleted with the person', async () => {
    await bot.say(SET, reached)
    await bot.say(SET, { ...reached, from: { id: 'bob' }, conversation: { id: 'other' } })
    const kept = (await findPersonalRecords(bot.store, 'test|bo')).map(({ key }) => key.split(':')[0])
    expect(kept.sort()).toEqual(['answer', 'conversation', 'reference', 'reminder', 'user'])
    await deletePersonalRecords(bot.store, 'test|bo')
    expect(await bot.keys('re')).toEqual(['reference:test|bob', expect.stringMatching(/^reminder:test\|bob\|/)])
  })

  it('of people without reminders is not how to reach them, nor a record of their own', async () => {
    await bot.say('推荐函谁出', reached)
    expect([...(await bot.keys('re')), ...(await bot.keys('user:'))]).toEqual([])
  })

  it('with the last reminder cancelled goes the way to reach the person', async () => {
    await bot.say(SET, reached)
    await bot.say('材料报送提前十天提醒我', reached)
    await bot.say('取消回执的提醒', reached)
    expect((await bot.keys('re')).map((key) => key.split(':')[0])).toEqual(['reference', 'reminder'])
    await bot.say('取消提醒', reached)
    expect(await bot.keys('re')).toEqual([])
  })
})
