import { afterEach, describe, expect, it } from 'vitest'
import type { Clock } from '../../src/clock.ts'
import type { StateStore } from '../../src/storage/state-store.ts'

const DAY_ONE = new Date('2001-02-03T02:00:00.123Z')
const DAY_TWO = new Date('2001-02-04T02:00:00.123Z')

/** What every driver of the StateStore port keeps to; `create` gives an empty store. */
export function describeStateStore(name: string, create: (clock: Clock) => Promise<StateStore>): void {
  const stores: StateStore[] = []
  async function open(clock: Clock = () => DAY_ONE): Promise<StateStore> {
    const store = await create(clock)
    stores.push(store)
    return store
  }
  const keysOf = async (store: StateStore, prefix: string) => (await store.list(prefix)).map(({ key }) => key).sort()
  const current = async (store: StateStore, key: string) => (await store.read(key))?.value

  describe(`${name} as a state store`, () => {
    afterEach(async () => {
      await Promise.all(stores.splice(0).map((store) => store.close()))
    })

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

    it('reads several keys at once, in their order, each as often as it is named', async () => {
      const store = await open()
      await store.write('a', { n: 1 }, 'absent')
      await store.write('b', null, 'absent')
      const { revision } = (await store.read('a'))!
      const [b, none, a, again] = await store.readAll(['b', 'none', 'a', 'a'])
      expect([b?.value, none, a, again]).toEqual([null, undefined, { value: { n: 1 }, revision }, a])
      expect(await store.readAll([])).toEqual([])
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

    it('deletes what is not there without complaint', async () => {
      await (await open()).delete('nothing')
    })

    it.each([null, true, 0, -1.5, '', '文', '\u0000\ud800"\\', [], {}, { a: [{ b: null }], 键: '👩‍👩‍👧' }])(
      'gives back %j as it was',
      async (value) => {
        const store = await open()
        await store.write('k', value, 'absent')
        expect(await current(store, 'k')).toEqual(value)
      },
    )

    it('takes a value of some megabytes', async () => {
      const store = await open()
      const value = { text: '长😀'.repeat(500_000) }
      await store.write('k', value, 'absent')
      expect(await current(store, 'k')).toEqual(value)
    })

    describe('with several changes at once', () => {
      it('makes all of them: new, replaced and deleted keys', async () => {
        const store = await open()
        await store.write('old', 1, 'absent')
        await store.write('gone', 1, 'absent')
        const [old, gone] = await Promise.all(['old', 'gone'].map((key) => store.read(key)))
        const result = await store.writeAll([
          { key: 'new', value: 1, expected: 'absent' },
          { key: 'old', value: 2, expected: old!.revision },
          { key: 'gone', deleted: true, expected: gone!.revision },
          { key: 'never', deleted: true, expected: 'absent' },
        ])
        expect(result).toBe('stored')
        expect(await Promise.all(['new', 'old', 'gone'].map((key) => current(store, key)))).toEqual([1, 2, undefined])
      })

      it.each([
        ['a key that is there and should not be', { key: 'there', value: 9, expected: 'absent' }],
        ['a key at another revision', { key: 'there', value: 9, expected: 'another' }],
        ['a key that is not there', { key: 'missing', value: 9, expected: 'another' }],
        ['a deletion at another revision', { key: 'there', deleted: true, expected: 'another' }],
        ['a deletion of what should not be there', { key: 'there', deleted: true, expected: 'absent' }],
      ] as const)('makes none of them because of %s', async (_name, bad) => {
        const store = await open()
        await store.write('there', 1, 'absent')
        await store.write('other', 1, 'absent')
        const { revision } = (await store.read('other'))!
        const result = await store.writeAll([
          { key: 'new', value: 1, expected: 'absent' },
          { key: 'other', deleted: true, expected: revision },
          bad,
        ])
        expect(result).toBe('conflict')
        expect(await keysOf(store, '')).toEqual(['other', 'there'])
        expect(await store.read('other')).toEqual({ value: 1, revision })
      })

      it('lets exactly one of many through', async () => {
        const store = await open()
        const attempts = Array.from({ length: 20 }, (_, n) =>
          store.writeAll([
            { key: `own-${n}`, value: n, expected: 'absent' },
            { key: 'shared', value: n, expected: 'absent' },
          ]),
        )
        const results = await Promise.all(attempts)
        expect(results.filter((result) => result === 'stored')).toHaveLength(1)
        expect(await keysOf(store, 'own-')).toEqual([`own-${await current(store, 'shared')}`])
      })

      it('takes none at all for done', async () => {
        expect(await (await open()).writeAll([])).toBe('stored')
      })
    })

    it('lists the keys that begin with a prefix, read as it stands', async () => {
      const store = await open()
      const odd = [
        'a%b',
        'a_b',
        'a|b',
        'a*b',
        'a?b',
        'a[b]',
        "a'b",
        'a\\b',
        'a',
        'aa',
        'A%b',
        '甲',
        '甲|乙',
        '甲乙',
        '😀|a',
        '😀',
      ]
      for (const key of odd) await store.write(key, 1, 'absent')
      for (const prefix of [
        '',
        'a',
        'a%',
        'a_',
        'a|',
        'a*',
        'a[',
        "a'",
        'a\\',
        'A',
        '甲',
        '甲|',
        '😀',
        '😀|',
        '乙',
        '😁',
      ])
        expect(await keysOf(store, prefix), prefix).toEqual(odd.filter((key) => key.startsWith(prefix)).sort())
    })

    it('lists every one of many keys, with when it was last written', async () => {
      let now = DAY_ONE
      const store = await open(() => now)
      const many = Array.from({ length: 300 }, (_, n) => `k${n}`).sort()
      for (const key of many) await store.write(key, 1, 'absent')
      now = DAY_TWO
      await store.write('k7', 2, (await store.read('k7'))!.revision)
      expect(await keysOf(store, 'k')).toEqual(many)
      const savedAt = new Map((await store.list('k')).map((listed) => [listed.key, listed.savedAt]))
      expect([savedAt.get('k7'), savedAt.get('k8')]).toEqual([DAY_TWO, DAY_ONE])
    })

    it('forgets what was last written before an instant, under a prefix, and says how much', async () => {
      let now = DAY_ONE
      const store = await open(() => now)
      for (const key of ['a:1', 'a:2', 'a:3', 'b:1']) await store.write(key, 1, 'absent')
      now = DAY_TWO
      await store.write('a:2', 2, (await store.read('a:2'))!.revision)
      expect(await store.forgetBefore('a:', DAY_ONE)).toBe(0)
      expect(await store.forgetBefore('a:', DAY_TWO)).toBe(2)
      expect(await keysOf(store, '')).toEqual(['a:2', 'b:1'])
      expect(await store.forgetBefore('', new Date(DAY_TWO.getTime() + 1))).toBe(2)
      expect(await store.read('a:2')).toBeUndefined()
    })

    it('closes, once or twice, and then rejects', async () => {
      const store = await open()
      await store.write('k', 1, 'absent')
      await store.close()
      await store.close()
      const uses = [
        () => store.read('k'),
        () => store.write('k', 2, 'absent'),
        () => store.writeAll([]),
        () => store.delete('k'),
        () => store.list(''),
        () => store.forgetBefore('', DAY_TWO),
      ]
      for (const use of uses) await expect(use()).rejects.toThrow('closed')
    })
  })
}
