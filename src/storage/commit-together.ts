import type { WriteResult } from './state-store.ts'

/** Runs pieces of work that each write all or nothing; what is asked for in one round of the event loop shares a transaction. */
export interface SharedCommits {
  /** `work` throws `Conflict` where it may not write. */
  run(work: () => void): Promise<WriteResult>
  /** Does at once what was asked for. */
  flush(): void
}

/** Undoes the work of a transaction whose keys are not as expected. */
export class Conflict extends Error {}

interface Waiting {
  readonly work: () => void
  readonly settle: (result: WriteResult) => void
  readonly fail: (error: unknown) => void
}

/** Most of the cost of a write is its commit: turns of several conversations that end together pay it once. */
export function commitTogether(inTransaction: (work: () => void) => void): SharedCommits {
  let waiting: Waiting[] = []

  function flush(): void {
    const all = waiting
    waiting = []
    if (all.length > 1 && isDone(all)) return
    // One may not write, or the disk is full: each is judged alone, so that nobody pays for another.
    for (const one of all) runAlone(one)
  }

  function isDone(all: readonly Waiting[]): boolean {
    try {
      inTransaction(() => {
        for (const { work } of all) work()
      })
    } catch {
      return false
    }
    for (const { settle } of all) settle('stored')
    return true
  }

  function runAlone({ work, settle, fail }: Waiting): void {
    try {
      inTransaction(work)
      settle('stored')
    } catch (error) {
      if (error instanceof Conflict) settle('conflict')
      else fail(error)
    }
  }

  function run(work: () => void): Promise<WriteResult> {
    if (waiting.length === 0) setImmediate(flush)
    return new Promise((settle, fail) => {
      waiting.push({ work, settle, fail })
    })
  }

  return { run, flush }
}
