import { randomBytes } from 'node:crypto'
import { DOCUMENT_FORMATS, type DocumentFormat } from '../../src/domain/walk-document.ts'

const TOKEN_BYTES = 24
const FILE = new RegExp(`^([A-Za-z0-9_-]{32})\\.(${DOCUMENT_FORMATS.join('|')})$`)

/** A token that nobody guesses: 192 random bits as 32 characters that an address takes. */
export const createDocumentToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** Where a document is found, below the server's own address. */
export const documentPath = (token: string, format: DocumentFormat): string => `/documents/${token}.${format}`

/** What the last part of such a path says; undefined when it cannot be one. */
export function readDocumentFile(
  file: string,
): { readonly token: string; readonly format: DocumentFormat } | undefined {
  const [, token, ending] = FILE.exec(file) ?? []
  const format = DOCUMENT_FORMATS.find((known) => known === ending)
  return token === undefined || format === undefined ? undefined : { token, format }
}
