import type { CaseResult, TurnResult } from './run-cases.ts'

/** Figures of an evaluation; shares lie between 0 and 1, `undefined` where nothing counts. */
export interface Figures {
  readonly cases: number
  readonly accuracy: number
  readonly byCategory: Readonly<Record<string, { readonly passed: number; readonly of: number }>>
  /** Of the answers that must cite a clause, how many cite a right one. */
  readonly rightClause: number
  /** Turns about which the notice is silent that were answered all the same. */
  readonly answeredThoughSilent: number
  /** Of the turns that the notice answers, how many were refused. */
  readonly refusedThoughStated: number
  /** Over groups of wordings of one question: the share of wordings that fare as most of their group does. */
  readonly consistency: number
}

/** Computes the figures of a run. */
export function measure(results: readonly CaseResult[]): Figures {
  const turns = results.flatMap((r) => r.turns)
  const stated = turns.filter((t) => only(t, 'answered'))
  const silent = turns.filter((t) => t.expect.outcome && !t.expect.outcome.includes('answered'))
  const citing = turns.filter(
    (t) =>
      (t.expect.cite?.length ?? 0) > 0 && t.answer.outcome === 'answered' && t.expect.outcome?.includes('answered'),
  )
  return {
    cases: results.length,
    accuracy: share(results, (r) => r.passes),
    byCategory: byCategory(results),
    rightClause: share(citing, (t) => !t.faults.some((f) => f.startsWith('cites '))),
    answeredThoughSilent: silent.filter(
      (t) => t.expect.outcome?.includes('not_stated') && t.answer.outcome === 'answered',
    ).length,
    refusedThoughStated: share(stated, (t) => t.answer.outcome !== 'answered'),
    consistency: consistencyOf(results),
  }
}

const only = (t: TurnResult, outcome: string): boolean =>
  t.expect.outcome?.length === 1 && t.expect.outcome[0] === outcome
const share = <T>(all: readonly T[], test: (one: T) => boolean): number =>
  all.length === 0 ? 1 : all.filter(test).length / all.length

function byCategory(results: readonly CaseResult[]): Figures['byCategory'] {
  const table: Record<string, { passed: number; of: number }> = {}
  for (const r of results) {
    const row = table[r.case.category] ?? { passed: 0, of: 0 }
    table[r.case.category] = row
    row.of++
    if (r.passes) row.passed++
  }
  return table
}

function consistencyOf(results: readonly CaseResult[]): number {
  const groups = new Map<string, boolean[]>()
  for (const r of results)
    if (r.case.group !== undefined) groups.set(r.case.group, [...(groups.get(r.case.group) ?? []), r.passes])
  const all = [...groups.values()]
  return share(
    all.flatMap((g) => g.map((passes) => passes === g.filter(Boolean).length * 2 > g.length)),
    (same) => same,
  )
}
