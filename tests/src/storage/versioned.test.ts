import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createLogger } from '../../../src/logger.ts'
import { createMemoryStore } from '../../../src/storage/memory-store.ts'
import { type RecordKind, readRecord } from '../../../src/storage/versioned.ts'

const NOW = new Date('2001-02-03T02:00:00Z')

interface Walk {
  readonly version: 4
  readonly done: readonly string[]
}

/** Version 1 cannot be carried over; version 2 held one name, version 3 had another word for the list. */
const walk: RecordKind<Walk> = {
  name: 'walk',
  version: 4,
  schema: z.strictObject({ version: z.literal(4), done: z.array(z.string()) }),
  steps: {
    2: ({ item }: { item: string }) => ({ version: 3, items: [item.trim()] }),
    3: ({ items }: { items: string[] }) => ({ version: 4, done: items }),
  },
}

async function readBack(value: unknown) {
  const log: string[] = []
  const store = createMemoryStore(() => NOW)
  await store.write('k', value, 'absent')
  const logger = createLogger('warn', (line) => log.push(line))
  const kept = await readRecord({ store, clock: () => NOW, logger }, walk, 'k')
  return { kept, log, store }
}

describe('a record', () => {
  it('that was never written is absent, and nothing is lost', async () => {
    const { store } = await readBack(1)
    const parts = { store, clock: () => NOW, logger: createLogger('silent') }
    expect(await readRecord(parts, walk, 'other')).toEqual({ key: 'other', expected: 'absent' })
  })

  it('of today is given with the revision to replace it at', async () => {
    const { kept, store } = await readBack({ version: 4, done: ['甲'] })
    expect(kept).toEqual({
      key: 'k',
      expected: (await store.read('k'))?.revision,
      record: { version: 4, done: ['甲'] },
    })
  })

  it.each([[{ version: 2, item: ' 甲 ' }], [{ version: 3, items: ['甲'] }]])(
    'of an older version goes up all the steps: %j',
    async (value) => {
      const { kept, log } = await readBack(value)
      expect(kept.record).toEqual({ version: 4, done: ['甲'] })
      expect(log).toEqual([])
    },
  )

  it('of a version that no step leads from is started afresh, which is said', async () => {
    const { kept, log, store } = await readBack({ version: 1, item: 'secret' })
    expect(kept).toEqual({ key: 'k', expected: (await store.read('k'))?.revision, lost: 'outdated' })
    expect(log).toHaveLength(1)
    expect(log[0]).not.toContain('secret')
  })

  it.each([
    [{ version: 5, done: [] }],
    [{ version: 4, done: 'secret' }],
    [{ version: 4, done: [], more: 1 }],
    [{ version: 2, item: 7 }],
    [{ version: '4', done: [] }],
    [{ done: [] }],
    ['secret'],
    [null],
    [[]],
  ])('that cannot be read is set aside as it is and reads as lost: %j', async (value) => {
    const { kept, log, store } = await readBack(value)
    expect(kept).toEqual({ key: 'k', expected: (await store.read('k'))?.revision, lost: 'unreadable' })
    expect((await store.read('set-aside:2001-02-03T02:00:00.000Z:k'))?.value).toEqual(value)
    expect(log).toHaveLength(1)
    expect(JSON.parse(log[0]!)).toMatchObject({ kind: 'walk', current: 4, keyHash: expect.stringMatching(/^\w{12}$/) })
    expect(log[0]).not.toContain('secret')
  })
})
