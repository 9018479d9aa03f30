/** The part of a SQLite binding that the driver uses; errors carry SQLite's name of them in `code`. */
export interface SqliteDatabase {
  exec(sql: string): unknown
  prepare(sql: string): SqliteStatement
  close(): unknown
}

/** A prepared statement; it starts afresh with every call. */
export interface SqliteStatement {
  get(...parameters: readonly unknown[]): unknown
  all(...parameters: readonly unknown[]): unknown[]
  run(...parameters: readonly unknown[]): { readonly changes: number }
}

/** Runs `work` in one transaction that holds the right to write from its beginning; what it throws undoes all of it. */
export function inTransaction<T>(database: SqliteDatabase, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    rollBack(database)
    throw error
  }
}

/** A full disk may already have undone the transaction; then the first error is the one to tell. */
function rollBack(database: SqliteDatabase): void {
  try {
    database.exec('ROLLBACK')
  } catch {}
}
