import type { Attachment } from 'botbuilder'
import type { Download } from '../../src/domain/answer.ts'
import { zhCn } from '../copy/zh-cn.ts'
import { TABLE_FORMATS, tablePath } from '../tables/table-address.ts'

const copy = zhCn.tables
const types = { html: 'text/html', csv: 'text/csv' } as const

/** The tables of an answer as files that a client can open: to look at, and as CSV. */
export const toTableAttachments = (downloads: readonly Download[], noticeUrl: string): Attachment[] =>
  downloads.flatMap((one) =>
    TABLE_FORMATS.map((format) => ({
      contentType: types[format],
      contentUrl: urlOf(one, format, noticeUrl),
      name: `${one.name}.${format}`,
    })),
  )

/** The text with links to the tables of which it names only some rows, for clients that show no files. */
export const withTableLinks = (text: string, downloads: readonly Download[], noticeUrl: string): string =>
  [
    text,
    ...downloads
      .filter((d) => d.isLong)
      .map((d) => copy.link(d.name, d.rows, urlOf(d, 'html', noticeUrl), urlOf(d, 'csv', noticeUrl))),
  ].join('\n')

const urlOf = (one: Download, format: 'html' | 'csv', noticeUrl: string): string =>
  // The notice page stands beside the tables, below whatever path the server has.
  noticeUrl.replace(/\/notice$/u, '') + tablePath(one, format)
