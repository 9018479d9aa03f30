import { AttachmentError } from './attachment-error.ts'
import { type Block, cell } from './block.ts'
import type { OpenedFile } from './open-file.ts'

/** The lines of a text file as one table, in whichever Chinese encoding and with whichever separator it was written. Throws `AttachmentError`. */
export async function readCsvFile({ bytes, name }: OpenedFile): Promise<readonly Block[]> {
  const text = decode(bytes)
  const { parse } = await import('csv-parse/sync')
  try {
    const records = parse(text, {
      delimiter: separatorOf(text),
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
    return [{ is: 'table', rows: records.map(({ record, info }) => ({ line: info.lines, cells: record.map(cell) })) }]
  } catch (cause) {
    throw new AttachmentError('damaged', `${name} 不是完整的 CSV：${(cause as Error).message}。请重新导出再试。`, {
      cause,
    })
  }
}

/** Text of bytes in UTF-8, UTF-16 or GB 18030, whichever they are. */
export function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const SEPARATORS = [',', '\t', ';', '|', '，']

// The one that stands in most lines.
function separatorOf(text: string): string {
  const lines = text.split(/\r?\n/u).slice(0, 200)
  const uses = SEPARATORS.map((s) => ({ s, lines: lines.filter((l) => l.includes(s)).length }))
  return uses.reduce((best, one) => (one.lines > best.lines ? one : best)).s
}
