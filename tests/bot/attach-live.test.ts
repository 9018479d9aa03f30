import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadedTables } from '../../bot/loaded-tables.ts'
import { start } from '../../bot/start.ts'
import { assemble } from '../../src/assembly.ts'
import { loadConfig } from '../../src/config.ts'
import type { AttachmentTable } from '../../src/domain/table.ts'
import { createLogger } from '../../src/logger.ts'
import { tableFolder, writeTable } from '../../src/storage/table-files.ts'
import { bundle } from '../support/bundle.ts'
import { ask, message } from '../support/wire.ts'

const data = mkdtempSync(join(tmpdir(), 'attach-live-'))
const folder = tableFolder(data, 'cnipa-2023-582')
const logged: string[] = []
let server: Awaited<ReturnType<typeof start>>
beforeAll(async () => {
  const config = loadConfig({ PORT: '0', DATA_DIR: data, BOT_NOW: '2023-07-25T09:00:00+08:00' })
  const logger = createLogger('warn', (line) => logged.push(line))
  const tables = loadedTables(data, logger)
  const assistant = await assemble({
    notice: 'cnipa-2023-582',
    tables,
    onRefusal: (f) => logged.push(JSON.stringify(f)),
  })
  server = await start({ config, assistant, logger })
})
afterAll(async () => {
  await server.stop(1_000)
  rmSync(data, { recursive: true, force: true })
})

async function answerTo(question: string) {
  const [activity] = await ask(server.url, message(question))
  const { outcome } = (activity?.channelData ?? {}) as { outcome?: string }
  return { text: activity?.text ?? '', outcome, attachments: activity?.attachments ?? [] }
}

async function attach(table: string, file: string): Promise<void> {
  const entry = await bundle('bot/attach.ts')
  const child = spawn(process.execPath, [entry.file, '--table', table, '--source', '某局来函', file], {
    env: { ...process.env, DATA_DIR: data },
    stdio: 'ignore',
  })
  const [code] = await once(child, 'exit')
  entry.remove()
  expect(code).toBe(0)
}

const listOf = (...rows: readonly (readonly [string, string])[]): AttachmentTable => ({
  id: 'pilot-cities',
  rows: rows.map(([code, name], at) => ({ line: at + 1, code, name })),
  complete: true,
  total: rows.length,
  manifest: { file: 'x.csv', sha256: '0'.repeat(64), source: '某局来函', date: '2023-07-25', checkedBy: '李四' },
})
const withJiaxing = listOf(['330400', '嘉兴市'], ['330300', '温州市'])
const without = listOf(['330300', '温州市'])

describe('a running server', { timeout: 60_000 }, () => {
  it('answers from a list as soon as it is attached', async () => {
    expect((await answerTo('附件1里有没有嘉兴市')).outcome).toBe('no_data')
    await attach('pilot-cities', 'tests/fixtures/attachments/city-merged-province.docx')
    const after = await answerTo('附件1里有没有金华市')
    expect(after.outcome).toBe('answered')
    expect(after.text).toContain('附件1（试点城市名单）的72个已全部载入，没有金华市')
    const present = await answerTo('附件1里有没有怀柔区')
    expect(present.outcome).toBe('answered')
  })

  it('answers from quotas as soon as they are attached', async () => {
    const question = '江苏省的示范城市推荐名额是几个'
    expect((await answerTo(question)).outcome).toBe('no_data')
    await attach('city-quotas', 'tests/fixtures/attachments/quota-two-level-heads.xlsx')
    const { outcome, text } = await answerTo(question)
    expect(outcome).toBe('answered')
    const blank = await answerTo('浙江省的示范城市推荐名额是几个')
    expect([blank.outcome, blank.text]).toEqual(['no_data', expect.stringContaining('没有写数，不能当作0')])
    expect(text).toMatch(/江苏省的示范城市是2个（来源：某局来函）/u)
  })

  it('gives one table or the other, whole, while another process writes them in turn', async () => {
    writeTable(folder, without)
    const writer = await bundle('tests/support/write-tables.ts')
    const child = spawn(process.execPath, [writer.file, folder, JSON.stringify([withJiaxing, without]), '400'])
    const written = once(child, 'exit')
    let isWriting = true
    void written.then(() => {
      isWriting = false
    })
    const texts = new Set<string>()
    while (isWriting) texts.add((await answerTo('附件1里有没有嘉兴市')).text.split('\n')[0] ?? '')
    writer.remove()
    expect((await written)[0]).toBe(0)
    for (const text of texts) expect(text).toMatch(/的1个已全部载入，没有嘉兴市。$|里有嘉兴市（来源：某局来函）。$/u)
    expect(texts.size).toBe(2)
    expect(logged).toEqual([])
  })

  it('keeps the last good table where a file is broken, and says so in its log', async () => {
    writeTable(folder, withJiaxing)
    const before = await answerTo('附件1里有没有嘉兴市')
    for (const broken of ['', '{"version":1', JSON.stringify({ version: 1, ...listOf(['000001', '无此地']) })]) {
      writeFileSync(join(folder, 'pilot-cities.json'), broken)
      // A file that is written over in its place is not looked at in every turn.
      await wait(150)
      expect((await answerTo('附件1里有没有嘉兴市')).text).toBe(before.text)
    }
    expect(logged.filter((l) => l.includes('the last good one stays'))).toHaveLength(3)
    writeTable(folder, without)
    expect((await answerTo('附件1里有没有嘉兴市')).text).not.toBe(before.text)
  })
})
