import { Agent, request } from 'node:http'
import { monotonicMs } from '../../src/clock.ts'

let sequence = 0

/** How a server did under one load. */
export interface LoadResult {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
}

/** How much is asked, and what. */
export interface Load {
  readonly conversations: number
  /** In all. */
  readonly requests: number
  readonly questions: readonly string[]
  /** Said in each conversation before the time is taken; then the questions come in order, from the first. */
  readonly opening?: string
}

/** A closed loop: each conversation, of a person of its own, sends its next question when the last one is answered. */
export async function load(url: string, { conversations, requests, questions, opening }: Load): Promise<LoadResult> {
  const times: number[] = []
  // Connections of their own for each load: one that was idle too long is closed by the server just when it is used.
  const agent = new Agent({ keepAlive: true })
  let left = requests
  async function converse(conversation: string, first: number): Promise<void> {
    for (let turn = first; left > 0; turn += 1) {
      left -= 1
      const askedMs = monotonicMs()
      await ask(url, conversation, questions[turn % questions.length] ?? '', agent)
      times.push(monotonicMs() - askedMs)
    }
  }
  sequence += 1
  const first = sequence
  const names = Array.from({ length: conversations }, (_, n) => `load-${first}-${n}`)
  if (opening !== undefined) for (const name of names) await ask(url, name, opening, agent)
  const startedMs = monotonicMs()
  await Promise.all(names.map((name, n) => converse(name, opening === undefined ? first + n * 7 : 0)))
  const seconds = (monotonicMs() - startedMs) / 1_000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: requests / seconds, p50Ms: at(0.5), p95Ms: at(0.95) }
}

/** Asks one question over the wire; rejects unless a reply comes back. */
export function ask(url: string, conversation: string, text: string, agent?: Agent): Promise<void> {
  sequence += 1
  const activity = {
    type: 'message',
    id: `bench-${sequence}`,
    channelId: 'bench',
    deliveryMode: 'expectReplies',
    serviceUrl: 'http://127.0.0.1:9',
    text,
    from: { id: `person of ${conversation}` },
    recipient: { id: 'bot' },
    conversation: { id: conversation },
  }
  const body = JSON.stringify(activity)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/messages`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const replied = Buffer.concat(chunks).toString('utf8').startsWith('{"activities":[{')
        if (response.statusCode === 200 && replied) resolve()
        else reject(new Error(`no reply: HTTP ${response.statusCode}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
