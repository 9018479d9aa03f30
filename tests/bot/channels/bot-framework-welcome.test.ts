import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCallbackChannel } from '../../support/callback-channel.ts'
import { startTestServer } from '../../support/test-server.ts'
import { ask, message, post } from '../../support/wire.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop(1_000))

const added = (ids: (string | undefined)[], fields = {}) =>
  message(undefined, { type: 'conversationUpdate', membersAdded: ids.map((id) => ({ id })), ...fields })

describe('a new member', () => {
  it('is welcomed, and the bot is not', async () => {
    const replies = await ask(server.url, added(['bot', 'person']))
    expect(replies.map(({ text }) => text)).toEqual(['欢迎'])
    expect(replies[0]?.channelData).toEqual({ outcome: 'answered' })
    expect(replies[0]?.suggestedActions?.actions).toHaveLength(6)
    expect(await ask(server.url, added(['bot']))).toEqual([])
  })

  it('is welcomed once, however often the channel says that it was added', async () => {
    const conversation = { id: 'once' }
    const update = added(['person'], { conversation })
    const replies = await Promise.all([ask(server.url, update), ask(server.url, update)])
    expect(replies.flat()).toHaveLength(1)
    expect(await ask(server.url, added(['person', 'person'], { conversation }))).toEqual([])
    expect(await ask(server.url, added(['another', 'person'], { conversation }))).toHaveLength(1)
  })

  it('is welcomed in each conversation', async () => {
    expect(await ask(server.url, added(['person']))).toHaveLength(1)
    expect(await ask(server.url, added(['person']))).toHaveLength(1)
  })

  it('is welcomed at the service address, once', async () => {
    const channel = await openCallbackChannel()
    const update = added(['person'], { deliveryMode: undefined, serviceUrl: channel.serviceUrl })
    await Promise.all([post(server.url, update), post(server.url, update)])
    expect(channel.received.map(({ text }) => text)).toEqual(['欢迎'])
    await channel.close()
  })

  it('is welcomed later when the welcome could not be delivered', async () => {
    const conversation = { id: 'later' }
    const refusing = await openCallbackChannel({ status: 400 })
    const lost = added(['person'], { conversation, deliveryMode: undefined, serviceUrl: refusing.serviceUrl })
    expect((await post(server.url, lost)).status).toBe(502)
    expect(await ask(server.url, added(['person'], { conversation }))).toHaveLength(1)
    await refusing.close()
  })

  it('does not flood a conversation that thousands join', async () => {
    const crowd = Array.from({ length: 3_000 }, (_, n) => `p${n}`)
    expect((await ask(server.url, added(crowd))).length).toBeLessThanOrEqual(5)
  })

  it('is not greeted when members leave or have no id', async () => {
    const left = { type: 'conversationUpdate', membersRemoved: [{ id: 'person' }] }
    expect(await ask(server.url, message(undefined, left))).toEqual([])
    expect(await ask(server.url, added([undefined]))).toEqual([])
  })
})
