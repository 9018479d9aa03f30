import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type PackReview, reviewPack } from '../../src/knowledge-base/review-pack.ts'

/** The language folder that every pack shares. */
export const LANGUAGE = resolve('knowledge/language')
/** The made-up pack that shows that a second notice needs no code. */
export const SECOND_PACK = resolve('tests/packs/green-factory-2031')

/** One change to one file of a pack; `from` must stand in it. */
export interface Damage {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** Calls `use` with a damaged copy of the second pack and removes the copy. */
export function withBrokenPack<T>(damages: readonly Damage[], use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'))
  try {
    cpSync(SECOND_PACK, folder, { recursive: true })
    for (const damage of damages) breakFile(folder, damage)
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What is found in a damaged copy of the second pack. */
export const reviewBroken = (...damages: readonly Damage[]): PackReview =>
  withBrokenPack(damages, (pack) => reviewPack({ pack, language: LANGUAGE }))

function breakFile(folder: string, { file, from, to }: Damage): void {
  const text = readFileSync(join(folder, file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`)
  writeFileSync(
    join(folder, file),
    text.replace(from, () => to),
  )
}
