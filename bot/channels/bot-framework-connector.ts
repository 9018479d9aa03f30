import { setTimeout as wait } from 'node:timers/promises'
import type { Activity } from 'botbuilder'
import type { Caller } from './bot-framework-authentication.ts'

/** Makes the client that calls a channel back. */
export type ConnectorFactory = NonNullable<Caller['connectorFactory']>
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>

const TIMEOUT_MS = 15_000
const WAITS_BEFORE_RETRY_MS = [300, 1_000]

/** Nobody is called back when replies are expected in the body; by construction, not by good behaviour. */
export const noConnection: ConnectorFactory = { create: async () => ({}) as Connector }

/**
 * Calls back with the SDK's credentials but not with its client, which drops every field of an entity that it does not
 * know (the citations), follows redirections to addresses nobody checked, and waits without a limit.
 */
export function createConnectorFactory(inner: ConnectorFactory): ConnectorFactory {
  async function create(serviceUrl: string, audience?: string): Promise<Connector> {
    const { credentials } = await inner.create(serviceUrl, audience)
    const send = (path: readonly string[], activity: Partial<Activity>) =>
      post(urlOf(serviceUrl, path), activity, credentials)
    const conversations: Pick<Connector['conversations'], 'replyToActivity' | 'sendToConversation'> = {
      replyToActivity: (conversation: string, replyTo: string, activity: Partial<Activity>) =>
        send([conversation, 'activities', replyTo], activity),
      sendToConversation: (conversation: string, activity: Partial<Activity>) =>
        send([conversation, 'activities'], activity),
    } as never
    return { conversations } as Connector
  }
  return { create }
}

function urlOf(serviceUrl: string, path: readonly string[]): URL {
  const url = new URL(serviceUrl)
  url.search = ''
  url.hash = ''
  url.pathname = [url.pathname.replace(/\/+$/, ''), 'v3', 'conversations', ...path.map(encodeURIComponent)].join('/')
  return url
}

async function post(url: URL, activity: Partial<Activity>, credentials: Connector['credentials']) {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' })
  await credentials.signRequest({ headers } as never)
  const body = JSON.stringify(activity)
  const response = await withRetries(() =>
    fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) }),
  )
  const text = await response.text()
  if (!response.ok) throw Object.assign(new Error('the channel refused a reply'), { statusCode: response.status })
  return readId(text)
}

/** Tries again when the channel is busy or away for a moment; the last outcome stands. */
async function withRetries(attempt: () => Promise<Response>): Promise<Response> {
  for (const waitMs of WAITS_BEFORE_RETRY_MS) {
    const response = await attempt().catch(() => undefined)
    if (response && response.status !== 429 && response.status < 500) return response
    await response?.body?.cancel()
    await wait(waitMs)
  }
  return attempt()
}

/** The channel's id of the activity; some channels answer with nothing. */
function readId(text: string): { readonly id: string } {
  try {
    return { id: String(JSON.parse(text).id ?? '') }
  } catch {
    return { id: '' }
  }
}
