import type { DocumentFormat, WalkDocument } from '../../src/domain/walk-document.ts'

/** A document as a file: its bytes, its type and a name that every system takes. */
export interface RenderedDocument {
  readonly body: string | Buffer
  readonly contentType: string
  readonly fileName: string
  /** What a page needs besides its type, e.g. its content security policy. */
  readonly headers?: Readonly<Record<string, string>>
}

type Body = Omit<RenderedDocument, 'fileName'> | undefined

// Loaded when first needed: starting and answering need none of these libraries.
const renderers: Readonly<Record<DocumentFormat, (document: WalkDocument) => Promise<Body>>> = {
  async md(document) {
    const { renderMarkdown } = await import('./render-markdown.ts')
    return { body: renderMarkdown(document), contentType: 'text/markdown; charset=utf-8' }
  },
  async docx(document) {
    const { DOCX_TYPE, renderDocx } = await import('./render-docx.ts')
    return { body: await renderDocx(document), contentType: DOCX_TYPE }
  },
  async html(document) {
    const { renderPage } = await import('./render-page.ts')
    return renderPage(document)
  },
  async ics(document) {
    const { renderIcs } = await import('./render-ics.ts')
    const body = renderIcs(document)
    return body === undefined ? undefined : { body, contentType: 'text/calendar; charset=utf-8' }
  },
}

/** Writes a document in a format; undefined for a calendar without dates. */
export async function renderDocument(
  document: WalkDocument,
  format: DocumentFormat,
): Promise<RenderedDocument | undefined> {
  const rendered = await renderers[format](document)
  if (rendered === undefined) return undefined
  const { fileNameOf } = await import('./file-name.ts')
  return { ...rendered, fileName: fileNameOf(document, format) }
}
