import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Walkthroughs } from '../domain/walkthrough.ts'
import { readYaml } from './read-yaml.ts'
import { WalkthroughsFile } from './schemas.ts'

const FILE = 'walkthroughs.yaml'

/** Reads how a pack walks people through its notice; undefined when it does not, or when the file has faults, which are added. */
export function readWalkthroughs(folder: string, faults: string[]): Walkthroughs | undefined {
  if (!existsSync(join(folder, FILE))) return undefined
  const file = readYaml(folder, FILE, WalkthroughsFile, faults)
  if (!file) return undefined
  const { roles, checklist, 'self-check': selfCheck } = file
  return {
    parts: roles,
    defaultPart: file['default-role'],
    checklist: { ...checklist, items: checklist.items.map(({ roles: parts, ...item }) => ({ ...item, parts })) },
    selfCheck: {
      ...selfCheck,
      conditions: selfCheck.conditions.map(({ 'only-if': onlyIf, 'eased-by': easedBy, ...condition }) => ({
        ...condition,
        ...(onlyIf !== undefined && { onlyIf }),
        ...(easedBy !== undefined && { easedBy }),
      })),
    },
  }
}
