import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Gazetteer } from '../domain/gazetteer.ts'
import type { AttachmentTable, TableSpec, Tables } from '../domain/table.ts'
import { PackFaults } from './pack-faults.ts'
import { readCsv } from './read-csv.ts'
import { ListRow } from './region-schemas.ts'

/** The rows that a pack brings for its tables (`attachments/<id>.csv`). A table is complete when it has as many rows as its source states. Throws `PackFaults`. */
export function loadTables(folder: string, specs: readonly TableSpec[], regions: Gazetteer): Tables {
  const faults: string[] = []
  const tables = specs.flatMap((spec): readonly AttachmentTable[] => {
    const file = join('attachments', `${spec.id}.csv`)
    if (!existsSync(join(folder, file))) return []
    const rows = readCsv(folder, file, ListRow, faults)
    for (const { code, name } of rows)
      if (!regions.all.some((r) => r.code === code)) faults.push(`${file}: ${code} ${name} is no region`)
    return [
      {
        id: spec.id,
        rows: rows.map(({ code, name, category, source }, at) => ({
          line: at + 2,
          code,
          name,
          source,
          ...(category !== '' && { category }),
        })),
        complete: rows.length === spec.total,
        total: spec.total,
      },
    ]
  })
  if (faults.length > 0) throw new PackFaults(folder, faults)
  return new Map(tables.map((t) => [t.id, t]))
}
