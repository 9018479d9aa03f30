import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A data folder of its own, and how to remove it. */
export function makeDataDir() {
  const dataDir = mkdtempSync(join(tmpdir(), 'shenbaotong-test-'))
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

const listing = () => (existsSync('.data') ? readdirSync('.data', { recursive: true, encoding: 'utf8' }).sort() : [])

/** Runs once around all tests: processes they start keep their state elsewhere, and the project's own folder is untouched. */
export default function keepOut() {
  const before = listing().join('\n')
  const { dataDir, remove } = makeDataDir()
  process.env.DATA_DIR = dataDir
  return () => {
    remove()
    if (listing().join('\n') !== before) throw new Error('a test wrote into the .data folder of the project')
  }
}
