/** Rank from which on places count little; 60 is the value of the paper (Cormack, Clarke and Büttcher, SIGIR 2009). */
const DAMPING = 60

/** A list of ids, best first, and how much its ranks count. */
export interface Ranking {
  readonly ids: readonly string[]
  readonly weight: number
}

/** Joins rankings by reciprocal rank: what stands high in several comes first, whatever their scores mean. */
export function fuse(rankings: readonly Ranking[], damping = DAMPING): readonly string[] {
  const scores = new Map<string, number>()
  for (const { ids, weight } of rankings) {
    for (const [rank, id] of ids.entries()) scores.set(id, (scores.get(id) ?? 0) + weight / (damping + rank + 1))
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id)
}
