import { build, type Metafile } from 'esbuild'
import { describe, expect, it } from 'vitest'

/** Packages that a document needs and an answer does not. */
const DOCUMENTS = [
  'content-disposition',
  'docx',
  'filenamify',
  'ical-generator',
  'mdast-util-gfm',
  'mdast-util-to-markdown',
]

describe('starting', () => {
  it('loads no library that only documents to hand over need', async () => {
    const { metafile } = await build({
      entryPoints: ['bot/main.ts'],
      bundle: true,
      splitting: true,
      write: false,
      metafile: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outdir: 'dist',
    })
    const atStart = packagesLoaded(metafile, 'dist/main.js', ['import-statement'])
    expect(atStart.filter((name) => DOCUMENTS.includes(name))).toEqual([])
    const ever = packagesLoaded(metafile, 'dist/main.js', ['import-statement', 'dynamic-import'])
    expect(DOCUMENTS.filter((name) => !ever.includes(name))).toEqual([])
  })
})

/** Packages that a bundle imports in the given ways, itself or through its other files. */
function packagesLoaded({ outputs }: Metafile, entry: string, kinds: readonly string[]): string[] {
  const seen = new Set<string>()
  const packages = new Set<string>()
  function visit(file: string): void {
    if (seen.has(file)) return
    seen.add(file)
    for (const { path, kind, external } of outputs[file]?.imports ?? []) {
      if (!kinds.includes(kind)) continue
      if (external) packages.add(path)
      else visit(path)
    }
  }
  visit(entry)
  return [...packages]
}
