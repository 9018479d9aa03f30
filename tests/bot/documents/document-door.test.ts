import { load } from 'cheerio'
import { parse } from 'content-disposition'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocumentToken, documentPath, readDocumentFile } from '../../../bot/documents/document-address.ts'
import { start } from '../../../bot/start.ts'
import { loadConfig } from '../../../src/config.ts'
import type { WalkDocument } from '../../../src/domain/walk-document.ts'
import { createLogger } from '../../../src/logger.ts'
import { makeDataDir } from '../../support/data-dir.ts'
import { createStandInAssistant } from '../../support/stand-in-assistant.ts'
import { startTestServer } from '../../support/test-server.ts'
import { sampleDocument } from './sample-document.ts'

const token = createDocumentToken()
const undated = createDocumentToken()
const broken = createDocumentToken()
const logged: string[] = []
const asked: string[] = []

async function findDocument(wanted: string): Promise<WalkDocument | undefined> {
  asked.push(wanted)
  if (wanted === broken) throw new Error(`no such row: ${wanted}`)
  if (wanted === undated) return { ...sampleDocument, dates: [] }
  return wanted === token ? sampleDocument : undefined
}

let server: Awaited<ReturnType<typeof start>>
const { dataDir, remove } = makeDataDir()
beforeAll(async () => {
  const logger = createLogger('trace', (line) => logged.push(line))
  server = await start({
    config: loadConfig({ PORT: '0', DATA_DIR: dataDir }),
    assistant: createStandInAssistant(),
    logger,
    findDocument,
  })
})
afterAll(() => server.stop(1_000).finally(remove))

const get = (path: string, init?: RequestInit) => fetch(server.url + path, init)

describe('a link to a document', () => {
  it.each([
    ['md', 'attachment', 'text/markdown; charset=utf-8'],
    ['docx', 'attachment', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['ics', 'attachment', 'text/calendar; charset=utf-8'],
    ['html', 'inline', 'text/html; charset=utf-8'],
  ] as const)('hands over the %s as %s', async (format, type, contentType) => {
    const response = await get(documentPath(token, format))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(contentType)
    const disposition = parse(response.headers.get('content-disposition') ?? '')
    expect(disposition).toEqual({
      type,
      parameters: expect.objectContaining({ filename: `青竹县申报材料清单_2031-05-06.${format}` }),
    })
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(format === 'docx' ? bytes.subarray(0, 2).toString() : bytes.toString()).toContain(
      format === 'docx' ? 'PK' : '青竹县',
    )
  })

  it('gives the page a policy that lets nothing in but its own style', async () => {
    const { headers } = await get(documentPath(token, 'html'))
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+';/)
    expect(headers.get('x-frame-options')).toBe('DENY')
  })

  it('answers HEAD with the same headers and no body', async () => {
    const [head, full] = await Promise.all(
      ['HEAD', 'GET'].map((method) => get(documentPath(token, 'docx'), { method })),
    )
    expect([head?.status, await head?.text()]).toEqual([200, ''])
    expect(head?.headers.get('content-disposition')).toBe(full?.headers.get('content-disposition'))
  })

  it.each(['POST', 'PUT', 'DELETE'])('refuses %s and says what is allowed', async (method) => {
    const response = await get(documentPath(token, 'html'), { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('says that it has expired and what to do, when nothing stands behind it', async () => {
    const response = await get(documentPath(createDocumentToken(), 'docx'))
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('no-store')
    const $ = load(await response.text())
    expect($('html').attr('lang')).toBe('zh-CN')
    expect($('h1').text()).toBe('这个链接已失效')
    expect($('main').text()).toContain('请回到与助手的对话')
  })

  it('says the same of an address that cannot be one, without looking for it', async () => {
    const before = asked.length
    for (const file of [
      'x',
      'x.html',
      `${token}`,
      `${token}.pdf`,
      `${token}x.html`,
      `${token}.html.html`,
      '%2e%2e%2fx.md',
    ])
      expect([file, (await get(`/documents/${file}`)).status]).toEqual([file, 404])
    expect(asked).toHaveLength(before)
  })

  it('says that there is no calendar when no date is ahead', async () => {
    const response = await get(documentPath(undated, 'ics'))
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('没有可以放进日历的日期')
  })

  it('says sorry when something breaks, and logs the fault without the token', async () => {
    const response = await get(documentPath(broken, 'md'))
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).toContain('请稍后再打开一次')
    expect(text).not.toMatch(/no such row|Error/)
    expect(logged.join()).toContain('no such row')
  })

  it('never has its token in the log', () => {
    expect(asked).toContain(token)
    for (const secret of asked) expect(logged.join()).not.toContain(secret)
  })

  it('has expired where no documents are kept', async () => {
    const bare = await startTestServer()
    const response = await fetch(bare.url + documentPath(token, 'html'))
    expect([response.status, (await response.text()).includes('这个链接已失效')]).toEqual([404, true])
    await bare.stop(1_000)
  })
})

describe('a token', () => {
  it('has 192 random bits and reads back from its path', () => {
    const tokens = Array.from({ length: 200 }, createDocumentToken)
    expect(new Set(tokens).size).toBe(200)
    for (const one of tokens) {
      expect(Buffer.from(one, 'base64url')).toHaveLength(24)
      expect(readDocumentFile(documentPath(one, 'ics').slice('/documents/'.length))).toEqual({
        token: one,
        format: 'ics',
      })
    }
  })
})
