import type { ClauseId } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'

/** What search finds: a clause, with the sentences that state its facts in other words. */
export interface Passage {
  readonly id: ClauseId
  readonly label: string
  /** The clause as published. */
  readonly text: string
  /** What the facts that cite the clause say. */
  readonly says: readonly string[]
}

/** One passage for each clause of the pack, in the order of the notice. */
export function passagesOf(pack: Pick<Pack, 'clauses' | 'facts'>): readonly Passage[] {
  const says = new Map<ClauseId, Set<string>>()
  for (const fact of pack.facts) {
    for (const { clause } of fact.cites) says.set(clause, (says.get(clause) ?? new Set()).add(fact.say))
  }
  return [...pack.clauses.values()].map(({ id, label, text }) => ({ id, label, text, says: [...(says.get(id) ?? [])] }))
}
