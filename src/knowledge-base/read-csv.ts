import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/** Rows of a CSV file with a head, each checked; adds every fault with its line and gives no rows then. */
export function readCsv<T>(folder: string, file: string, row: z.ZodType<T>, faults: string[]): readonly T[] {
  try {
    const rows: unknown = parse(readFileSync(join(folder, file)), { columns: true, bom: true, skip_empty_lines: true })
    const result = z.array(row).safeParse(rows)
    if (result.success) return result.data
    for (const issue of result.error.issues)
      faults.push(`${file}: row ${Number(issue.path[0]) + 2}, ${issue.path.slice(1).join('.')}: ${issue.message}`)
  } catch (error) {
    faults.push(`${file}: cannot be read as CSV: ${error instanceof Error ? error.message : String(error)}`)
  }
  return []
}
