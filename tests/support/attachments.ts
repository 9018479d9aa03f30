import { foldersOf } from '../../src/assembly.ts'
import type { OpenedFile } from '../../src/ingestion/attachments/open-file.ts'
import { readAttachment } from '../../src/ingestion/attachments/read-attachment.ts'
import { loadPack } from '../../src/knowledge-base/load-pack.ts'
import { loadRegions } from '../../src/knowledge-base/load-regions.ts'
import type { ExpectedRow } from '../fixtures/attachments/layout.ts'

const folders = foldersOf()
const pack = loadPack(folders)
const regions = loadRegions(folders.regions)

/** Reads a file as one of the pack's tables. */
export async function readAs(table: string, file: OpenedFile) {
  const spec = pack.tables.find((t) => t.id === table)
  if (!spec) throw new Error(`no table ${table}`)
  return readAttachment(file, spec, pack, regions)
}

/** A file that is only in memory. */
export const inMemory = (ending: OpenedFile['ending'], content: string | Buffer): OpenedFile => ({
  name: `file.${ending}`,
  ending,
  bytes: Buffer.from(content),
  sha256: '',
})

/** What was read, as a layout expects it, by code. */
export const rowsRead = ({ resolved }: Awaited<ReturnType<typeof readAs>>): ExpectedRow[] =>
  byCode(
    resolved.map(({ row: { code, category, values } }) => ({
      code,
      ...(category !== undefined && { category }),
      ...(values && { values }),
    })),
  )

export const byCode = (rows: readonly ExpectedRow[]): ExpectedRow[] =>
  [...rows].sort((a, b) => a.code.localeCompare(b.code))
