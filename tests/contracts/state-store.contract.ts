import { describe, expect, it } from 'vitest'
import type { StateStore } from '../../src/storage/state-store.ts'

/** What every driver of the StateStore port keeps to; `open` gives an empty store. */
export function describeStateStore(name: string, open: () => Promise<StateStore>): void {
  describe(`${name} as a state store`, () => {
    it('knows nothing of a key that was never written', async () => {
      expect(await (await open()).read('k')).toBeUndefined()
    })

    it('gives back what was written, as a copy', async () => {
      const store = await open()
      const value = { list: ['甲'], nested: { n: 1 } }
      await store.write('k', value, 'absent')
      value.list.push('乙')
      const first = (await store.read('k'))!
      expect(first.value).toEqual({ list: ['甲'], nested: { n: 1 } })
      const { list } = first.value as { list: string[] }
      list.push('丙')
      expect((await store.read('k'))?.value).toEqual({ list: ['甲'], nested: { n: 1 } })
    })

    it('writes an absent key only once', async () => {
      const store = await open()
      expect(await store.write('k', 1, 'absent')).toBe('stored')
      expect(await store.write('k', 2, 'absent')).toBe('conflict')
      expect((await store.read('k'))?.value).toBe(1)
    })

    it('replaces a value only at the revision that was read', async () => {
      const store = await open()
      await store.write('k', 1, 'absent')
      const { revision } = (await store.read('k'))!
      expect(await store.write('k', 2, revision)).toBe('stored')
      expect(await store.write('k', 3, revision)).toBe('conflict')
      expect((await store.read('k'))?.value).toBe(2)
    })

    it('refuses a revision of a key that is gone', async () => {
      const store = await open()
      await store.write('k', 1, 'absent')
      const { revision } = (await store.read('k'))!
      await store.delete('k')
      expect(await store.write('k', 2, revision)).toBe('conflict')
      expect(await store.write('k', 2, 'absent')).toBe('stored')
    })

    it('never gives a rewritten key an earlier revision', async () => {
      const store = await open()
      await store.write('k', 1, 'absent')
      const { revision } = (await store.read('k'))!
      await store.delete('k')
      await store.write('k', 1, 'absent')
      expect(await store.write('k', 2, revision)).toBe('conflict')
    })

    it('lets exactly one of many writers through', async () => {
      const store = await open()
      const results = await Promise.all(Array.from({ length: 20 }, (_, n) => store.write('k', n, 'absent')))
      expect(results.filter((result) => result === 'stored')).toHaveLength(1)
    })

    it('keeps keys apart and takes any characters in them', async () => {
      const store = await open()
      await store.write('["a","b"]', 1, 'absent')
      await store.write('["a"]/../会话:#', 2, 'absent')
      expect((await store.read('["a","b"]'))?.value).toBe(1)
      expect((await store.read('["a"]/../会话:#'))?.value).toBe(2)
    })

    it('deletes what is not there without complaint, and closes', async () => {
      const store = await open()
      await store.delete('nothing')
      await store.close()
    })
  })
}
