import { SingleBar } from 'cli-progress'
import { monotonicMs } from '../src/clock.ts'

const SHOWN_AFTER_MS = 1_000

/** A progress bar on a terminal's standard error for work that takes more than a second. */
export function showProgress() {
  const startedMs = monotonicMs()
  let bar: SingleBar | undefined
  return {
    step(done: number, total: number): void {
      if (!process.stderr.isTTY) return
      if (!bar && monotonicMs() - startedMs > SHOWN_AFTER_MS) {
        bar = new SingleBar({ format: '{bar} {value}/{total}', stream: process.stderr, clearOnComplete: true })
        bar.start(total, done)
      }
      bar?.update(done)
    },
    end(): void {
      bar?.stop()
    },
  }
}
