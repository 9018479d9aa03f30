import type { Clock } from '../src/clock.ts'
import type { Logger } from '../src/logger.ts'
import type { StateStore } from '../src/storage/state-store.ts'
import { PREFIX } from './record-keys.ts'

const DAY_MS = 86_400_000

/** Channels repeat a message within minutes, a client that was offline within days. */
const ANSWER_DAYS = 7

/** What is swept, and how long state is kept. */
export interface ForgetParts {
  readonly store: StateStore
  readonly clock: Clock
  readonly logger: Logger
  readonly stateDays: number
}

/** Forgets what was last written too long ago, now and once a day; the result ends it. */
export function forgetDaily(parts: ForgetParts): () => void {
  const sweep = () =>
    forgetOldState(parts).catch((err: unknown) => parts.logger.error({ err }, 'old state could not be forgotten'))
  void sweep()
  const timer = setInterval(sweep, DAY_MS).unref()
  return () => clearInterval(timer)
}

/** Deletes the state that was last written more than `stateDays` ago, and answers kept only for repeats sooner. */
export async function forgetOldState({ store, clock, logger, stateDays }: ForgetParts): Promise<void> {
  const daysAgo = (days: number) => new Date(clock().getTime() - days * DAY_MS)
  const answers = await store.forgetBefore(PREFIX.answer, daysAgo(Math.min(ANSWER_DAYS, stateDays)))
  const others = await store.forgetBefore('', daysAgo(stateDays))
  if (answers + others > 0) logger.info({ answers, others, stateDays }, 'old state forgotten')
}
