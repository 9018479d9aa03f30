import type { IncomingMessage } from 'node:http'
import type { RefusalKey } from './copy/zh-cn.ts'

/** A body's JSON object, or why the request is turned away. */
export type JsonBody = { readonly body: Readonly<Record<string, unknown>> } | { readonly refusal: RefusalKey }

/** The largest body that is read, in bytes. */
export const MAX_BODY_BYTES = 256 * 1024

/** How much of a body that is too large is still taken in, so that its sender gets to read the refusal. */
const MAX_DISCARDED_BYTES = 16 * 1024 * 1024

/** Reads a request's JSON object. Restify's own reader is not used: it counts packed bytes and dies of broken gzip. */
export async function readJsonBody(request: IncomingMessage): Promise<JsonBody> {
  const bytes = await readBytes(request)
  if (bytes === 'too-large') return { refusal: 'tooLarge' }
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') return { refusal: 'encodedBody' }
  const value = parseJson(bytes)
  if (value === undefined) return { refusal: 'malformedJson' }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { refusal: 'notAnObject' }
  // Pages of other sites can send text/plain without being asked; JSON they cannot.
  if (!/^application\/([\w.-]+\+)?json\b/i.test(request.headers['content-type'] ?? ''))
    return { refusal: 'wrongContentType' }
  return { body: value as Record<string, unknown> }
}

async function readBytes(request: IncomingMessage): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_DISCARDED_BYTES) break
    if (size <= MAX_BODY_BYTES) chunks.push(chunk)
    else chunks.length = 0
  }
  return size > MAX_BODY_BYTES ? 'too-large' : Buffer.concat(chunks)
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
