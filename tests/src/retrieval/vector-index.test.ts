import { describe, expect, it } from 'vitest'
import { chooseVectors } from '../../../src/retrieval/choose-vectors.ts'
import { exactVectors } from '../../../src/retrieval/exact-vectors.ts'
import { hnswVectors, loadHnsw } from '../../../src/retrieval/hnsw-vectors.ts'
import type { Vector } from '../../../src/retrieval/vectors.ts'
import { embedOffline } from '../../../src/text/embed-offline.ts'
import { describeVectorIndex } from './vector-index.contract.ts'

const installed = await loadHnsw().then(
  () => true,
  () => false,
)
const vectors: readonly Vector[] = ['申报材料', '联系人回执', '专家评审'].map((text) => ({
  id: text,
  values: embedOffline(text),
}))
const absent = (): never => {
  throw new Error("Cannot find package 'hnswlib-node'")
}

describeVectorIndex('exact', async (stored) => exactVectors(stored))
describe.skipIf(!installed)('with hnswlib-node', () => {
  describeVectorIndex('LangChain HNSWLib', (stored) => hnswVectors(stored))

  it('takes HNSW above the bound and exact search up to it', async () => {
    expect((await chooseVectors(vectors, { exactUpTo: 2 })).driver).toBe('hnsw')
    expect((await chooseVectors(vectors, { exactUpTo: 3 })).driver).toBe('exact')
  })

  it('embeds texts for the store as the exact search does', async () => {
    const { embeddings } = await loadHnsw()
    expect(await embeddings.embedQuery('申报材料')).toEqual([...embedOffline('申报材料')])
    expect(await embeddings.embedDocuments(['专家评审'])).toEqual([[...embedOffline('专家评审')]])
  })
})

describe('without hnswlib-node', () => {
  it('names the package and the remedy', async () => {
    await expect(hnswVectors(vectors, undefined, async () => absent())).rejects.toThrow(
      /hnswlib-node cannot be loaded.*Cannot find package.*Remedy: run "npm install"/,
    )
  })

  it('searches exactly and says so in one line', async () => {
    const lines: string[] = []
    const index = await chooseVectors(vectors, {
      exactUpTo: 0,
      load: async () => absent(),
      warn: (line) => lines.push(line),
    })
    expect(index.driver).toBe('exact')
    expect(index.search(embedOffline('联系人的回执'), 1)[0]!.id).toBe('联系人回执')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/hnswlib-node.*Searching 3 vectors exactly\.$/)
    expect(lines[0]).not.toContain('\n')
  })

  it('takes a package that is there but broken for absent', async () => {
    const broken = await loadHnsw().catch(() => undefined)
    if (!broken) return
    const Graph = function broken() {
      throw new Error('addon.node: invalid ELF header')
    } as unknown as typeof broken.Graph
    await expect(hnswVectors(vectors, undefined, async () => ({ ...broken, Graph }))).rejects.toThrow(
      /invalid ELF header.*Remedy/,
    )
  })
})
