import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { SECOND_PACK, withBrokenPack } from './broken-pack.ts'

// Below node_modules, so that the packages it leaves out are found.
const PROGRAM = resolve('node_modules/.cache/pack-check-test.mjs')

beforeAll(() =>
  build({
    entryPoints: ['bot/pack-check.ts'],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: PROGRAM,
  }),
)

const check = (
  ...folders: readonly string[]
): { readonly status: number | null; readonly lines: readonly string[] } => {
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM, ...folders], { encoding: 'utf8' })
  return { status, lines: stdout.split('\n') }
}

describe('npm run pack:check', () => {
  it('says that a sound pack loads', () => {
    const { status, lines } = check(SECOND_PACK)
    expect(lines[0]).toMatch(/^tests\/packs\/green-factory-2031: loads, \d+ warning\(s\)$/u)
    expect(status).toBe(0)
  })

  it('checks all packs of the project when none is named', () => {
    const { status, lines } = check()
    expect(lines.filter((line) => /: loads,/u.test(line)).length).toBeGreaterThan(0)
    expect(status).toBe(0)
  })

  it('prints each fault of a broken pack on a line of its own and fails', () => {
    const broken = { file: 'facts.yaml', from: 'quote: 名单有效期三年', to: 'quote: 名单有效期五年' }
    const { status, lines } = withBrokenPack([broken], (folder) => check(folder))
    expect(lines).toContain('  fault    facts.yaml: “term”: quote is not verbatim in clause 6.2: 名单有效期五年')
    expect(status).toBe(1)
  })

  it('fails for a folder that does not exist', () => {
    const { status, lines } = check('no-such-folder')
    expect(lines).toContain('  fault    the folder does not exist')
    expect(status).toBe(1)
  })
})
