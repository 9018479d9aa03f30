import type { AddressInfo } from 'node:net'
import restify, { type Request, type Response } from 'restify'
import { StartError } from '../src/errors.ts'
import type { Logger } from '../src/logger.ts'
import { createDocumentDoor, type FindDocument } from './documents/document-door.ts'
import type { Page } from './pages/page-shell.ts'
import { readJsonBody } from './read-json-body.ts'
import { type Reception, refuse, refuseStatus } from './refusal.ts'
import { createTableDoor, type FindSheet } from './tables/table-door.ts'

/** What POST /api/messages hands on; `noticeUrl` is where people find the notice page. */
export interface MessageRequest {
  readonly body: Readonly<Record<string, unknown>>
  readonly authorization: string
  readonly noticeUrl: string
}

/** What the server serves, and where. */
export interface ServerOptions {
  readonly host: string
  readonly port: number
  readonly publicUrl?: string
  readonly receive: (request: MessageRequest) => Promise<Reception>
  readonly noticePage: Page
  /** Gives what a walk-through handed over; without it every link to a document has expired. */
  readonly findDocument?: FindDocument
  /** Gives the rows of a table; without it there are none. */
  readonly findSheet?: FindSheet
  readonly logger: Logger
}

/** A server that accepts requests; `url` is its own address. */
export interface RunningServer {
  readonly url: string
  /** Stops accepting, lets requests in flight finish for at most `withinMs`; false when some were cut off. */
  stop(withinMs: number): Promise<boolean>
}

const REQUEST_TIMEOUT_MS = 30_000
const noDocument: FindDocument = async () => undefined
const noSheet: FindSheet = () => undefined
const SAFE_HOST = /^([\w.-]+|\[[\da-f:]+\])(:\d{1,5})?$/i

/** Starts to listen; rejects with a StartError when the address cannot be had. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true })
  const receiveDocument = createDocumentDoor(options.findDocument ?? noDocument, options.logger)
  const receiveTable = createTableDoor(options.findSheet ?? noSheet)
  const inFlight = new Set<Promise<void>>()
  let stopping = false

  function send(res: Response, reception: Reception, extra: Record<string, string> = {}): void {
    if (res.headersSent) return
    const { status, body } = reception
    const headers: Record<string, string> = { 'x-content-type-options': 'nosniff' }
    if (body !== undefined) headers['content-type'] = 'application/json; charset=utf-8'
    // A body that was too large may not have been read to its end.
    if (stopping || status === 413) headers.connection = 'close'
    res.sendRaw(status, rawBody(body), { ...headers, ...extra })
  }

  async function handleMessage(req: Request, res: Response): Promise<void> {
    const read = await readJsonBody(req)
    if ('refusal' in read) return send(res, refuse(read.refusal))
    const authorization = req.headers.authorization ?? ''
    send(res, await options.receive({ body: read.body, authorization, noticeUrl: `${baseUrl(req)}/notice` }))
  }

  async function handleDocument(req: Request, res: Response): Promise<void> {
    const { status, body, headers } = await receiveDocument(String(req.params?.file))
    send(res, { status, body }, headers)
  }

  async function handleTable(req: Request, res: Response): Promise<void> {
    const within = new URLSearchParams(req.getQuery()).get('within') ?? undefined
    const { headers, ...reception } = await receiveTable(String(req.params?.file), within)
    send(res, reception, headers)
  }

  const finishing = (handle: typeof handleMessage) => async (req: Request, res: Response) => {
    const work = handle(req, res).catch((error: unknown) => {
      if (req.destroyed && !req.complete) return
      options.logger.error({ err: error }, 'a request failed')
      send(res, refuse('internal'))
    })
    inFlight.add(work)
    await work.finally(() => inFlight.delete(work))
  }

  function baseUrl(req: Request): string {
    if (options.publicUrl) return options.publicUrl
    const host = req.headers.host ?? ''
    return SAFE_HOST.test(host) ? `http://${host}` : addressOf(server.address())
  }

  const health = async (_req: Request, res: Response) => send(res, { status: 200, body: { status: 'ok' } })
  const notice = async (_req: Request, res: Response) =>
    send(res, { status: 200, body: options.noticePage.html }, options.noticePage.headers)

  server.post('/api/messages', finishing(handleMessage))
  server.get('/healthz', health)
  server.head('/healthz', health)
  server.get('/notice', notice)
  server.head('/notice', notice)
  server.get('/documents/:file', finishing(handleDocument))
  server.head('/documents/:file', finishing(handleDocument))
  server.get('/tables/:file', finishing(handleTable))
  server.head('/tables/:file', finishing(handleTable))
  server.on('restifyError', (_req: Request, res: Response, error: { statusCode?: number }, done: () => void) => {
    send(res, refuseStatus(error.statusCode))
    done()
  })
  server.server.requestTimeout = REQUEST_TIMEOUT_MS

  await listen(server, options)

  async function stop(withinMs: number): Promise<boolean> {
    stopping = true
    const closed = new Promise<true>((resolve) => server.close(() => resolve(true)))
    const finished = Promise.all([closed, ...inFlight]).then(() => true)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), withinMs)
    })
    const inTime = await Promise.race([finished, late])
    clearTimeout(timer)
    server.server.closeAllConnections()
    return inTime
  }

  return { url: addressOf(server.address()), stop }
}

function rawBody(body: unknown): string | Buffer {
  if (typeof body === 'string' || Buffer.isBuffer(body)) return body
  return body === undefined ? '' : JSON.stringify(body)
}

function listen(server: restify.Server, { host, port }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new StartError(`cannot listen on ${host}:${port} (${error.code}): set HOST or PORT to a free address`))
    })
    server.listen(port, host, () => resolve())
  })
}

function addressOf({ address, port, family }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}
