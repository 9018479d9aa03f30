import type { Answer, Download } from '../src/domain/answer.ts'
import { zhCn } from './copy/zh-cn.ts'
import { documentPath } from './documents/document-address.ts'
import { tablePath } from './tables/table-address.ts'

/** An answer whose text names where its documents are, and the tables of which it names only some rows: every reply is whole in its text. */
export function withLinks(answer: Answer, baseUrl: string): Answer {
  const lines = [...documentLinks(answer, baseUrl), ...tableLinks(answer.downloads ?? [], baseUrl)]
  return lines.length === 0 ? answer : { ...answer, text: [answer.text, ...lines].join('\n') }
}

const documentLinks = ({ documents }: Answer, baseUrl: string): readonly string[] =>
  documents?.formats.map((format) =>
    zhCn.documents.link(zhCn.documents.formats[format], baseUrl + documentPath(documents.walk, format)),
  ) ?? []

const tableLinks = (downloads: readonly Download[], baseUrl: string): readonly string[] =>
  downloads
    .filter((d) => d.isLong)
    .map((d) => zhCn.tables.link(d.name, d.rows, baseUrl + tablePath(d, 'html'), baseUrl + tablePath(d, 'csv')))
