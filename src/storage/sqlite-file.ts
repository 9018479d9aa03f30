import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Clock } from '../clock.ts'
import { ConfigurationError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import type { SqliteDatabase } from './sqlite-database.ts'
import { migrate } from './sqlite-migrations.ts'

/** Opens a database file with the binding. */
export type Connect = (path: string) => SqliteDatabase

/** Where the state is, who is told of a broken file, and whether one is set aside for a fresh one or refused. */
export interface SqliteFileParts {
  readonly dataDir: string
  readonly clock: Clock
  readonly logger: Logger
  readonly broken: 'set-aside' | 'refuse'
}

// WAL: readers do not wait for the writer. NORMAL: a commit is safe from the end of the process, kill -9 included; the last
// ones may go with the machine's power, the file stays whole; FULL would wait for the disk in every turn.
// wal_autocheckpoint, in pages of 4 KiB: a conversation's page is written again with every turn, and copied into the file once.
// secure_delete: what a person had deleted is overwritten in the file, not only unlinked.
const PRAGMAS =
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000; PRAGMA secure_delete = ON;'

const BROKEN = '.broken-'

/** The file that holds the state in a data folder. */
export function stateFile(dataDir: string): string {
  return join(dataDir, 'state.sqlite')
}

/** Files of a data folder that were set aside because they were broken; they may still hold what people wrote. */
export function brokenFiles(dataDir: string): readonly string[] {
  const start = `${basename(stateFile(dataDir))}${BROKEN}`
  return readdirSync(dataDir).filter((name) => name.startsWith(start))
}

/** Opens the state of a data folder, ready to use; throws a ConfigurationError for what the operator has to mend. */
export function openSqliteFile(connect: Connect, parts: SqliteFileParts): SqliteDatabase {
  const path = stateFile(parts.dataDir)
  createFile(parts.dataDir, path)
  try {
    return prepareFile(connect, path)
  } catch (error) {
    if (!isBroken(error)) throw explain(error, parts.dataDir)
    if (parts.broken === 'refuse') throw fault(`${path} is broken`, 'start the server once: it sets the file aside')
    setAside(path, error, parts)
    return openSqliteFile(connect, { ...parts, broken: 'refuse' })
  }
}

/** Other users of the machine may not read what people wrote. Nothing happens to what is there. */
function createFile(dataDir: string, path: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    // A file in use is never opened beside SQLite: closing it would let go of all locks that the process has on it.
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
    accessSync(path, constants.W_OK)
  } catch (error) {
    throw explain(error, dataDir)
  }
}

function prepareFile(connect: Connect, path: string): SqliteDatabase {
  const database = connect(path)
  try {
    checkAndMigrate(database, path)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function checkAndMigrate(database: SqliteDatabase, path: string): void {
  database.exec(PRAGMAS)
  const check = database.prepare('PRAGMA quick_check(1)').get() as { readonly quick_check: string }
  if (check.quick_check !== 'ok') throw Object.assign(new Error(check.quick_check), { code: 'SQLITE_CORRUPT' })
  if (migrate(database) === 'newer')
    throw fault(`${path} was written by a newer version of the program`, 'update the program, or name another folder')
}

function isBroken(error: unknown): boolean {
  return /^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error))
}

/** The log of changes belongs to its file: left behind it would be replayed into the fresh one. */
function setAside(path: string, error: unknown, { clock, logger }: SqliteFileParts): void {
  const stamp = clock().toISOString().replaceAll(':', '-')
  const kept = path + BROKEN + stamp
  for (const end of ['', '-wal', '-shm']) if (existsSync(path + end)) renameSync(path + end, kept + end)
  logger.error(
    { code: codeOf(error), file: path, kept },
    'the state file was broken: it was set aside and a fresh one begun; restore a backup over it while the server is stopped, or salvage the kept file with “sqlite3 FILE .recover”',
  )
}

/** The setting to mend, for what the system or SQLite refuses; anything else is passed on. */
function explain(error: unknown, dataDir: string): unknown {
  const code = codeOf(error)
  if (/^SQLITE_BUSY/.test(code))
    return fault(
      `the state in ${dataDir} is locked by another process`,
      'end the program that holds state.sqlite open (a backup, a database browser), or name another folder',
    )
  if (error instanceof ConfigurationError || code === '') return error
  return fault(
    `the folder ${dataDir} cannot be written to (${code})`,
    'give the process the right to write there, free some space on the disk, or name another folder',
  )
}

function fault(problem: string, remedy: string): ConfigurationError {
  return new ConfigurationError([{ setting: 'DATA_DIR', problem, remedy }])
}

function codeOf(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown }
  if (typeof code === 'string' && code !== '') return code
  // The binding gives no code for a file that it cannot open.
  return /^ConnectionFailed\b/.test(String(message)) ? 'SQLITE_CANTOPEN' : ''
}
