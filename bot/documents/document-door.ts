import type { DocumentFormat, WalkDocument } from '../../src/domain/walk-document.ts'
import type { Logger } from '../../src/logger.ts'
import { documentCopy } from '../copy/documents.ts'
import { renderMessagePage } from '../pages/message-page.ts'
import { readDocumentFile } from './document-address.ts'
import { type RenderedDocument, renderDocument } from './render-document.ts'

/** Gives the document that a token stands for; undefined when there is none, or none any more. */
export type FindDocument = (token: string) => Promise<WalkDocument | undefined>

/** What GET /documents/<file> answers. */
export interface DocumentReception {
  readonly status: number
  readonly body: string | Buffer
  readonly headers: Readonly<Record<string, string>>
}

const copy = documentCopy
/** Whoever has the link has the document: nothing on the way may keep or list it. */
const guarded = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }

/** Answers requests for documents; a token never reaches the log. */
export function createDocumentDoor(findDocument: FindDocument, logger: Logger) {
  return async (file: string): Promise<DocumentReception> => {
    const asked = readDocumentFile(file)
    if (asked === undefined) return apologise(404, copy.expired)
    try {
      const document = await findDocument(asked.token)
      return document === undefined ? apologise(404, copy.expired) : await handOver(document, asked.format)
    } catch (error) {
      logger.error({ fault: faultOf(error, asked.token) }, 'a document could not be handed over')
      return apologise(500, copy.failed)
    }
  }
}

/** Where it broke, never with which token. */
function faultOf(error: unknown, token: string): string {
  return (error instanceof Error ? (error.stack ?? error.message) : typeof error).replaceAll(token, '[token]')
}

async function handOver(document: WalkDocument, format: DocumentFormat): Promise<DocumentReception> {
  const rendered = await renderDocument(document, format)
  if (rendered === undefined) return apologise(404, copy.noDates)
  return { status: 200, body: rendered.body, headers: await headersOf(rendered, document, format) }
}

async function headersOf(
  { contentType, fileName, headers }: RenderedDocument,
  { day }: WalkDocument,
  format: DocumentFormat,
): Promise<Record<string, string>> {
  const { create } = await import('content-disposition')
  const type = format === 'html' ? 'inline' : 'attachment'
  // For the few programs that do not read the Chinese name.
  const fallback = `documents-${day}.${format}`
  const disposition = create(fileName, { type, fallback })
  return { ...guarded, ...headers, 'content-type': contentType, 'content-disposition': disposition }
}

function apologise(
  status: number,
  wording: { readonly title: string; readonly lines: readonly string[] },
): DocumentReception {
  const { html, headers } = renderMessagePage(wording)
  return { status, body: html, headers: { ...guarded, ...headers } }
}
