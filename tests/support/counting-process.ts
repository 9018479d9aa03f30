import { createClock } from '../../src/clock.ts'
import { createLogger } from '../../src/logger.ts'
import { openSqliteStore } from '../../src/storage/sqlite-store.ts'

// A process of its own for tests of the store: opens the file when the others do, tries to be first at one key, and adds to
// two others together, as often as it is told, by compare-and-set.
const [dataDir = '', times = ''] = process.argv.slice(2)
const store = await openSqliteStore({ dataDir, clock: createClock(), logger: createLogger('warn'), broken: 'refuse' })
console.log(await store.write('first', process.pid, 'absent'))
for (let done = 0; done < Number(times); ) {
  const [one, two] = await Promise.all([store.read('one'), store.read('two')])
  const result = await store.writeAll([
    { key: 'one', value: ((one?.value as number) ?? 0) + 1, expected: one?.revision ?? 'absent' },
    { key: 'two', value: ((two?.value as number) ?? 0) + 1, expected: two?.revision ?? 'absent' },
  ])
  if (result === 'stored') done += 1
}
await store.close()
