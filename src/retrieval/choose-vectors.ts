import { exactVectors } from './exact-vectors.ts'
import { HnswUnavailable } from './hnsw-unavailable.ts'
import { hnswVectors, loadHnsw } from './hnsw-vectors.ts'
import type { Vector, VectorIndex } from './vectors.ts'

/** Up to so many vectors the exact search stays near a millisecond (measured: 0.35 µs each) and needs neither a package nor a graph to be built. */
export const EXACT_UP_TO = 3_000

export interface VectorChoice {
  readonly exactUpTo?: number
  readonly load?: typeof loadHnsw
  /** Takes the one line that says why the exact search stands in. */
  readonly warn?: (line: string) => void
}

/** HNSW for many vectors, exact search for few or where hnswlib-node is missing. */
export async function chooseVectors(vectors: readonly Vector[], choice: VectorChoice = {}): Promise<VectorIndex> {
  const { exactUpTo = EXACT_UP_TO, load = loadHnsw, warn = () => {} } = choice
  if (vectors.length <= exactUpTo) return exactVectors(vectors)
  try {
    return await hnswVectors(vectors, undefined, load)
  } catch (error) {
    if (!(error instanceof HnswUnavailable)) throw error
    warn(`${error.message} Searching ${vectors.length} vectors exactly.`)
    return exactVectors(vectors)
  }
}
