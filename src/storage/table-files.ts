import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { monotonicMs } from '../clock.ts'
import type { RegionCode } from '../domain/region.ts'
import type { AttachmentTable, QuotaKey, TableId, Tables } from '../domain/table.ts'
import type { Logger } from '../logger.ts'

const Row = z.strictObject({
  line: z.number().int(),
  code: z.string().regex(/^\d{6}$/),
  name: z.string(),
  category: z.string().optional(),
  values: z.record(z.string(), z.number().int().nonnegative()).optional(),
  source: z.string().optional(),
})
const File = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  rows: z.array(Row),
  complete: z.boolean(),
  total: z.number().int().optional(),
  manifest: z.strictObject({
    file: z.string(),
    sha256: z.string(),
    source: z.string(),
    date: z.string(),
    checkedBy: z.string(),
  }),
})

/** Where the tables of a notice are kept that an operator has loaded. */
export const tableFolder = (dataDir: string, notice: string): string => join(dataDir, 'attachments', notice)

/** Writes a table so that a reader finds the old one or the new one, whole. */
export function writeTable(folder: string, table: AttachmentTable): void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${table.id}.json`)
  const draft = `${path}.${process.pid}.tmp`
  const file = openSync(draft, 'w')
  try {
    writeFileSync(file, JSON.stringify({ version: 1, ...table }, undefined, 1))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Reads a table; undefined where none is kept. Throws on a file that is none of ours, or that names an unknown region. */
export function readTable(
  folder: string,
  id: TableId,
  isRegion: (code: RegionCode) => boolean,
): AttachmentTable | undefined {
  const path = join(folder, `${id}.json`)
  if (!statSync(path, { throwIfNoEntry: false })) return undefined
  const { version: _, ...table } = File.parse(JSON.parse(readFileSync(path, 'utf8')))
  const unknown = table.rows.find((r) => !isRegion(r.code))
  if (table.id !== id || unknown) throw new Error(`${path}: ${unknown ? `unknown region ${unknown.code}` : table.id}`)
  return { ...table, rows: table.rows.map((r) => ({ ...r, values: r.values as Record<QuotaKey, number> | undefined })) }
}

/** Which tables to look for, and what a row may name. */
export interface Watch {
  readonly ids: readonly TableId[]
  readonly isRegion: (code: RegionCode) => boolean
  readonly logger: Logger
}

const LOOK_EVERY_MS = 100

/** The tables that are loaded, in the place of a pack's own; a file that changed is read again, one that is broken leaves the last good table. */
export function watchTables(folder: string, own: Tables, { ids, isRegion, logger }: Watch): () => Tables {
  const seen = new Map<TableId, string>()
  const loaded = new Map<TableId, AttachmentTable>()
  let tables = own
  let folderStamp = ''
  let lookedMs = Number.NEGATIVE_INFINITY
  return () => {
    if (!maySeeChange()) return tables
    const changed = ids.filter((id) => refresh(id))
    if (changed.length > 0) tables = new Map([...own, ...loaded])
    return tables
  }

  // Asked in every turn: a table that is put in place changes its folder; for one that is edited there, a blink of delay will do.
  function maySeeChange(): boolean {
    const stats = statSync(folder, { throwIfNoEntry: false })
    const stamp = stats ? `${stats.mtimeMs} ${stats.ino}` : ''
    const nowMs = monotonicMs()
    if (stamp === folderStamp && nowMs - lookedMs < LOOK_EVERY_MS) return false
    folderStamp = stamp
    lookedMs = nowMs
    return true
  }

  function refresh(id: TableId): boolean {
    const stats = statSync(join(folder, `${id}.json`), { throwIfNoEntry: false })
    const stamp = stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : ''
    if (stamp === (seen.get(id) ?? '')) return false
    seen.set(id, stamp)
    try {
      const table = readTable(folder, id, isRegion)
      if (table) loaded.set(id, table)
      else loaded.delete(id)
      logger.info({ table: id, rows: table?.rows.length ?? 0 }, 'table loaded')
      return true
    } catch (err) {
      logger.warn({ err, table: id, folder }, 'a loaded table is broken: the last good one stays; run attach again')
      return false
    }
  }
}
