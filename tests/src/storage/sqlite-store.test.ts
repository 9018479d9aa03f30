import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../../src/errors.ts'
import { createLogger } from '../../../src/logger.ts'
import type { SqliteDatabase } from '../../../src/storage/sqlite-database.ts'
import { openSqliteStore } from '../../../src/storage/sqlite-store.ts'
import { describeStateStore } from '../../contracts/state-store.contract.ts'
import { bundle } from '../../support/bundle.ts'
import { makeDataDir } from '../../support/data-dir.ts'
import { run } from '../../support/run-process.ts'

const NOW = new Date('2001-02-03T02:00:00Z')
const Database = createRequire(import.meta.url)('libsql') as new (path: string, options?: object) => SqliteDatabase
const folders: { remove(): void }[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

function folder(): string {
  const made = makeDataDir()
  folders.push(made)
  return made.dataDir
}

const fileIn = (dataDir: string) => join(dataDir, 'state.sqlite')

async function open(dataDir: string, broken: 'set-aside' | 'refuse' = 'set-aside') {
  const log: string[] = []
  const logger = createLogger('warn', (line) => log.push(line))
  const store = await openSqliteStore({ dataDir, clock: () => NOW, logger, broken })
  return { store, log }
}

async function faultOf(opening: Promise<unknown>) {
  const error = await opening.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ConfigurationError)
  const [fault, ...others] = (error as ConfigurationError).faults
  expect([fault?.setting, others]).toEqual(['DATA_DIR', []])
  return `${fault?.problem} → ${fault?.remedy}`
}

describeStateStore('the SQLite driver', async (clock) =>
  openSqliteStore({ dataDir: folder(), clock, logger: createLogger('warn'), broken: 'refuse' }),
)

describe('the file of the SQLite driver', () => {
  it('is found again with all that was written', async () => {
    const dataDir = folder()
    const first = await open(dataDir)
    await first.store.write('k', '值', 'absent')
    const stored = await first.store.read('k')
    await first.store.close()
    const second = await open(dataDir)
    expect(await second.store.read('k')).toEqual(stored)
    await second.store.close()
  })

  it('is made with its folder, for no other user to read', async () => {
    const dataDir = join(folder(), 'new', 'deeper')
    const { store } = await open(dataDir)
    expect([statSync(dataDir).mode & 0o777, statSync(fileIn(dataDir)).mode & 0o777]).toEqual([0o700, 0o600])
    await store.close()
  })

  it('leaves nothing behind of what was deleted', async () => {
    const dataDir = folder()
    const { store } = await open(dataDir)
    for (let n = 0; n < 50; n += 1) await store.write(`k${n}`, `secret-${n} ${'x'.repeat(n * 40)}`, 'absent')
    expect(readAll(dataDir)).toContain('secret-49')
    for (let n = 0; n < 50; n += 1) await store.delete(`k${n}`)
    await store.close()
    expect(readAll(dataDir)).not.toContain('secret')
  })

  it('may hold what somebody else wrote, which is read as text', async () => {
    const dataDir = folder()
    const { store } = await open(dataDir)
    await store.write('k', 1, 'absent')
    const other = new Database(fileIn(dataDir))
    other.exec(`UPDATE state SET value = '{"half":'`)
    other.close()
    expect((await store.read('k'))?.value).toBe('{"half":')
    await store.close()
  })
})

describe('two stores of one process on one file', () => {
  it('keep their locks, so that a third process leaves the log of changes to them', async () => {
    const dataDir = folder()
    const entry = await bundle('tests/support/counting-process.ts')
    const [one, two] = [await open(dataDir), await open(dataDir)]
    await one.store.write('k', 1, 'absent')
    expect((await run(entry.file, [dataDir, '1'])).out.trim()).toBe('stored')
    await two.store.write('late', 1, 'absent')
    expect((await run(entry.file, [dataDir, '1'])).out.trim()).toBe('conflict')
    expect((await one.store.list('')).map(({ key }) => key).sort()).toEqual(['first', 'k', 'late', 'one', 'two'])
    expect((await two.store.read('one'))?.value).toBe(2)
    await Promise.all([one, two].map(({ store }) => store.close()))
    entry.remove()
  })
})

describe('a state file that is broken', () => {
  it.each([
    ['no database', () => Buffer.from('this was never a database '.repeat(200))],
    ['cut off', (good: Buffer) => good.subarray(0, 5_000)],
    ['overwritten in the middle', (good: Buffer) => Buffer.from(good).fill(0x41, 4_096, 40_960)],
  ])('because it is %s is set aside whole, reported, and a fresh one begun', async (_name, breakIt) => {
    const dataDir = folder()
    const good = await open(dataDir)
    for (let n = 0; n < 50; n += 1) await good.store.write(`secret-${n}`, 'x'.repeat(1_000), 'absent')
    await good.store.close()
    const broken = breakIt(readFileSync(fileIn(dataDir)))
    writeFileSync(fileIn(dataDir), broken)

    const { store, log } = await open(dataDir)
    expect(await store.list('')).toEqual([])
    expect(await store.write('k', 1, 'absent')).toBe('stored')
    await store.close()
    const kept = join(dataDir, 'state.sqlite.broken-2001-02-03T02-00-00.000Z')
    expect(readFileSync(kept).equals(broken)).toBe(true)
    expect(log).toHaveLength(1)
    expect(JSON.parse(log[0]!)).toMatchObject({ kept, code: expect.stringMatching(/^SQLITE_(NOTADB|CORRUPT)/) })
    expect(log[0]).toMatch(/restore a backup/)
    expect(log[0]).not.toContain('secret')
  })

  it('is left where it is when the caller may not replace it', async () => {
    const dataDir = folder()
    writeFileSync(fileIn(dataDir), 'this was never a database '.repeat(200))
    expect(await faultOf(open(dataDir, 'refuse'))).toMatch(/broken.*start the server/)
    expect(readdirSync(dataDir)).toEqual(['state.sqlite'])
  })
})

describe('a data folder that cannot be used', () => {
  it('is named when a file stands in its place', async () => {
    const dataDir = join(folder(), 'file')
    writeFileSync(dataDir, '')
    expect(await faultOf(open(dataDir))).toMatch(/cannot be written to \((EEXIST|ENOTDIR)\) → give the process/)
  })

  it.runIf(existsSync('/proc/self'))('is named when nothing can be made in it', async () => {
    expect(await faultOf(open('/proc'))).toMatch(/\/proc cannot be written to/)
  })

  it('is named when the file is a folder', async () => {
    const dataDir = folder()
    mkdirSync(fileIn(dataDir))
    expect(await faultOf(open(dataDir))).toMatch(/cannot be written to \(SQLITE_CANTOPEN\)/)
  })

  it('is named when another process holds the file for itself', async () => {
    const dataDir = folder()
    await (await open(dataDir)).store.close()
    const other = new Database(fileIn(dataDir))
    other.exec('BEGIN EXCLUSIVE')
    expect(await faultOf(open(dataDir))).toMatch(/locked by another process → end the program/)
    other.exec('ROLLBACK')
  })

  it('is named when a newer version of the program wrote the file, which stays as it is', async () => {
    const dataDir = folder()
    await (await open(dataDir)).store.close()
    const other = new Database(fileIn(dataDir))
    other.exec('PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)')
    other.close()
    expect(await faultOf(open(dataDir))).toMatch(/newer version.*update the program/)
    expect(readdirSync(dataDir).filter((name) => name.includes('broken'))).toEqual([])
  })
})

describe('several processes on one file', () => {
  const TIMES = 150
  let entry: Awaited<ReturnType<typeof bundle>>
  beforeAll(async () => {
    entry = await bundle('tests/support/counting-process.ts')
  })
  afterAll(() => entry.remove())

  async function count(dataDir: string) {
    const { out, errors, code } = await run(entry.file, [dataDir, String(TIMES)])
    expect([errors, code]).toEqual(['', 0])
    return out.trim()
  }

  it('open it together, have one winner at a key, and lose no change', async () => {
    const dataDir = folder()
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => count(dataDir)))
    expect(outcomes.sort()).toEqual(['conflict', 'conflict', 'conflict', 'stored'])
    const { store } = await open(dataDir)
    const values = await Promise.all(['one', 'two'].map(async (key) => (await store.read(key))?.value))
    expect(values).toEqual([4 * TIMES, 4 * TIMES])
    await store.close()
  })
})

const readAll = (dataDir: string) =>
  readdirSync(dataDir)
    .map((name) => readFileSync(join(dataDir, name), 'latin1'))
    .join('')
