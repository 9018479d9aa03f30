import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { createConversationLane } from '../../bot/conversation-lane.ts'

const open = (maxCount = 10) => createConversationLane<string>({ maxCount, maxAgeMs: 1_000, nowMs: () => 0 })

describe('a conversation lane', () => {
  it('takes the messages of one conversation one after the other, in order', async () => {
    const lane = open()
    const log: string[] = []
    const work = (name: string, ms: number) => async () => {
      log.push(`+${name}`)
      await wait(ms)
      log.push(`-${name}`)
      return name
    }
    const all = [
      lane.run('c', '1', work('a', 20)),
      lane.run('c', '2', work('b', 1)),
      lane.run('c', undefined, work('d', 1)),
    ]
    expect(await Promise.all(all)).toEqual(['a', 'b', 'd'])
    expect(log).toEqual(['+a', '-a', '+b', '-b', '+d', '-d'])
  })

  it('does not let one conversation wait for another', async () => {
    const lane = open()
    const never = lane.run('stuck', '1', () => new Promise<string>(() => {}))
    expect(await lane.run('free', '1', async () => 'done')).toBe('done')
    void never
  })

  it('answers a repeated id once, while it runs and afterwards', async () => {
    const lane = open()
    const work = vi.fn(async () => wait(10, 'answer'))
    const [first, second] = await Promise.all([lane.run('c', '1', work), lane.run('c', '1', work)])
    expect([first, second, await lane.run('c', '1', work)]).toEqual(['answer', 'answer', 'answer'])
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('does not take equal ids of two conversations for a repeat', async () => {
    const lane = open()
    expect(await lane.run('a', '1', async () => 'for a')).toBe('for a')
    expect(await lane.run('b', '1', async () => 'for b')).toBe('for b')
  })

  it('goes on after a failure, and lets the failed message be sent again', async () => {
    const lane = open()
    const failing = lane.run('c', '1', async () => Promise.reject(new Error('no')))
    const next = lane.run('c', '2', async () => 'next')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('next')
    expect(await lane.run('c', '1', async () => 'again')).toBe('again')
  })

  it('remembers a bounded number of answers', async () => {
    const lane = open(2)
    for (const id of ['1', '2', '3']) await lane.run('c', id, async () => 'first')
    expect(await lane.run('c', '1', async () => 'second')).toBe('second')
    expect(await lane.run('c', '3', async () => 'second')).toBe('first')
  })
})
