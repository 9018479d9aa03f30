import { expect, it } from 'vitest'
import { createMemoryStore } from '../../../src/storage/memory-store.ts'
import { describeStateStore } from '../../contracts/state-store.contract.ts'

const open = (maxCount = 100, maxAgeMs = 1_000, nowMs = () => 0) => createMemoryStore({ maxCount, maxAgeMs, nowMs })

describeStateStore('the memory driver', async () => open())

it('forgets the keys written longest ago when there are too many', async () => {
  const store = open(2)
  await store.write('a', 1, 'absent')
  await store.write('b', 1, 'absent')
  await store.write('a', 2, (await store.read('a'))!.revision)
  await store.write('c', 1, 'absent')
  expect(await store.read('b')).toBeUndefined()
  expect((await store.read('a'))?.value).toBe(2)
})

it('forgets keys that were not written for too long', async () => {
  let nowMs = 0
  const store = open(100, 1_000, () => nowMs)
  await store.write('a', 1, 'absent')
  nowMs = 1_000
  expect(await store.read('a')).toBeDefined()
  nowMs = 1_001
  expect(await store.read('a')).toBeUndefined()
})
