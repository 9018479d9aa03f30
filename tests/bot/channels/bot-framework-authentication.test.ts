import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openCallbackChannel } from '../../support/callback-channel.ts'
import { startTestServer } from '../../support/test-server.ts'
import { APP_ID, openTokenIssuer, type TokenFaults, trust } from '../../support/token-issuer.ts'
import { message, post } from '../../support/wire.ts'

const credentials = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'secret' }
let issuer: Awaited<ReturnType<typeof openTokenIssuer>>
let server: Awaited<ReturnType<typeof startTestServer>>
let channel: Awaited<ReturnType<typeof openCallbackChannel>>
beforeAll(async () => {
  issuer = await openTokenIssuer()
  server = await startTestServer({}, credentials, issuer.authentication)
  channel = await openCallbackChannel()
})
afterAll(async () => {
  await Promise.all([server.stop(1_000), issuer.close(), channel.close()])
})
// The SDK prints refused tokens.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

async function send(authorization: string | undefined, fields: Record<string, unknown> = {}) {
  const activity = message('问题', { deliveryMode: undefined, serviceUrl: channel.serviceUrl, ...fields })
  const response = await post(server.url, activity, authorization === undefined ? {} : { authorization })
  const text = await response.text()
  expect(text).not.toMatch(/Unauthorized|token|jwt|key|http:/i)
  return response.status
}

const { privateKey: foreignKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const unsigned = { header: { alg: 'none' }, signature: '' }
const faulty: [string, TokenFaults][] = [
  ['signed by somebody else', { key: foreignKey }],
  ['with a swapped algorithm', { header: { alg: 'HS256' } }],
  ['without a signature', unsigned],
  ['that has expired', { claims: { exp: 1_000, nbf: 900 } }],
  ['that is not valid yet', { claims: { nbf: 32_503_680_000 } }],
  ['of another issuer', { claims: { iss: 'https://elsewhere.test' } }],
  ['for another bot', { claims: { aud: 'another' } }],
  ['for another service address', { claims: { serviceurl: 'https://elsewhere.test' } }],
  ['of an unknown key', { header: { kid: 'k2' } }],
]

describe('with credentials', () => {
  it('a signed token is let in and answered at its service address', async () => {
    expect(await send(issuer.issue(channel.serviceUrl))).toBe(200)
    expect(channel.received).toHaveLength(1)
  })

  it.each(faulty)('a token %s is refused with 401', async (_name, faults) => {
    const before = server.assistant.heard.length
    expect(await send(issuer.issue(channel.serviceUrl, faults))).toBe(401)
    expect(server.assistant.heard).toHaveLength(before)
  })

  it.each([undefined, '', 'Bearer', 'Bearer rubbish', 'Basic YTpi', 'Bearer a.b.c'])(
    '%j is refused with 401',
    async (header) => {
      expect(await send(header)).toBe(401)
    },
  )

  it('nobody gets around the token by the kind or the delivery of an activity', async () => {
    expect(await send(undefined, { deliveryMode: 'expectReplies' })).toBe(401)
    expect(await send(undefined, { type: 'event' })).toBe(401)
    expect(await send(undefined, { channelId: 'emulator', recipient: { id: 'bot', role: 'skill' } })).toBe(401)
    expect(await send(undefined, { serviceUrl: undefined })).toBe(401)
  })

  it('an activity without a service address, which no token can speak for, is refused', async () => {
    expect(await send(issuer.issue(channel.serviceUrl), { serviceUrl: undefined })).toBe(400)
  })

  it('says that it cannot check when the keys are out of reach', async () => {
    const lonely = await startTestServer({}, credentials, trust('http://127.0.0.1:9/metadata'))
    const authorization = issuer.issue(channel.serviceUrl)
    const response = await post(lonely.url, message('问题', { serviceUrl: channel.serviceUrl }), { authorization })
    expect(response.status).toBe(503)
    await lonely.stop(1_000)
  })
})

describe('without credentials', () => {
  it('a token makes no difference', async () => {
    const open = await startTestServer()
    const response = await post(open.url, message('问题'), { authorization: 'Bearer rubbish' })
    expect(response.status).toBe(200)
    await open.stop(1_000)
  })
})
