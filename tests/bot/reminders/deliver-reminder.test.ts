import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendDue } from '../../../bot/reminders/watch-reminders.ts'
import { type Assistant, assemble } from '../../../src/assembly.ts'
import { type ChannelAnswers, openCallbackChannel } from '../../support/callback-channel.ts'
import { makeDataDir } from '../../support/data-dir.ts'
import { openRemindingBot } from '../../support/reminding-bot.ts'

const SET_ON = '2023-07-20T10:00:00+08:00'
const DUE = '2023-07-28T09:00:00+08:00'

let assistant: Assistant
let bot: Awaited<ReturnType<typeof openRemindingBot>>
let channel: Awaited<ReturnType<typeof openCallbackChannel>>
let answers: ChannelAnswers
let folder: ReturnType<typeof makeDataDir>

beforeAll(async () => {
  assistant = await assemble()
})
beforeEach(async () => {
  folder = makeDataDir()
  answers = {}
  channel = await openCallbackChannel(answers)
  bot = await openRemindingBot(assistant, folder.dataDir, SET_ON)
})
afterEach(async () => {
  await bot.close()
  await channel.close()
  folder.remove()
})

/** Anna writes in a channel that can be called, from a conversation of hers. */
const anna = (conversation = 'alone') => ({
  deliveryMode: undefined,
  serviceUrl: channel.serviceUrl,
  from: { id: 'anna', name: '安娜' },
  conversation: { id: conversation },
})
/** What came that was no reply. */
const reminders = () => channel.received.filter(({ text }) => text?.startsWith('到期提醒：'))
const SET = '回执截止前提前三天提醒我'

async function setOne() {
  await bot.say(SET, anna())
  expect(channel.received.at(-1)?.text).toContain('2023年7月28日提醒您')
}

describe('a reminder', () => {
  it('is kept in the turn that sets it, with the way to reach the person', async () => {
    await bot.say('报送回执找谁', anna())
    expect(await bot.keys('re')).toEqual([])
    await setOne()
    expect(await bot.valueOf('reminder:test|anna|')).toEqual({
      version: 1,
      notice: assistant.notice.id,
      date: 'receipt',
      on: '2023-07-28',
      state: { is: 'waiting', failures: 0 },
    })
    expect(await bot.valueOf('reference:')).toEqual({
      version: 1,
      reference: {
        user: { id: 'anna', name: '安娜' },
        bot: { id: 'bot', role: 'bot' },
        conversation: { id: 'alone' },
        channelId: 'test',
        serviceUrl: channel.serviceUrl,
      },
      noticeUrl: 'http://bot.test/notice',
      authenticated: false,
    })
  })

  it('is sent on its day from nine in the morning, Beijing time, once', async () => {
    await setOne()
    for (const early of ['2023-07-27T23:00:00+08:00', '2023-07-28T08:59:59+08:00']) await bot.at(early)
    expect(reminders()).toEqual([])
    await bot.at('2023-07-28T01:00:00Z')
    for (const later of ['2023-07-28T09:01:00+08:00', '2023-07-29T09:00:00+08:00']) await bot.at(later)
    expect(reminders()).toHaveLength(1)
  })

  it('is whole in itself and carries what the wire contract asks for', async () => {
    await setOne()
    await bot.at(DUE)
    const [sent] = reminders()
    expect(sent).toMatchObject({
      type: 'message',
      conversation: { id: 'alone' },
      from: { id: 'bot' },
      recipient: { id: 'anna' },
      channelData: { outcome: 'guided' },
    })
    expect(sent).not.toHaveProperty('replyToId')
    expect(sent?.text).toMatch(/报送联系人回执（2023年7月31日前）.*还有3天.*2023年7月30日（含）以前.*取消提醒/s)
    expect(sent?.entities?.[0]?.citation[0].appearance).toMatchObject({ url: 'http://bot.test/notice#closing' })
    const titles = sent?.suggestedActions?.actions.map(({ title }) => title)
    expect(titles).toEqual(['我的提醒', '取消提醒'])
  })

  it('leaves nothing behind once it is sent, not even in the list', async () => {
    await setOne()
    await bot.at(DUE)
    expect(await bot.keys('re')).toEqual([])
    expect(await bot.say('我的提醒', { ...anna(), deliveryMode: 'expectReplies' })).toContain('没有设提醒')
    expect(bot.log.filter((line) => /"level":[456]0/.test(line))).toEqual([])
  })

  it('is not sent when it was cancelled before', async () => {
    await setOne()
    await bot.say('取消提醒', anna())
    expect(await bot.keys('re')).toEqual([])
    await bot.at(DUE)
    expect(reminders()).toEqual([])
  })

  it('goes to the conversation in which the person last set one', async () => {
    await setOne()
    await bot.say('材料报送提前十天提醒我', anna('group'))
    await bot.say('推荐函谁出', anna('elsewhere'))
    await bot.at(DUE)
    await bot.at('2023-09-05T09:00:00+08:00')
    expect(reminders().map(({ conversation }) => conversation.id)).toEqual(['group', 'group'])
    expect(await bot.keys('re')).toEqual([])
  })

  it('is sent to each person who set it, with many at once', async () => {
    const people = Array.from({ length: 30 }, (_, n) => `p${n}`)
    for (const id of people) await bot.say(SET, { ...anna(id), from: { id } })
    await bot.at(DUE)
    expect(
      reminders()
        .map(({ recipient }) => recipient.id)
        .sort(),
    ).toEqual([...people].sort())
  })

  it('of another notice is left to the server of that notice', async () => {
    await setOne()
    const other = { ...assistant, notice: { ...assistant.notice, id: 'another' } }
    bot.moveTo(DUE)
    await sendDue({ ...bot.parts, assistant: other })
    expect(reminders()).toEqual([])
    expect(await bot.keys('reminder:')).toHaveLength(1)
  })
})

describe('a channel that does not take a reminder', () => {
  const tries = () => reminders().length

  it('is tried again with growing waits, and gets it once it is back', async () => {
    await setOne()
    answers.status = 500
    await bot.at(DUE)
    expect(tries()).toBe(1)
    for (const soon of ['09:00:30', '09:00:59']) await bot.at(`2023-07-28T${soon}+08:00`)
    expect(tries()).toBe(1)
    await bot.at('2023-07-28T09:01:00+08:00')
    expect(tries()).toBe(2)
    await bot.at('2023-07-28T09:02:30+08:00')
    expect(tries()).toBe(2)
    answers.status = 200
    await bot.at('2023-07-28T09:03:00+08:00')
    await bot.at('2023-07-28T12:00:00+08:00')
    expect(tries()).toBe(3)
    expect(await bot.keys('re')).toEqual([])
  })

  it('is not asked sooner after a restart', async () => {
    await setOne()
    answers.status = 503
    await bot.at(DUE)
    await bot.at('2023-07-28T09:01:00+08:00')
    await bot.close()
    bot = await openRemindingBot(assistant, folder.dataDir, '2023-07-28T09:01:30+08:00')
    await sendDue(bot.parts)
    expect(tries()).toBe(2)
    await bot.at('2023-07-28T09:03:00+08:00')
    expect(tries()).toBe(3)
  })

  it('is given up once the date is over: the person hears of it at the next message, once', async () => {
    await setOne()
    answers.status = 403
    for (const day of [28, 29, 30, 31]) await bot.at(`2023-07-${day}T09:00:00+08:00`)
    await bot.at('2023-08-01T00:00:00+08:00')
    await bot.at('2023-08-01T09:00:00+08:00')
    expect(tries()).toBe(4)
    expect(bot.log.filter((line) => line.includes('given up'))).toHaveLength(1)
    answers.status = 200
    await bot.say('推荐函谁出', anna())
    expect(channel.received.at(-1)?.text).toMatch(/^到期提醒：.*没能提醒到您.*\n\n.*推荐函/s)
    await bot.say('推荐函谁出', anna())
    expect(channel.received.at(-1)?.text).not.toContain('到期提醒')
  })

  it('because it cannot be reached at all is tried again too', async () => {
    await setOne()
    await channel.close()
    await new Promise((resolve) => setTimeout(resolve, 50))
    await bot.at(DUE)
    expect(await bot.valueOf('reminder:')).toMatchObject({ state: { is: 'waiting', failures: 1 } })
    channel = await openCallbackChannel(answers)
  })

  it('is logged in one calm line that names nobody', async () => {
    await setOne()
    answers.status = 500
    await bot.at(DUE)
    const lines = bot.log.map((line) => JSON.parse(line))
    expect(lines.map(({ level }) => level)).toEqual([30, 40])
    expect(bot.log.join('')).toMatch(/"statusCode":500.*tried again/s)
    expect(bot.log.join('')).not.toMatch(/anna|安娜|stack|回执/)
  })

  it('may be slow: it gets the reminder once', async () => {
    await setOne()
    answers.hears = () => new Promise((resolve) => setTimeout(resolve, 300))
    await Promise.all([bot.at(DUE), bot.at(DUE), bot.at(DUE)])
    await bot.at('2023-07-28T12:00:00+08:00')
    expect(tries()).toBe(1)
  })

  it('and hangs up without an answer may have shown it: it is not sent again, the next answer says so', async () => {
    await setOne()
    answers.hears = (_activity, { socket }) => socket.destroy()
    await bot.at(DUE)
    answers.hears = undefined
    for (const later of ['2023-07-28T12:00:00+08:00', '2023-07-29T12:00:00+08:00']) await bot.at(later)
    expect(tries()).toBe(1)
    await bot.say('推荐函谁出', anna())
    expect(channel.received.at(-1)?.text).toMatch(/^到期提醒：.*可能已经发给您.*\n\n.*推荐函/s)
  })

  it('does not keep a person from cancelling while it is on its way', async () => {
    await setOne()
    answers.hears = async (activity) => {
      answers.hears = undefined
      if (activity.text?.startsWith('到期提醒')) await bot.say('取消提醒', anna())
    }
    await bot.at(DUE)
    expect(await bot.keys('re')).toEqual([])
  })
})

describe('an address', () => {
  it.each(['http://192.0.2.1', 'https://example.org/', 'nonsense', undefined])(
    'of another machine is not kept without credentials: %s',
    async (serviceUrl) => {
      await bot.say(SET, { ...anna(), deliveryMode: 'expectReplies', serviceUrl })
      expect(await bot.keys('reference:')).toEqual([])
      await bot.at(DUE)
      expect(await bot.valueOf('reminder:')).toMatchObject({ state: { is: 'waiting', failures: 0 } })
    },
  )

  it('of another machine that got into the store all the same is not called', async () => {
    await setOne()
    const { revision, value } = (await bot.store.read('reference:test|anna'))!
    const foreign = structuredClone(value) as { reference: { serviceUrl: string } }
    foreign.reference.serviceUrl = 'http://192.0.2.1'
    await bot.store.write('reference:test|anna', foreign, revision)
    const before = performance.now()
    await bot.at(DUE)
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(await bot.valueOf('reminder:')).toMatchObject({ state: { is: 'waiting', failures: 1 } })
  })

  it('is called for one who expects replies in the body, if it may be', async () => {
    await bot.say(SET, { ...anna(), deliveryMode: 'expectReplies' })
    await bot.at(DUE)
    expect(reminders()).toHaveLength(1)
  })
})

describe('records that cannot be used', () => {
  it('of a reminder are set aside once, and the person is told at the next message', async () => {
    await setOne()
    const [key = ''] = await bot.keys('reminder:')
    await bot.store.write(key, 'half a li', (await bot.store.read(key))!.revision)
    await bot.at(DUE)
    await bot.at(DUE)
    expect(await bot.keys('set-aside:')).toHaveLength(1)
    expect(reminders()).toEqual([])
    await bot.say('推荐函谁出', anna())
    expect(channel.received.at(-1)?.text).toMatch(/^到期提醒：/)
  })

  it('of the person do not keep the reminder from being sent', async () => {
    await setOne()
    await bot.store.write('user:test|anna', 'half a li', (await bot.store.read('user:test|anna'))!.revision)
    await bot.at(DUE)
    expect(reminders()).toHaveLength(1)
    expect(await bot.keys('reminder:')).toEqual([])
  })

  it('of the person, begun afresh without it, end it: what is not listed is not sent', async () => {
    await setOne()
    await bot.store.write(
      'user:test|anna',
      { version: 1, walks: [], reminders: [] },
      (await bot.store.read('user:test|anna'))!.revision,
    )
    await bot.at(DUE)
    expect(reminders()).toEqual([])
    expect(await bot.keys('reminder:')).toEqual([])
  })
})
