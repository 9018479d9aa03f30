import { expect, it } from 'vitest'
import { createClock, readInstant } from '../../src/clock.ts'

it('stands still at a fixed instant that callers cannot move', () => {
  const clock = createClock(new Date('2001-02-03T02:00:00Z'))
  clock().setFullYear(1999)
  expect(clock().toISOString()).toBe('2001-02-03T02:00:00.000Z')
})

it('tells the time of day without one', () => {
  const before = Date.now()
  expect(createClock()().getTime()).toBeGreaterThanOrEqual(before)
})

it.each(['2001-02-03', '2001-02-03T10:00:00', '2001-02-30T10:00:00Z', 'today', ''])(
  'takes %j for no instant',
  (text) => {
    expect(readInstant(text)).toBeUndefined()
  },
)
