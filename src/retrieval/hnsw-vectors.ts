import type { HNSWLib } from '@langchain/community/vectorstores/hnswlib'
import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { HnswUnavailable } from './hnsw-unavailable.ts'
import { checkDimensions, type Neighbour, type Vector, type VectorIndex } from './vectors.ts'

/** What the driver needs of LangChain and of hnswlib-node; loading it takes about 0.3 s and may fail. */
export interface HnswParts {
  readonly Store: typeof HNSWLib
  readonly Graph: Awaited<ReturnType<typeof HNSWLib.imports>>['HierarchicalNSW']
  readonly embeddings: EmbeddingsInterface
}

/** Shape of the graph: links a node, candidates looked at while building and while searching. */
export interface HnswShape {
  readonly links: number
  readonly buildWidth: number
  readonly searchWidth: number
}

/**
 * Measured by `npm run bench -- --search` at 100,000 passages: recall@10 0.98 with a search width of 50, 0.99 with 100, above
 * 0.997 with 200 at 0.4 ms a question; a build width of 200 takes half as long again (10,000) and gains nothing.
 */
export const HNSW_SHAPE: HnswShape = { links: 16, buildWidth: 100, searchWidth: 200 }

/** Loads LangChain's HNSWLib store with the native package below it. */
export async function loadHnsw(): Promise<HnswParts> {
  const [{ HNSWLib: Store }, { OfflineEmbeddings }] = await Promise.all([
    import('@langchain/community/vectorstores/hnswlib'),
    import('../llm/offline-embeddings.ts'),
  ])
  const { HierarchicalNSW: Graph } = await Store.imports()
  return { Store, Graph, embeddings: new OfflineEmbeddings() }
}

/** An index in LangChain's HNSWLib store: approximate, time hardly grows with the number. Throws `HnswUnavailable`. */
export async function hnswVectors(
  vectors: readonly Vector[],
  shape = HNSW_SHAPE,
  load = loadHnsw,
): Promise<VectorIndex> {
  const dimensions = vectors[0]?.values.length ?? 0
  for (const { values } of vectors) checkDimensions(values, dimensions)
  const store = await openStore(dimensions, Math.max(1, vectors.length), shape, load)
  await fill(store, vectors)
  return {
    driver: 'hnsw',
    search(vector, most) {
      const count = Math.min(most, vectors.length)
      if (count <= 0) return []
      checkDimensions(vector, dimensions)
      store.index.setEf(Math.max(shape.searchWidth, count))
      return nearest(store, vector, count)
    },
  }
}

async function openStore(dimensions: number, size: number, shape: HnswShape, load: typeof loadHnsw): Promise<HNSWLib> {
  try {
    const { Store, Graph, embeddings } = await load()
    const index = new Graph('ip', dimensions)
    index.initIndex({ maxElements: size, m: shape.links, efConstruction: shape.buildWidth, randomSeed: 100 })
    return new Store(embeddings, { space: 'ip', numDimensions: dimensions, index, docstore: plainDocstore() })
  } catch (cause) {
    throw new HnswUnavailable(cause)
  }
}

type Docstore = HNSWLib['docstore']

// LangChain's own looks through all keys for every document it adds: quadratic at 100,000.
function plainDocstore(): Docstore {
  const _docs: Docstore['_docs'] = new Map()
  return {
    _docs,
    search: (id) => _docs.get(id)!,
    add: (documents) => {
      for (const [id, document] of Object.entries(documents)) _docs.set(id, document)
    },
  }
}

const BATCH = 50

// The store shapes an empty graph anew with its own parameters, so the first vector goes in below it. Between batches other work gets its turn.
async function fill(store: HNSWLib, vectors: readonly Vector[]): Promise<void> {
  const documentOf = ({ id }: Vector) => ({ id, pageContent: '', metadata: {} })
  const [first, ...rest] = vectors
  if (!first) return
  store.index.addPoint(Array.from(first.values), 0)
  store.docstore.add({ '0': documentOf(first) })
  for (let at = 0; at < rest.length; at += BATCH) {
    const batch = rest.slice(at, at + BATCH)
    await store.addVectors(
      batch.map(({ values }) => Array.from(values)),
      batch.map(documentOf),
    )
    await new Promise((resume) => setImmediate(resume))
  }
}

// The store's own search is a promise over these two calls; answering is synchronous.
function nearest(store: HNSWLib, vector: Float32Array, most: number): readonly Neighbour[] {
  const { neighbors, distances } = store.index.searchKnn(Array.from(vector), most)
  const idOf = (label: number): string => (store.docstore.search(String(label)) as { id: string }).id
  return neighbors
    .map((label, at) => ({ id: idOf(label), score: 1 - distances[at]! }))
    .sort((a, b) => b.score - a.score)
}
