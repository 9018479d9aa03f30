import { assemble } from '../../src/assembly.ts'
import { exactVectors } from '../../src/retrieval/exact-vectors.ts'
import { HnswUnavailable } from '../../src/retrieval/hnsw-unavailable.ts'
import { HNSW_SHAPE, hnswVectors } from '../../src/retrieval/hnsw-vectors.ts'
import type { Neighbour, Vector, VectorIndex } from '../../src/retrieval/vectors.ts'
import { embedOffline } from '../../src/text/embed-offline.ts'
import { questionsOn, recombinedPassages } from './recombined-passages.ts'
import { cellsOf, type Row, type Timed } from './search-table.ts'

const SIZES = [100, 10_000, 100_000]
const QUESTIONS = 200
const NEIGHBOURS = 10
const LEAST_RECALL = 0.98

/** Measures HNSW (LangChain's store over hnswlib-node) against the exact search and prints a table; too low a recall sets the exit code. */
export async function runSearchBench(): Promise<void> {
  const { notice } = await assemble()
  const texts = notice.clauses.map(({ text }) => text)
  console.log(
    `Search: vectors of 256 dimensions, ${QUESTIONS} questions, ${NEIGHBOURS} neighbours; HNSW ${JSON.stringify(HNSW_SHAPE)}`,
  )
  await measure(texts, SIZES[0]!) // once for nothing: the compiler and the packages warm up
  const rows: Row[] = []
  for (const size of SIZES) rows.push(await measure(texts, size))
  console.table(rows.map((row) => cellsOf(row, rows[0]!)))
  const absent = rows[0]?.absent
  if (absent) console.log(`hnswlib-node is absent: only the exact search was measured. ${absent}`)
  judge(rows)
}

async function measure(texts: readonly string[], size: number): Promise<Row> {
  const passages = recombinedPassages(texts, size)
  const vectors = passages.map((passage, at): Vector => ({ id: String(at), values: embedOffline(passage) }))
  const questions = questionsOn(passages, QUESTIONS).map(embedOffline)
  const exact = await time(async () => exactVectors(vectors), questions)
  try {
    const hnsw = await time(() => hnswVectors(vectors), questions)
    return { passages: size, exact, hnsw: { ...hnsw, recall: recallOf(hnsw.found, exact.found) } }
  } catch (error) {
    if (!(error instanceof HnswUnavailable)) throw error
    return { passages: size, exact, absent: error.message }
  }
}

async function time(build: () => Promise<VectorIndex>, questions: readonly Float32Array[]): Promise<Timed> {
  const start = performance.now()
  const index = await build()
  const buildMs = performance.now() - start
  for (const question of questions) index.search(question, NEIGHBOURS)
  const times: number[] = []
  const found = questions.map((question) => {
    const asked = performance.now()
    const neighbours = index.search(question, NEIGHBOURS)
    times.push(performance.now() - asked)
    return neighbours
  })
  return { buildMs, queryMs: times.sort((a, b) => a - b)[times.length >> 1]!, found }
}

// A neighbour as near as the tenth of the exact search counts, whichever of several equally near passages it is.
function recallOf(found: readonly (readonly Neighbour[])[], truth: readonly (readonly Neighbour[])[]): number {
  const hits = truth.map((exact, at) => found[at]!.filter(({ score }) => score >= exact.at(-1)!.score - 1e-5).length)
  return hits.reduce((sum, n) => sum + n, 0) / truth.reduce((sum, exact) => sum + exact.length, 0)
}

function judge(rows: readonly Row[]): void {
  const low = rows.filter(({ hnsw }) => hnsw && hnsw.recall < LEAST_RECALL)
  for (const { passages, hnsw } of low)
    console.error(`Recall at ${passages} passages is ${hnsw?.recall.toFixed(4)}, below ${LEAST_RECALL}.`)
  if (low.length > 0) process.exitCode = 1
}
