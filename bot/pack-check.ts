import { existsSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { reviewPack } from '../src/knowledge-base/review-pack.ts'

const NOTICES = join('knowledge', 'notices')
const LANGUAGE = join('knowledge', 'language')

/** The folders to check: those named, else every pack of the project. */
function packsToCheck(named: readonly string[]): readonly string[] {
  if (named.length > 0) return named.map((folder) => resolve(folder))
  return readdirSync(NOTICES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => resolve(NOTICES, entry.name))
}

/** Prints what is wrong or doubtful in one pack and returns how many faults keep it from loading. */
function checkOne(pack: string): number {
  const { faults, advice } = existsSync(pack)
    ? reviewPack({ pack, language: LANGUAGE })
    : { faults: ['the folder does not exist'], advice: [] }
  const verdict = faults.length === 0 ? 'loads' : `does not load: ${faults.length} fault(s)`
  console.log(`${relative('.', pack) || pack}: ${verdict}, ${advice.length} warning(s)`)
  for (const fault of faults) console.log(`  fault    ${fault}`)
  for (const line of advice) console.log(`  warning  ${line}`)
  return faults.length
}

const faults = packsToCheck(process.argv.slice(2)).map(checkOne)
process.exitCode = faults.some((count) => count > 0) ? 1 : 0
