import type { Neighbour } from '../../src/retrieval/vectors.ts'

/** One index, built and asked; `queryMs` is the median. */
export interface Timed {
  readonly buildMs: number
  readonly queryMs: number
  readonly found: readonly (readonly Neighbour[])[]
}

/** Both searches over the same passages. */
export interface Row {
  readonly passages: number
  readonly exact: Timed
  readonly hnsw?: Timed & { readonly recall: number }
  /** Why there is no HNSW. */
  readonly absent?: string
}

const times = (ratio: number): string => `× ${ratio < 100 ? ratio.toPrecision(3) : Math.round(ratio)}`

/** A line of the table; growth is relative to the first row. */
export function cellsOf({ passages, exact, hnsw }: Row, first: Row): Record<string, string | number> {
  const growth = (now: number | undefined, then: number | undefined) => (now && then ? times(now / then) : '–')
  return {
    passages,
    growth: times(passages / first.passages),
    'exact p50 ms': exact.queryMs.toFixed(3),
    'exact growth': growth(exact.queryMs, first.exact.queryMs),
    'HNSW p50 ms': hnsw?.queryMs.toFixed(3) ?? '–',
    'HNSW growth': growth(hnsw?.queryMs, first.hnsw?.queryMs),
    'recall@10': hnsw?.recall.toFixed(4) ?? '–',
    'HNSW build s': hnsw ? (hnsw.buildMs / 1000).toFixed(2) : '–',
  }
}
