import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Answer } from '../../src/domain/answer.ts'
import { zhCn } from '../copy/zh-cn.ts'
import type { FindDocument } from '../documents/document-door.ts'
import { renderDocument } from '../documents/render-document.ts'

const copy = zhCn.documents

/** Saves the documents that an answer offers in a folder, the newest in the place of the one before; gives a line for each. */
export async function saveDocuments(
  { documents }: Pick<Answer, 'documents'>,
  find: FindDocument,
  folder: string,
): Promise<readonly string[]> {
  const document = documents && (await find(documents.walk))
  if (!document) return []
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lines: string[] = []
  for (const format of documents.formats) {
    const file = await renderDocument(document, format)
    if (!file) continue
    const path = resolve(join(folder, file.fileName))
    writeFileSync(path, file.body, { mode: 0o600 })
    lines.push(copy.saved(copy.formats[format], path))
  }
  return lines
}
