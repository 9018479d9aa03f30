import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../support/bundle.ts'
import { makeDataDir } from '../support/data-dir.ts'
import { run } from '../support/run-process.ts'

let ask: Awaited<ReturnType<typeof bundle>>
let chat: Awaited<ReturnType<typeof bundle>>
let main: Awaited<ReturnType<typeof bundle>>
beforeAll(async () => {
  ask = await bundle('bot/ask.ts')
  chat = await bundle('bot/chat.ts')
  main = await bundle('bot/main.ts')
})
afterAll(() => {
  for (const entry of [ask, chat, main]) entry.remove()
})

describe('npm run ask', () => {
  it('answers in the terminal', async () => {
    const { out, errors, code } = await run(ask.file, ['你好'])
    expect([code, errors]).toEqual([0, ''])
    expect(out).toMatch(/\p{Script=Han}/u)
  })

  it('gives programs one JSON object', async () => {
    const { out, code } = await run(ask.file, ['你好', '--json', '--now', '2001-02-03'])
    expect(code).toBe(0)
    expect(Object.keys(JSON.parse(out))).toEqual(['outcome', 'text', 'citations', 'suggestions'])
  })

  it('saves a list as a CSV file, and never over another file', { timeout: 30_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ask-'))
    const file = join(folder, 'list.csv')
    const saved = await run(ask.file, ['全国有哪些试点城市', '--csv', file])
    expect([saved.code, saved.out]).toEqual([0, expect.stringContaining('加 --csv 文件名 可存成 CSV 文件')])
    expect(readFileSync(file, 'utf8')).toMatch(/^\uFEFF序号,省份,/u)
    const again = await run(ask.file, ['全国有哪些试点城市', '--csv', file])
    expect([again.code, again.errors]).toEqual([1, expect.stringContaining('不会覆盖')])
    rmSync(folder, { recursive: true })
  })

  it.each([[[]], [['--nonsense']], [['问', '--now', '昨天']]])(
    'says in Chinese how it is used for %j',
    async (args) => {
      const { out, errors, code } = await run(ask.file, args)
      expect([code, out]).toEqual([2, ''])
      expect(errors).toContain('用法：npm run ask')
    },
  )

  it('names the pack that cannot be read, without a stack trace', async () => {
    const { errors, code } = await run(ask.file, ['问', '--notice', 'no-such-pack'])
    expect(code).toBe(1)
    expect(errors).toContain('no-such-pack')
    expect(errors).not.toMatch(/^\s+at /m)
  })
})

describe('npm run chat', () => {
  it('welcomes, answers line by line and ends at 退出', async () => {
    const { out, code } = await run(chat.file, [], '你好\n\n谢谢\n退出\n你好\n')
    expect(code).toBe(0)
    expect(out).toContain('（输入“退出”或按 Ctrl-D 结束）')
    expect(out.match(/您：/g)).toHaveLength(4)
    expect(out.trimEnd()).toMatch(/再见。$/)
  })

  it('ends with its input', async () => {
    expect((await run(chat.file, [])).code).toBe(0)
  })

  it('saves documents, and goes on where it was in the next conversation', { timeout: 30_000 }, async () => {
    const { dataDir, remove } = makeDataDir()
    const first = await run(chat.file, [], '桐庐县要报示范县，带我过一遍材料\n申报函盖好章了\n导出\n退出\n', {
      DATA_DIR: dataDir,
    })
    const paths = [...first.out.matchAll(/已存为 (\S+)/gu)].map(([, path = '']) => path)
    expect(paths.map((path) => extname(path))).toEqual(['.docx', '.html', '.md'])
    expect(readFileSync(paths.at(-1) ?? '', 'utf8')).toMatch(/桐庐县[\s\S]*申报函 \| 已办好/u)
    const second = await run(chat.file, [], '还差哪些\n', { DATA_DIR: dataDir })
    expect(second.out).toContain('还差5项没办完')
    remove()
  })
})

describe('npm start', () => {
  it.runIf(existsSync('/proc/self'))('names a data folder that it cannot write to, and does not start', async () => {
    const { errors, code } = await run(main.file, [], '', { DATA_DIR: '/proc', PORT: '0' })
    expect(code).toBe(1)
    expect(errors).toMatch(/- DATA_DIR: the folder \/proc cannot be written to \(\w+\) → /)
    expect(errors).not.toMatch(/^\s+at /m)
  })

  it('lists every faulty setting and does not start', async () => {
    const { errors, code } = await run(main.file, [], '', { HOST: '0.0.0.0', PORT: 'x', BOT_NOW: 'today' })
    expect(code).toBe(1)
    for (const setting of ['HOST', 'PORT', 'BOT_NOW']) expect(errors).toContain(`- ${setting}: `)
    expect(errors).not.toMatch(/^\s+at /m)
  })
})
