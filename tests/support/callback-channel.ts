import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Activity } from 'botbuilder'

/** How the channel answers: `status` to all, after 503 to the first `failures`; `hears` is awaited before it does. May be changed. */
export interface ChannelAnswers {
  status?: number
  hears?: (activity: Activity, request: IncomingMessage) => unknown
  readonly location?: string
  readonly failures?: number
}

/** A channel's side of the wire: collects what the bot sends to `serviceUrl`. */
export async function openCallbackChannel(answerWith: ChannelAnswers = {}) {
  const received: Activity[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const activity: Activity = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    received.push(activity)
    await answerWith.hears?.(activity, request)
    const { status = 200, location, failures = 0 } = answerWith
    response.writeHead(received.length <= failures ? 503 : status, {
      'content-type': 'application/json',
      ...(location && { location }),
    })
    response.end(JSON.stringify({ id: `r${received.length}` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { serviceUrl: `http://127.0.0.1:${port}`, received, close }
}
