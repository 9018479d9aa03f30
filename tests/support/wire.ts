import type { Activity } from 'botbuilder'

let sequence = 0

/** A message activity as a Bot Framework client sends it; `fields` go over the defaults. */
export function message(text: string | undefined, fields: Record<string, unknown> = {}) {
  sequence += 1
  return {
    type: 'message',
    id: `m${sequence}`,
    channelId: 'test',
    deliveryMode: 'expectReplies',
    serviceUrl: 'http://127.0.0.1:9',
    text,
    from: { id: 'person', role: 'user' },
    recipient: { id: 'bot', role: 'bot' },
    conversation: { id: `c${sequence}` },
    ...fields,
  }
}

/** Posts a body (objects as JSON) to the messages endpoint. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
  })
}

/** Posts an activity that expects replies and gives them. */
export async function ask(url: string, activity: object): Promise<Activity[]> {
  const response = await post(url, activity)
  if (response.status !== 200) throw new Error(`HTTP ${response.status}: ${await response.text()}`)
  return ((await response.json()) as { activities: Activity[] }).activities
}
