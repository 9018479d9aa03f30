import type { WriteStream } from 'node:tty'
import { SingleBar } from 'cli-progress'
import { monotonicMs } from '../src/clock.ts'
import { zhCn } from './copy/zh-cn.ts'

const SHOWN_AFTER_MS = 1_000
type Terminal = Pick<WriteStream, 'isTTY'> & NodeJS.WritableStream

/** A progress bar on a terminal's standard error for work that takes more than a second, or is expected to; it leaves nothing behind. */
export function showProgress(stream: Terminal = process.stderr, nowMs: () => number = monotonicMs) {
  const startedMs = nowMs()
  let bar: SingleBar | undefined
  return {
    step(done: number, total: number, isSlow = false): void {
      if (!stream.isTTY) return
      if (!bar && (isSlow || nowMs() - startedMs > SHOWN_AFTER_MS)) {
        const format = `${zhCn.attach.reading} {bar} {percentage}%`
        bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: true })
        bar.start(total, done)
      }
      bar?.update(done)
    },
    end(): void {
      bar?.stop()
    },
  }
}
