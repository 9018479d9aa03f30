import type { Clock } from '../clock.ts'
import { type Change, closedError, type Expected, type Revision, type StateStore } from './state-store.ts'

interface Entry {
  readonly json: string
  readonly revision: Revision
  readonly savedAt: Date
}

/** Keeps state in the process: gone after a restart. Values are copied in and out. */
export function createMemoryStore(clock: Clock): StateStore {
  const entries = new Map<string, Entry>()
  let writes = 0
  let closed = false

  const isAsExpected = (key: string, expected: Expected) => (entries.get(key)?.revision ?? 'absent') === expected

  function change(one: Change): void {
    if ('deleted' in one) return void entries.delete(one.key)
    writes += 1
    entries.set(one.key, { json: JSON.stringify(one.value), revision: `r${writes}`, savedAt: clock() })
  }

  function writeAll(changes: readonly Change[]) {
    if (!changes.every(({ key, expected }) => isAsExpected(key, expected))) return 'conflict' as const
    changes.forEach(change)
    return 'stored' as const
  }

  function read(key: string) {
    const entry = entries.get(key)
    return entry && { value: JSON.parse(entry.json), revision: entry.revision }
  }

  const list = (prefix: string) =>
    [...entries].filter(([key]) => key.startsWith(prefix)).map(([key, { savedAt }]) => ({ key, savedAt }))

  function forgetBefore(prefix: string, instant: Date): number {
    const old = list(prefix).filter(({ savedAt }) => savedAt < instant)
    for (const { key } of old) entries.delete(key)
    return old.length
  }

  async function whileOpen<T>(work: () => T): Promise<T> {
    if (closed) throw closedError()
    return work()
  }

  return {
    read: (key) => whileOpen(() => read(key)),
    readAll: (keys) => whileOpen(() => keys.map(read)),
    write: (key, value, expected) => whileOpen(() => writeAll([{ key, value, expected }])),
    writeAll: (changes) => whileOpen(() => writeAll(changes)),
    delete: (key) => whileOpen(() => void entries.delete(key)),
    list: (prefix) => whileOpen(() => list(prefix)),
    forgetBefore: (prefix, instant) => whileOpen(() => forgetBefore(prefix, instant)),
    async close() {
      closed = true
      entries.clear()
    },
  }
}
