import { advisePack } from './advise-pack.ts'
import { type PackFolders, readPack } from './load-pack.ts'
import { readYaml } from './read-yaml.ts'
import { PackSilencesFile } from './schemas.ts'

/** What was found in a pack folder: `faults` keep it from loading, `advice` does not. */
export interface PackReview {
  readonly faults: readonly string[]
  readonly advice: readonly string[]
}

/** Reads a pack folder and lists everything missing, inconsistent or doubtful in it. Never throws for what the files say. */
export function reviewPack(folders: PackFolders): PackReview {
  const faults: string[] = []
  const pack = readPack(folders, faults)
  if (!pack) return { faults, advice: [] }
  const own = readYaml(folders.pack, 'silences.yaml', PackSilencesFile, [])
  return { faults, advice: advisePack(pack, own?.silences ?? []) }
}
