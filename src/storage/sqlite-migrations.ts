import { inTransaction, type SqliteDatabase } from './sqlite-database.ts'

/** Step n brings a file from schema version n to n + 1. Append only: files out there have run the earlier ones. */
const migrations: readonly string[] = [
  `CREATE TABLE state (
     key TEXT PRIMARY KEY,
     value TEXT NOT NULL,
     revision TEXT NOT NULL,
     saved_at INTEGER NOT NULL
   )`,
]

/** Brings the file to the schema of this program; `newer` when a later version of the program has written it. */
export function migrate(database: SqliteDatabase): 'ready' | 'newer' {
  return inTransaction(database, () => {
    // Read within the transaction: of two processes that start together one migrates and the other finds it done.
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
    if (version > migrations.length) return 'newer'
    for (const sql of migrations.slice(version)) database.exec(sql)
    if (version < migrations.length) database.exec(`PRAGMA user_version = ${migrations.length}`)
    return 'ready'
  })
}
