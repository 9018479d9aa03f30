import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Bundles an entry as `npm start` does, into a folder of its own that `remove` deletes. */
export async function bundle(entry: string) {
  mkdirSync('dist', { recursive: true })
  const folder = mkdtempSync(join('dist', 'test-'))
  const file = join(folder, 'entry.js')
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
