import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** A source file: its path from the project's root, its code, and what it imports (own files as paths, packages as named). */
export interface Source {
  readonly path: string
  /** Without comments. */
  readonly code: string
  readonly imports: readonly string[]
}

/** Reads every TypeScript file of a folder. */
export function readSources(folder: string): Source[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.ts')).map((name) => readSource(join(folder, name)))
}

/** The package an import names, or undefined for own files and what Node brings along. */
export function packageOf(specifier: string): string | undefined {
  if (/^(node:|bot\/|src\/|tests\/)/.test(specifier)) return undefined
  return /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0]
}

function readSource(path: string): Source {
  const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
  const pattern = /(?:\bfrom|\bimport\(|^import)\s*['"]([^'"]+)['"]/gm
  const imports = [...code.matchAll(pattern)].map(([, specifier = '']) =>
    specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier,
  )
  return { path, code, imports }
}
