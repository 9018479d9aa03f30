import type { Answer } from '../src/domain/answer.ts'
import { zhCn } from './copy/zh-cn.ts'
import { documentPath } from './documents/document-address.ts'

/** An answer whose text names where its documents are: every reply is whole in its text. */
export function withLinks(answer: Answer, baseUrl: string): Answer {
  const { documents } = answer
  if (!documents) return answer
  const lines = documents.formats.map((format) =>
    zhCn.documents.link(zhCn.documents.formats[format], baseUrl + documentPath(documents.walk, format)),
  )
  return { ...answer, text: [answer.text, ...lines].join('\n') }
}
