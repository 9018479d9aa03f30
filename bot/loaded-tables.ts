import type { AssistantOptions } from '../src/assembly.ts'
import type { Logger } from '../src/logger.ts'
import { tableFolder, watchTables } from '../src/storage/table-files.ts'

/** Where the assistant finds the tables that an operator loaded with `attach`, as they are at each turn. */
export function loadedTables(dataDir: string, logger: Logger): NonNullable<AssistantOptions['tables']> {
  return (own, pack, regions) => {
    const codes = new Set(regions.all.map((r) => r.code))
    const ids = pack.tables.map((t) => t.id)
    return watchTables(tableFolder(dataDir, pack.id), own, { ids, isRegion: (code) => codes.has(code), logger })
  }
}
