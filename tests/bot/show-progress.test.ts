import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { showProgress } from '../../bot/show-progress.ts'

async function drawn(
  isTTY: boolean,
  work: (step: ReturnType<typeof showProgress>['step'], later: (ms: number) => void) => void,
) {
  const stream = Object.assign(new PassThrough(), { isTTY, cursorTo() {}, clearLine() {}, columns: 80 })
  let nowMs = 0
  const progress = showProgress(stream as never, () => nowMs)
  work(progress.step, (ms) => {
    nowMs += ms
  })
  progress.end()
  stream.end()
  return text(stream)
}

describe('the progress bar', () => {
  it('is drawn once the work takes more than a second', async () => {
    expect(
      await drawn(true, (step, later) => {
        step(1, 10)
        later(1_001)
        step(5, 10)
      }),
    ).toContain('正在读取')
  })

  it('is drawn at once before a step that is expected to take so long', async () => {
    expect(await drawn(true, (step) => step(0, 100, true))).toContain('0%')
  })

  it('is not drawn for quick work, nor where nobody looks', async () => {
    expect(
      await drawn(true, (step, later) => {
        step(1, 2)
        later(900)
        step(2, 2)
      }),
    ).toBe('')
    expect(await drawn(false, (step) => step(0, 100, true))).toBe('')
  })
})
