import { writeFileSync } from 'node:fs'
import type { Answer } from '../../src/domain/answer.ts'
import { zhCn } from '../copy/zh-cn.ts'
import { toCsv } from '../tables/render-table-csv.ts'
import type { Session } from './command-line-session.ts'

const copy = zhCn.commandLine

/** Saves the list of an answer as a CSV file, never over another file; says on standard error what it did. */
export async function saveTable(
  file: string,
  { downloads = [] }: Answer,
  { sheet }: Pick<Session, 'sheet'>,
): Promise<void> {
  const [one, ...others] = downloads
  const rows = one && sheet(one.table, one.within)
  if (!one || !rows) return refuse(copy.noTable)
  if (others.length > 0) return refuse(copy.manyTables)
  try {
    writeFileSync(file, await toCsv(rows), { flag: 'wx' })
    console.error(copy.saved(one.name, one.rows, file))
  } catch {
    refuse(copy.cannotSave(file))
  }
}

function refuse(problem: string): void {
  console.error(problem)
  process.exitCode = 1
}
