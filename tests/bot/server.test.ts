import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '../../bot/server.ts'
import { StartError } from '../../src/errors.ts'
import { createLogger } from '../../src/logger.ts'
import { startTestServer } from '../support/test-server.ts'
import { message, post } from '../support/wire.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop(1_000))

const insideWords = /\.ts|\.js\b|node_modules|\/srv|at \w+ \(|stack|Error\b|zod|restify|undefined/

async function refusalOf(response: Response) {
  const text = await response.text()
  expect(text).not.toMatch(insideWords)
  const { error } = JSON.parse(text) as { error: { code: string; message: string } }
  expect(error.message).toMatch(/\p{Script=Han}/u)
  return { status: response.status, code: error.code }
}

describe('the server', () => {
  it('is healthy once it listens', async () => {
    const response = await fetch(`${server.url}/healthz`)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ok' })
  })

  it('answers HEAD where it answers GET', async () => {
    for (const path of ['/healthz', '/notice']) {
      const response = await fetch(server.url + path, { method: 'HEAD' })
      expect([response.status, await response.text()]).toEqual([200, ''])
    }
  })

  it.each(['/', '/api', '/api/messages/more', '/%zz', '/../package.json', '/notice/..%2f..%2fpackage.json'])(
    'knows nothing at %s',
    async (path) => {
      expect(await refusalOf(await fetch(server.url + path))).toEqual({ status: 404, code: 'notFound' })
    },
  )

  it.each([
    ['GET', '/api/messages', 'POST'],
    ['PUT', '/api/messages', 'POST'],
    ['DELETE', '/api/messages', 'POST'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['PATCH', '/notice', 'GET, HEAD'],
  ])('refuses %s %s and says what is allowed', async (method, path, allowed) => {
    const response = await fetch(server.url + path, { method })
    expect(response.headers.get('allow')).toBe(allowed)
    expect(await refusalOf(response)).toEqual({ status: 405, code: 'methodNotAllowed' })
  })

  it.each(['{"type":', '', 'hello', '{"a":1}}', '\u0000'])('refuses broken JSON %j', async (body) => {
    expect(await refusalOf(await post(server.url, body))).toEqual({ status: 400, code: 'malformedJson' })
  })

  it('refuses bytes that are not UTF-8', async () => {
    const response = await post(server.url, new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))
    expect(await refusalOf(response)).toEqual({ status: 400, code: 'malformedJson' })
  })

  it.each(['[]', '"text"', '42', 'null', 'true'])('refuses %s, which is no object', async (body) => {
    expect(await refusalOf(await post(server.url, body))).toEqual({ status: 400, code: 'notAnObject' })
  })

  it.each([
    {},
    { type: '' },
    { type: 5 },
    { ...message('问'), text: 5 },
    { ...message('问'), conversation: 'c' },
    { ...message('问'), id: {} },
    { ...message('问'), membersAdded: 'all' },
  ])('refuses the activity %j', async (activity) => {
    expect(await refusalOf(await post(server.url, activity))).toEqual({ status: 400, code: 'invalidActivity' })
  })

  it('takes a body of 256 KiB and refuses a larger one', async () => {
    const shell = JSON.stringify(message(''))
    const room = 256 * 1024 - Buffer.byteLength(shell)
    const activity = JSON.parse(shell)
    const largest = await post(server.url, { ...activity, text: 'a'.repeat(room) })
    expect(largest.status).toBe(200)
    const larger = await post(server.url, { ...activity, text: 'a'.repeat(room + 1) })
    expect(await refusalOf(larger)).toEqual({ status: 413, code: 'tooLarge' })
  })

  it('refuses a large body that does not say its length', async () => {
    const chunk = new TextEncoder().encode('a'.repeat(64 * 1024))
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += 1
        if (sent > 40) controller.close()
        else controller.enqueue(chunk)
      },
    })
    const request = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } }
    const response = await fetch(`${server.url}/api/messages`, request as RequestInit)
    expect(await refusalOf(response)).toEqual({ status: 413, code: 'tooLarge' })
  })

  it('refuses packed bodies, sound or broken, and lives on', async () => {
    for (const body of [gzipSync(JSON.stringify(message('问'))), Buffer.from('not gzip')]) {
      const response = await post(server.url, new Uint8Array(body), { 'content-encoding': 'gzip' })
      expect(await refusalOf(response)).toEqual({ status: 415, code: 'encodedBody' })
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  it('refuses what a page of another site could send unasked', async () => {
    const response = await post(server.url, message('问'), { 'content-type': 'text/plain' })
    expect(await refusalOf(response)).toEqual({ status: 415, code: 'wrongContentType' })
  })

  it('lives on when a client leaves in the middle of a request', async () => {
    const { port } = new URL(server.url)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write('POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{"type"')
        setTimeout(() => socket.destroy(), 20)
      })
      socket.on('close', () => resolve())
    })
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  it('does not say what it is built with', async () => {
    const { headers } = await fetch(`${server.url}/healthz`)
    expect(headers.get('server')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('serves the notice under headers that let nothing else in', async () => {
    const { headers } = await fetch(`${server.url}/notice`)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+';/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('says what to do when the address is taken', async () => {
    const { port } = new URL(server.url)
    const options = {
      host: '127.0.0.1',
      port: Number(port),
      receive: async () => ({ status: 200 }),
      noticePage: { html: '', headers: {} },
      logger: createLogger('silent'),
    }
    await expect(startServer(options)).rejects.toThrow(StartError)
    await expect(startServer(options)).rejects.toThrow(/EADDRINUSE.*PORT/)
  })
})
