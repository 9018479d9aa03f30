import type { AttachmentTable } from '../../src/domain/table.ts'
import { writeTable } from '../../src/storage/table-files.ts'

/** Writes two tables in turn, as fast as it can: folder, the tables as JSON, how often. Run as a process of its own. */
const [folder = '', tables = '[]', times = '0'] = process.argv.slice(2)
const pair: readonly AttachmentTable[] = JSON.parse(tables)
for (let at = 0; at < Number(times); at += 1) {
  const table = pair[at % pair.length]
  if (table) writeTable(folder, table)
}
