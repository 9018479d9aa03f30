import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../src/logger.ts'
import { openSqliteStore } from '../../src/storage/sqlite-store.ts'
import type { StateStore } from '../../src/storage/state-store.ts'
import { bundle } from '../support/bundle.ts'
import { makeDataDir } from '../support/data-dir.ts'
import { run } from '../support/run-process.ts'
import { startTestServer } from '../support/test-server.ts'
import { ask, message } from '../support/wire.ts'

let exporting: Awaited<ReturnType<typeof bundle>>
let deleting: Awaited<ReturnType<typeof bundle>>
let server: Awaited<ReturnType<typeof startTestServer>>
let store: StateStore
const { dataDir, remove } = makeDataDir()
const clock = () => new Date('2001-02-03T02:00:00Z')
const others = [
  'user:test|another',
  'user:other|anna',
  'reminder:test|annabel|1',
  'reference:test|an',
  'set-aside:2001-02-03T02:00:00.000Z:user:test|another',
]

beforeAll(async () => {
  exporting = await bundle('bot/data-export.ts')
  deleting = await bundle('bot/data-delete.ts')
  server = await startTestServer({}, { DATA_DIR: dataDir })
  store = await openSqliteStore({ dataDir, clock, logger: createLogger('warn'), broken: 'refuse' })
  for (const key of others) await store.write(key, { version: 1 }, 'absent')
})
afterAll(async () => {
  await store.close()
  await server.stop(1_000)
  for (const made of [exporting, deleting]) made.remove()
  remove()
})

let sequence = 0
let own: readonly string[] = []

/** Anna talks alone and in a group, where another answers; and has records of other kinds. */
beforeEach(async () => {
  sequence += 1
  const ids = { alone: `a1-${sequence}`, group: `a2-${sequence}` }
  own = [...records, `answer:test|alone|${ids.alone}`, `answer:test|g|${ids.group}`]
  for (const key of await keys()) if (/^(answer|conversation|welcome):/.test(key)) await store.delete(key)
  const anna = { from: { id: 'anna' } }
  await ask(server.url, message('安娜的秘密', { ...anna, id: ids.alone, conversation: { id: 'alone' } }))
  await ask(server.url, message('大家好', { ...anna, id: ids.group, conversation: { id: 'g' } }))
  await ask(server.url, message('你好', { from: { id: 'another' }, conversation: { id: 'g' } }))
  await ask(server.url, message('我', { from: { id: 'another' }, conversation: { id: 'elsewhere' } }))
  const joined = { type: 'conversationUpdate', membersAdded: [{ id: 'anna' }], conversation: { id: 'g' } }
  await ask(server.url, message(undefined, joined))
  for (const key of records.slice(-4)) await store.write(key, { version: 1, walks: [], reminders: [] }, 'absent')
})

const records = [
  'conversation:test|alone',
  'conversation:test|g',
  'welcome:test|g|anna',
  'reference:test|anna',
  'reminder:test|anna|1',
  'set-aside:2001-02-03T02:00:00.000Z:user:test|anna',
  'user:test|anna',
]

const keys = async () => (await store.list('')).map(({ key }) => key)

describe('npm run data:export', () => {
  it('prints all records of a person as JSON, while the server runs, and none of others', async () => {
    const { out, errors, code } = await run(exporting.file, ['--user', 'test|anna', '--data', dataDir])
    expect([errors, code]).toEqual(['', 0])
    const exported = JSON.parse(out) as { user: string; records: { key: string; savedAt: string }[] }
    expect(exported.user).toBe('test|anna')
    expect(exported.records.map(({ key }) => key)).toEqual([...own].sort())
    expect(exported.records.find(({ key }) => key === 'user:test|anna')).toEqual({
      key: 'user:test|anna',
      savedAt: clock().toISOString(),
      value: { version: 1, walks: [], reminders: [] },
    })
    expect(out).toContain('安娜的秘密')
    expect(out).not.toContain('你好')
  })

  it('takes DATA_DIR when no folder is named', async () => {
    const { out } = await run(exporting.file, ['--user', 'test|anna'], '', { DATA_DIR: dataDir })
    expect(JSON.parse(out).records).toHaveLength(own.length)
  })

  it.each(['test|nobody', 'TEST|anna', 'test|ann'])('says that it knows nothing of %s', async (user) => {
    const { out, errors, code } = await run(exporting.file, ['--user', user, '--data', dataDir])
    expect([out, code]).toEqual(['', 1])
    expect(errors).toContain(`没有 ${user} 的记录`)
  })

  it('says that a folder holds no state, and makes none', async () => {
    const elsewhere = join(dataDir, 'elsewhere')
    const { errors, code } = await run(exporting.file, ['--user', 'test|anna', '--data', elsewhere])
    expect(code).toBe(1)
    expect(errors).toContain(`${elsewhere} 里没有保存任何对话`)
    expect(readdirSync(dataDir)).not.toContain('elsewhere')
  })
})

describe.each([
  ['data:export', () => exporting.file],
  ['data:delete', () => deleting.file],
])('npm run %s', (name, file) => {
  it.each([
    [[], '请用 --user 写明'],
    [['--user', 'anna'], '“anna”不是用户'],
    [['--user', 'test|'], '不是用户'],
    [['--user'], '选项缺少取值'],
    [['--nonsense', '--user', 'test|anna'], '不认识的选项'],
    [['test|anna'], '不认识的选项'],
  ])('says in Chinese what is wrong with %j', async (args, words) => {
    const { out, errors, code } = await run(file(), [...args, '--data', dataDir])
    expect([out, code]).toEqual(['', 2])
    expect(errors).toContain(words)
    expect(errors).toContain(`用法：npm run ${name}`)
  })
})

describe('npm run data:delete', () => {
  it('deletes nothing until it is confirmed', async () => {
    const before = await keys()
    const { out, errors, code } = await run(deleting.file, ['--user', 'test|anna', '--data', dataDir])
    expect([out, code]).toEqual(['', 2])
    expect(errors).toMatch(/9条记录.*--yes/)
    expect(await keys()).toEqual(before)
  })

  it('deletes all records of a person and only those, down to the bytes', async () => {
    const before = await keys()
    const { out, errors, code } = await run(deleting.file, ['--user', 'test|anna', '--yes', '--data', dataDir])
    expect([errors, code]).toEqual(['', 0])
    expect(out).toContain('已删除 test|anna 的9条记录')
    expect((await keys()).sort()).toEqual(before.filter((key) => !own.includes(key)).sort())
    // Read by another process: a file that this one closes loses the locks of its store.
    const files = readdirSync(dataDir).map((name) => join(dataDir, name))
    expect(execFileSync('cat', files, { encoding: 'utf8' })).not.toContain('安娜的秘密')
    const again = await run(deleting.file, ['--user', 'test|anna', '--yes', '--data', dataDir])
    expect([again.code, again.errors]).toEqual([1, expect.stringContaining('没有 test|anna 的记录')])
  })

  it('lets the person begin afresh with the server that runs on', async () => {
    await run(deleting.file, ['--user', 'test|anna', '--yes', '--data', dataDir])
    const [reply] = await ask(server.url, message('再来', { from: { id: 'anna' }, conversation: { id: 'alone' } }))
    expect(reply?.text).toMatch(/^第1轮.*再来$/)
  })

  it('names broken files that were kept', async () => {
    writeFileSync(join(dataDir, 'state.sqlite.broken-2001'), '')
    const { out } = await run(deleting.file, ['--user', 'test|anna', '--yes', '--data', dataDir])
    expect(out).toContain('state.sqlite.broken-2001')
  })
})

describe('odd ids of a channel', () => {
  it.each(['29:1-ab_c%7c', 'a|b', '😀 张三', 'a\u0000b', '\ud800x'])('are found again: %j', async (id) => {
    const person = { from: { id }, conversation: { id } }
    await ask(server.url, message('一', person))
    // What an argument of a process cannot hold is found by the others of its records only.
    if (!/[\0\ud800]/.test(id)) {
      const { out } = await run(exporting.file, ['--user', `test|${id}`, '--data', dataDir])
      expect(JSON.parse(out).records).toHaveLength(2)
    }
    const [reply] = await ask(server.url, message('二', person))
    expect(reply?.text).toMatch(/^第2轮/)
  })
})
