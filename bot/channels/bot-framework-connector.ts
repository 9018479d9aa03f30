import { setTimeout as wait } from 'node:timers/promises'
import type { Activity } from 'botbuilder'
import type { Caller } from './bot-framework-authentication.ts'
import { inTime } from './in-time.ts'

/** Makes the client that calls a channel back. */
export type ConnectorFactory = NonNullable<Caller['connectorFactory']>
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>

const TIMEOUT_MS = 15_000
/** A reply is tried again while its sender waits. */
const WAITS_BEFORE_RETRY_MS = [300, 1_000]

/** Of a message that failed this way it is certain that nobody took it: no connection came about. */
const NO_CONNECTION =
  /^(bad port$|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/

/** Nobody is called back when replies are expected in the body; by construction, not by good behaviour. */
export const noConnection: ConnectorFactory = { create: async () => ({}) as Connector }

/**
 * Calls back with the SDK's credentials but not with its client, which drops every field of an entity that it does not
 * know (the citations), follows redirections to addresses nobody checked, and waits without a limit.
 */
export function createConnectorFactory(
  inner: ConnectorFactory,
  waitsMs: readonly number[] = WAITS_BEFORE_RETRY_MS,
): ConnectorFactory {
  async function create(serviceUrl: string, audience?: string): Promise<Connector> {
    const { credentials } = await inner.create(serviceUrl, audience)
    const send = (path: readonly string[], activity: Partial<Activity>) =>
      post(urlOf(serviceUrl, path), activity, credentials, waitsMs)
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

async function post(
  url: URL,
  activity: Partial<Activity>,
  credentials: Connector['credentials'],
  waitsMs: readonly number[],
) {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' })
  await sign(credentials, headers)
  const body = JSON.stringify(activity)
  const response = await withRetries(waitsMs, () =>
    fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) }),
  ).catch((error: unknown) => {
    throw Object.assign(new Error('a channel could not be called', { cause: error }), {
      maybeArrived: mayArrive(error),
    })
  })
  if (!response.ok) {
    await response.body?.cancel()
    throw Object.assign(new Error('the channel refused a message'), { statusCode: response.status })
  }
  // It is taken, whatever becomes of the rest of the response.
  return readId(await response.text().catch(() => ''))
}

/** The SDK fetches its tokens without a time limit; a message whose signature came too late is not sent. */
async function sign(credentials: Connector['credentials'], headers: Headers): Promise<void> {
  await inTime(
    credentials.signRequest({ headers } as never),
    TIMEOUT_MS,
    'no token to call a channel with came in time',
  )
}

/** Whether a message that a channel gave no answer to may have reached it. */
function mayArrive(error: unknown): boolean {
  const { code, message } = Object((error as Error).cause) as { readonly code?: unknown; readonly message?: unknown }
  // Some ports are refused without being called (and without a code).
  return !NO_CONNECTION.test(String(code ?? message))
}

/** Tries again when the channel is busy or away for a moment; the last outcome stands. */
async function withRetries(waitsMs: readonly number[], attempt: () => Promise<Response>): Promise<Response> {
  for (const waitMs of waitsMs) {
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
