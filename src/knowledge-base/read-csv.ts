import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/** Rows of a CSV file with a head, each checked; adds every fault with its line and gives no rows then. */
export function readCsv<T>(folder: string, file: string, row: z.ZodType<T>, faults: string[]): readonly T[] {
  try {
    const text = readFileSync(join(folder, file), 'utf8')
    const rows: unknown = text.includes('"') ? parse(text, HEADED) : plainRows(text)
    const result = z.array(row).safeParse(rows)
    if (result.success) return result.data
    for (const issue of result.error.issues)
      faults.push(`${file}: row ${Number(issue.path[0]) + 2}, ${issue.path.slice(1).join('.')}: ${issue.message}`)
  } catch (error) {
    faults.push(`${file}: cannot be read as CSV: ${error instanceof Error ? error.message : String(error)}`)
  }
  return []
}

const HEADED = { columns: true, bom: true, skip_empty_lines: true } as const

// The regions are 4,500 lines without a quotation mark: the parser would take most of the time in which they are loaded.
function plainRows(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...lines] = text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .map((line) => line.split(','))
  return lines.map((cells) => Object.fromEntries(cells.map((cell, at) => [head[at] ?? `column ${at + 1}`, cell])))
}
