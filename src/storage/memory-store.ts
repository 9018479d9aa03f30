import { RecentEntries, type RecentLimits } from './recent-entries.ts'
import type { Revision, StateStore, Stored } from './state-store.ts'

/** Keeps state in the process: gone after a restart, bounded in count and age. Values are copied in and out. */
export function createMemoryStore(limits: RecentLimits): StateStore {
  const entries = new RecentEntries<{ readonly json: string; readonly revision: Revision }>(limits)
  let writes = 0

  async function read(key: string): Promise<Stored | undefined> {
    const entry = entries.get(key)
    return entry && { value: JSON.parse(entry.json), revision: entry.revision }
  }

  async function write(key: string, value: unknown, expected: Revision | 'absent') {
    if ((entries.get(key)?.revision ?? 'absent') !== expected) return 'conflict' as const
    writes += 1
    entries.set(key, { json: JSON.stringify(value), revision: `r${writes}` })
    return 'stored' as const
  }

  return {
    read,
    write,
    delete: async (key) => entries.delete(key),
    close: async () => entries.clear(),
  }
}
