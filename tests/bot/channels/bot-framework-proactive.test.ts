import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BotFrameworkAdapter } from '../../../bot/channels/bot-framework-adapter.ts'
import { createReach } from '../../../bot/channels/bot-framework-proactive.ts'
import { sayPlainly } from '../../../bot/reply.ts'
import type { Answer } from '../../../src/domain/answer.ts'
import { createLogger } from '../../../src/logger.ts'
import { openCallbackChannel } from '../../support/callback-channel.ts'

const APP_ID = '00000000-0000-0000-0000-00000000b07a'
const answer: Answer = {
  ...sayPlainly('到点了'),
  citations: [{ clause: '一', label: '第一条', quote: '原话' }],
}

let heard: { authorization?: string }[]
let channel: Awaited<ReturnType<typeof openCallbackChannel>>
let askedFor: unknown[]
beforeEach(async () => {
  heard = []
  askedFor = []
  channel = await openCallbackChannel({
    hears: (_activity, { headers: { authorization } }) => heard.push({ authorization }),
  })
})
afterEach(() => channel.close())

/** A bot whose tokens come from this file; `sign` is what a credential does with a request. */
function reachWith(sign: (headers: Headers) => Promise<void>, parts: { readonly noticeUrl?: string } = {}) {
  const registration = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'secret', MicrosoftAppType: 'MultiTenant' }
  const factory = new ConfigurationServiceClientCredentialFactory(registration)
  factory.createCredentials = async (...asked: unknown[]) => {
    askedFor.push(asked.slice(0, 2))
    return { signRequest: ({ headers }: { headers: Headers }) => sign(headers) } as never
  }
  const authentication = new ConfigurationBotFrameworkAuthentication(registration, factory)
  const adapter = new BotFrameworkAdapter(authentication, APP_ID)
  return createReach({ adapter, authenticated: true, logger: createLogger('silent'), ...parts })
}

const kept = (authenticated = true) => ({
  version: 1 as const,
  reference: {
    channelId: 'msteams',
    serviceUrl: channel.serviceUrl,
    conversation: { id: 'a/b;c' },
    user: { id: 'anna' },
  },
  noticeUrl: 'http://then.test/notice',
  authenticated,
})
const signed = async (headers: Headers) => headers.set('authorization', 'Bearer bot')

describe('a message that nobody has just asked for', () => {
  it('carries the bot’s own token for the channel', async () => {
    expect(await reachWith(signed)(kept(), answer)).toBe('sent')
    expect(heard).toEqual([{ authorization: 'Bearer bot' }])
    expect(askedFor).toEqual([[APP_ID, 'https://api.botframework.com']])
  })

  it('links to where the notice is now, if the operator says so', async () => {
    await reachWith(signed)(kept(), answer)
    await reachWith(signed, { noticeUrl: 'https://now.test/notice' })(kept(), answer)
    const urls = channel.received.map(({ entities }) => entities?.[0]?.citation[0].appearance.url)
    expect(urls).toEqual([
      `http://then.test/notice#${encodeURIComponent('一')}`,
      expect.stringMatching(/^https:\/\/now/),
    ])
  })

  it('goes to no address that was named without proof of who named it', async () => {
    expect(await reachWith(signed)(kept(false), answer)).toBe('failed')
    expect([heard, askedFor]).toEqual([[], []])
  })

  it('has certainly not arrived when no token can be had', async () => {
    const reach = reachWith(() => Promise.reject(new Error('no token')))
    expect(await reach(kept(), answer)).toBe('failed')
    expect(heard).toEqual([])
  })
})
