import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds `knowledge`; sources and the bundle stand at different depths below it. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'knowledge')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
