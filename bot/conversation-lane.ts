import { RecentEntries, type RecentLimits } from '../src/storage/recent-entries.ts'

/** Runs the work of one conversation one after the other, and work of one message only once. */
export interface ConversationLane<T> {
  /** Gives the result of `work`; the same conversation and id again gives the same result without running it. */
  run(conversation: string, id: string | undefined, work: () => Promise<T>): Promise<T>
}

/** Makes a lane; `remembered` bounds how many results are kept for repeats, and for how long. */
export function createConversationLane<T>(remembered: RecentLimits): ConversationLane<T> {
  const tails = new Map<string, Promise<void>>()
  const results = new RecentEntries<Promise<T>>(remembered)

  function enqueue(conversation: string, work: () => Promise<T>): Promise<T> {
    const result = (tails.get(conversation) ?? Promise.resolve()).then(work)
    const tail = result
      .then(
        () => {},
        () => {},
      )
      .then(() => {
        if (tails.get(conversation) === tail) tails.delete(conversation)
      })
    tails.set(conversation, tail)
    return result
  }

  function run(conversation: string, id: string | undefined, work: () => Promise<T>): Promise<T> {
    if (id === undefined) return enqueue(conversation, work)
    const key = JSON.stringify([conversation, id])
    const earlier = results.get(key)
    if (earlier) return earlier
    const result = enqueue(conversation, work)
    results.set(key, result)
    // A failed message may be sent again, so only results are remembered.
    result.catch(() => results.delete(key))
    return result
  }

  return { run }
}
