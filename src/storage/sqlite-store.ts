import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { StartError } from '../errors.ts'
import { Conflict, commitTogether } from './commit-together.ts'
import { inTransaction, type SqliteDatabase, type SqliteStatement } from './sqlite-database.ts'
import { type Connect, openSqliteFile, type SqliteFileParts } from './sqlite-file.ts'
import { type Change, closedError, type Expected, readValue, type StateStore, type WriteResult } from './state-store.ts'

/** How long a statement waits for another process that is writing; all of the process waits with it. */
const BUSY_TIMEOUT_MS = 2_000

/** No key that people can write sorts after a prefix and this. */
const LAST = '\u{10ffff}'

/** Keeps state in the file `state.sqlite` of a data folder, which several processes may share. */
export async function openSqliteStore(parts: SqliteFileParts): Promise<StateStore> {
  return createSqliteStore(openSqliteFile(await loadBinding(), parts), parts.clock)
}

/** Loaded only when it is used: the binary costs a start some 15 ms. */
async function loadBinding(): Promise<Connect> {
  const { default: Database } = await import('libsql').catch((error: Error) => {
    const platform = `${process.platform} ${process.arch}`
    throw new StartError(`SQLite cannot be loaded on ${platform} (${error.message}): run npm ci with optional packages`)
  })
  return (path) => new Database(path, { timeout: BUSY_TIMEOUT_MS }) as unknown as SqliteDatabase
}

function createSqliteStore(database: SqliteDatabase, clock: Clock): StateStore {
  const statements = prepareStatements(database)
  const commits = commitTogether((work) => inTransaction(database, work))
  let closed = false

  function read(key: string) {
    const row = statements.read.get(key) as { readonly value: string; readonly revision: string } | undefined
    return row && { value: readValue(row.value), revision: row.revision }
  }

  // One statement for all: what a statement costs is mostly its beginning.
  function readAll(keys: readonly string[]) {
    if (keys.length === 0) return []
    const row = statementFor(keys.length).get(...keys) as Readonly<Record<string, string | null>>
    return keys.map((_, at) => {
      const [value, revision] = [row[`v${at}`], row[`r${at}`]]
      return typeof value === 'string' && typeof revision === 'string'
        ? { value: readValue(value), revision }
        : undefined
    })
  }

  const prepared = new Map<number, SqliteStatement>()
  function statementFor(count: number): SqliteStatement {
    const statement = prepared.get(count) ?? database.prepare(selectAll(count))
    prepared.set(count, statement)
    return statement
  }

  function write(key: string, value: unknown, expected: Expected): WriteResult {
    const row = [JSON.stringify(value), randomUUID(), clock().getTime(), key]
    const { changes } = expected === 'absent' ? statements.insert.run(...row) : statements.replace.run(...row, expected)
    return changes === 1 ? 'stored' : 'conflict'
  }

  function remove(key: string, expected: Expected): WriteResult {
    if (expected === 'absent') return statements.read.get(key) ? 'conflict' : 'stored'
    return statements.deleteAt.run(key, expected).changes === 1 ? 'stored' : 'conflict'
  }

  function change(changes: readonly Change[]): void {
    for (const one of changes) {
      const { key, expected } = one
      const result = 'deleted' in one ? remove(key, expected) : write(key, one.value, expected)
      if (result === 'conflict') throw new Conflict()
    }
  }

  function list(prefix: string) {
    const rows = statements.list.all(prefix, prefix + LAST) as { readonly key: string; readonly saved_at: number }[]
    return rows.map((row) => ({ key: row.key, savedAt: new Date(row.saved_at) }))
  }

  async function whileOpen<T>(work: () => T | Promise<T>): Promise<T> {
    if (closed) throw closedError()
    return work()
  }

  function close(): void {
    if (closed) return
    commits.flush()
    closed = true
    // The binding lets go of the file only when its statements are collected, so the log is emptied here.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
  }

  return {
    read: (key) => whileOpen(() => read(key)),
    readAll: (keys) => whileOpen(() => readAll(keys)),
    write: (key, value, expected) => whileOpen(() => write(key, value, expected)),
    writeAll: (changes) => whileOpen(() => commits.run(() => change(changes))),
    delete: (key) => whileOpen(() => void statements.delete.run(key)),
    list: (prefix) => whileOpen(() => list(prefix)),
    forgetBefore: (prefix, instant) =>
      whileOpen(() => statements.forget.run(prefix, prefix + LAST, instant.getTime()).changes),
    close: async () => close(),
  }
}

/** One row with the values and revisions of so many keys. */
function selectAll(count: number): string {
  const numbers = Array.from({ length: count }, (_, at) => at)
  const columns = numbers.map((at) => `s${at}.value AS v${at}, s${at}.revision AS r${at}`)
  const joins = numbers.map((at) => `LEFT JOIN state s${at} ON s${at}.key = ?`)
  return `SELECT ${columns.join(', ')} FROM (SELECT 1) ${joins.join(' ')}`
}

function prepareStatements(database: SqliteDatabase) {
  return {
    read: database.prepare('SELECT value, revision FROM state WHERE key = ?'),
    insert: database.prepare(
      'INSERT INTO state (value, revision, saved_at, key) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING',
    ),
    replace: database.prepare('UPDATE state SET value = ?, revision = ?, saved_at = ? WHERE key = ? AND revision = ?'),
    delete: database.prepare('DELETE FROM state WHERE key = ?'),
    deleteAt: database.prepare('DELETE FROM state WHERE key = ? AND revision = ?'),
    list: database.prepare('SELECT key, saved_at FROM state WHERE key >= ? AND key < ?'),
    forget: database.prepare('DELETE FROM state WHERE key >= ? AND key < ? AND saved_at < ?'),
  }
}
