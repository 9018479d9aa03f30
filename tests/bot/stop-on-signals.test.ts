import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../support/bundle.ts'
import { ask, message } from '../support/wire.ts'

let entry: Awaited<ReturnType<typeof bundle>>
const children: ChildProcess[] = []
beforeAll(async () => {
  entry = await bundle('tests/support/stand-in-server.ts')
})
afterAll(() => entry.remove())
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

async function startChild() {
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, [entry.file], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const [line] = await once(child.stdout, 'data')
  const exit = once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  return { child, url: String(line).trim(), exit }
}

describe('a process that is asked to end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('finishes the turns in flight on %s and exits with 0', async (signal) => {
    const { child, url, exit } = await startChild()
    const conversation = { id: 'c' }
    const turns = ['慢一', '慢二'].map((text) => ask(url, message(text, { conversation })))
    await wait(150)
    child.kill(signal)
    child.kill(signal)
    const replies = await Promise.all(turns)
    expect(replies.map(([reply]) => reply?.text?.slice(-2)).sort()).toEqual(['慢一', '慢二'])
    expect(await exit).toEqual({ code: 0, signal: null })
  })

  it('takes no new requests meanwhile', async () => {
    const { child, url, exit } = await startChild()
    const turn = ask(url, message('慢'))
    await wait(150)
    child.kill('SIGTERM')
    await wait(50)
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
    expect(await turn).toHaveLength(1)
    expect((await exit).code).toBe(0)
  })

  it('is not held up by connections that are kept open', async () => {
    const { child, url, exit } = await startChild()
    const agent = new Agent({ keepAlive: true })
    const idle = request(`${url}/healthz`, { agent }).end()
    const [response] = await once(idle, 'response')
    response.resume()
    await once(response, 'end')
    const asked = performance.now()
    child.kill('SIGTERM')
    expect((await exit).code).toBe(0)
    expect(performance.now() - asked).toBeLessThan(2_000)
    agent.destroy()
  })
})
