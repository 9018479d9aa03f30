import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCallbackChannel } from '../../support/callback-channel.ts'
import { NOW, startTestServer } from '../../support/test-server.ts'
import { ask, message, post } from '../../support/wire.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
const open: { close(): Promise<void> }[] = []
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop(1_000))
afterEach(async () => {
  for (const channel of open.splice(0)) await channel.close()
})

async function openChannel(answerWith?: Parameters<typeof openCallbackChannel>[0]) {
  const channel = await openCallbackChannel(answerWith)
  open.push(channel)
  return channel
}

const called = (serviceUrl: string, text: string, fields = {}) =>
  message(text, { deliveryMode: undefined, serviceUrl, ...fields })

describe('replies in the body', () => {
  it('carry text, outcome, citations and suggested actions as the wire contract says', async () => {
    const [reply, ...rest] = await ask(server.url, message('问题'))
    expect(rest).toEqual([])
    expect(reply).toMatchObject({
      type: 'message',
      text: `第1轮 ${new Date(NOW).toISOString()} 问题`,
      textFormat: 'plain',
      channelData: { outcome: 'answered' },
    })
    expect(reply?.entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: '第一条 甲',
              url: `${server.url}/notice#${encodeURIComponent('一.甲')}`,
              abstract: '原话<b>',
            },
          },
        ],
      },
    ])
    const actions = reply?.suggestedActions?.actions ?? []
    expect(actions).toHaveLength(6)
    expect(actions[0]).toEqual({ type: 'imBack', title: '问一', value: '问一' })
  })

  it('link to PUBLIC_URL when it is set, and never to a host that makes no sense', async () => {
    const published = await startTestServer({}, { PUBLIC_URL: 'https://bot.example.org/a/' })
    const [reply] = await ask(published.url, message('问题'))
    expect(JSON.stringify(reply?.entities)).toContain('"https://bot.example.org/a/notice#')
    await published.stop(1_000)
  })

  it('go back whatever the service address is, which is not called', async () => {
    const channel = await openChannel()
    for (const serviceUrl of [channel.serviceUrl, 'http://192.0.2.1', undefined, 'nonsense']) {
      expect(await ask(server.url, message('问题', { serviceUrl }))).toHaveLength(1)
    }
    expect(await ask(server.url, message('很慢', { serviceUrl: channel.serviceUrl }))).toHaveLength(1)
    expect(channel.received).toEqual([])
  })

  it('accept fields that are null', async () => {
    const fields = { attachments: null, membersAdded: null, locale: null, entities: null, serviceUrl: null }
    expect(await ask(server.url, message('问题', fields))).toHaveLength(1)
  })

  it.each([
    ['nothing', undefined],
    ['white space', ' \n\u200b'],
    ['only a mention', '<at>申报通</at> '],
  ])('ask for words when a message holds %s', async (_name, text) => {
    const attachments = [{ contentType: 'image/png', contentUrl: 'http://192.0.2.1/a.png' }]
    const [reply] = await ask(server.url, message(text, { attachments }))
    expect(reply?.channelData).toEqual({ outcome: 'clarify' })
    expect(reply?.text).toContain('文字')
  })

  it('leave mentions of the bot out of the question', async () => {
    const [reply] = await ask(server.url, message('<at>申报通</at> 问题'))
    expect(reply?.text).toMatch(/Z\s+问题$/)
  })

  it('give a very long message to the assistant as it is', async () => {
    const text = '长'.repeat(60_000)
    await ask(server.url, message(text))
    expect(server.assistant.heard.at(-1)).toBe(text)
  })

  it('apologise without a word about the inside when answering fails', async () => {
    const [reply] = await ask(server.url, message('坏'))
    expect(reply?.channelData).toEqual({ outcome: 'clarify' })
    expect(reply?.text).toContain('抱歉')
    expect(JSON.stringify(reply)).not.toMatch(/secret|srv|\.ts|Error/)
  })

  it('answer again when a failed message is sent again', async () => {
    const failing = message('坏')
    await ask(server.url, failing)
    const [reply] = await ask(server.url, { ...failing, text: '好' })
    expect(reply?.text).toMatch(/好$/)
  })
})

describe('one conversation', () => {
  it('is answered in order when messages come at once', async () => {
    const conversation = { id: 'at-once' }
    const texts = ['慢一', '二', '三', '四']
    const replies = await Promise.all(texts.map((text) => ask(server.url, message(text, { conversation }))))
    const numbers = replies.map(([reply]) => reply?.text?.slice(0, 3)).sort()
    expect(numbers).toEqual(['第1轮', '第2轮', '第3轮', '第4轮'])
  })

  it('is one per channel', async () => {
    const conversation = { id: 'same' }
    await ask(server.url, message('一', { conversation, channelId: 'x' }))
    const [reply] = await ask(server.url, message('一', { conversation, channelId: 'y' }))
    expect(reply?.text).toMatch(/^第1轮/)
  })

  it('gets the same answer for a repeated id, also while the first is being answered', async () => {
    const before = server.assistant.heard.length
    const repeated = message('慢 重复')
    const [first, second] = await Promise.all([ask(server.url, repeated), ask(server.url, repeated)])
    const third = await ask(server.url, repeated)
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect(server.assistant.heard.slice(before)).toEqual(['慢 重复'])
  })
})

describe('replies to the service address', () => {
  it('are posted there, addressed to the conversation', async () => {
    const channel = await openChannel()
    const response = await post(
      server.url,
      called(channel.serviceUrl, '问题', { id: 'q1', conversation: { id: 'cb' } }),
    )
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(channel.received).toHaveLength(1)
    expect(channel.received[0]).toMatchObject({
      type: 'message',
      replyToId: 'q1',
      conversation: { id: 'cb' },
      from: { id: 'bot' },
      recipient: { id: 'person' },
      channelData: { outcome: 'answered' },
      entities: [{ type: 'https://schema.org/Message', '@type': 'Message' }],
    })
    const [entity] = channel.received[0]?.entities ?? []
    expect(entity?.citation[0].appearance.abstract).toBe('原话<b>')
  })

  it('show typing once when the answer takes over a second, and never after it', async () => {
    const channel = await openChannel()
    await post(server.url, called(channel.serviceUrl, '很慢'))
    await post(server.url, called(channel.serviceUrl, '快'))
    expect(channel.received.map(({ type }) => type)).toEqual(['typing', 'message', 'message'])
  })

  it('are sent once for a repeated id', async () => {
    const channel = await openChannel()
    const repeated = called(channel.serviceUrl, '慢')
    const responses = await Promise.all([post(server.url, repeated), post(server.url, repeated)])
    await post(server.url, repeated)
    expect(responses.map(({ status }) => status)).toEqual([200, 200])
    expect(channel.received.filter(({ type }) => type === 'message')).toHaveLength(1)
  })

  it('come in the order of the messages', async () => {
    const channel = await openChannel()
    const conversation = { id: 'ordered' }
    const first = post(server.url, called(channel.serviceUrl, '慢一', { conversation }))
    await new Promise((resolve) => setTimeout(resolve, 20))
    await Promise.all([first, post(server.url, called(channel.serviceUrl, '二', { conversation }))])
    const texts = channel.received.filter(({ type }) => type === 'message').map(({ text }) => text?.slice(-2))
    expect(texts).toEqual(['慢一', ' 二'])
  })

  it('apologise there when answering fails', async () => {
    const channel = await openChannel()
    const response = await post(server.url, called(channel.serviceUrl, '坏'))
    expect(response.status).toBe(200)
    expect(channel.received.map(({ text }) => text)).toEqual([expect.stringContaining('抱歉')])
  })

  it('are tried again when the channel is busy for a moment', async () => {
    const channel = await openChannel({ failures: 1 })
    const response = await post(server.url, called(channel.serviceUrl, '问题'))
    expect(response.status).toBe(200)
    expect(channel.received).toHaveLength(2)
  })

  it('are reported as undelivered when the channel refuses them, and can be tried again', async () => {
    const refusing = await openChannel({ status: 400 })
    const once = called(refusing.serviceUrl, '问题')
    const response = await post(server.url, once)
    expect(response.status).toBe(502)
    expect(await response.text()).not.toMatch(/Error|127\.0\.0\.1|\.ts/)
    await post(server.url, once)
    expect(refusing.received).toHaveLength(2)
  })

  it.each([
    'http://192.0.2.1:80',
    'https://example.org/',
    'http://127.0.0.1.example.org',
    'http://127.0.0.1@example.org',
    'http://localhost:1@192.0.2.1',
    'http://example.org\\@127.0.0.1',
    'http://0.0.0.0:9',
    'http://[::ffff:c000:201]',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'nonsense',
  ])('never go to %s without credentials', async (serviceUrl) => {
    const before = server.assistant.heard.length
    const response = await post(server.url, called(serviceUrl, '问题'))
    expect(response.status).toBe(403)
    expect(server.assistant.heard).toHaveLength(before)
  })

  it('do not follow a redirection to another address', async () => {
    const elsewhere = await openChannel()
    const channel = await openChannel({ status: 307, location: elsewhere.serviceUrl })
    await post(server.url, called(channel.serviceUrl, '问题'))
    expect(channel.received).toHaveLength(1)
    expect(elsewhere.received).toEqual([])
  })

  it('need an address and a conversation', async () => {
    expect((await post(server.url, called('', '问题'))).status).toBe(400)
    expect((await post(server.url, message('问题', { conversation: undefined }))).status).toBe(400)
  })
})

describe('activities of other types', () => {
  it.each([
    'typing',
    'event',
    'invoke',
    'endOfConversation',
    'messageReaction',
    'installationUpdate',
    'trace',
    '新类型',
  ])('are accepted and ignored: %s', async (type) => {
    const channel = await openChannel()
    const response = await post(server.url, { type, channelId: 'test', serviceUrl: channel.serviceUrl })
    expect(response.status).toBe(200)
    expect(await ask(server.url, { ...message('问题'), type })).toEqual([])
    expect(channel.received).toEqual([])
  })
})
