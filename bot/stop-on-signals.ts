import type { Logger } from '../src/logger.ts'
import type { RunningServer } from './server.ts'

/** How long turns in flight may take to finish once the process is asked to end. */
export const GRACE_MS = 10_000

/** Ends the process with 0 on SIGTERM or SIGINT, after the turns in flight; the signal again changes nothing. */
export function stopOnSignals(server: RunningServer, logger: Logger): void {
  let stopping = false
  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (stopping) return
    stopping = true
    logger.info({ signal }, 'stopping')
    const inTime = await server.stop(GRACE_MS)
    if (!inTime) logger.warn({ graceMs: GRACE_MS }, 'stopped with turns unfinished')
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
