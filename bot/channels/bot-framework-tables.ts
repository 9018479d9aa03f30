import type { Attachment } from 'botbuilder'
import type { Download } from '../../src/domain/answer.ts'
import { TABLE_FORMATS, tablePath } from '../tables/table-address.ts'

const types = { html: 'text/html', csv: 'text/csv' } as const

/** The tables of an answer as files that a client can open: to look at, and as CSV. */
export const toTableAttachments = (downloads: readonly Download[], baseUrl: string): Attachment[] =>
  downloads.flatMap((one) =>
    TABLE_FORMATS.map((format) => ({
      contentType: types[format],
      contentUrl: baseUrl + tablePath(one, format),
      name: `${one.name}.${format}`,
    })),
  )
