import type { Clock } from '../../src/clock.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { WriteResult } from '../../src/storage/state-store.ts'
import { hashOf, type Kept, peekRecord } from '../../src/storage/versioned.ts'
import { idOfReminder, userOfReminder } from '../record-keys.ts'
import { forgetReminder } from './forget-reminder.ts'
import {
  type Claimed,
  type ReferenceRecord,
  type ReminderRecord,
  type ReminderState,
  reminderKind,
} from './reminder-record.ts'
import { nextAttempt } from './reminder-times.ts'
import type { ReminderParts } from './settle-reminders.ts'

/** What became of a message: the channel took it, certainly did not take it, or nobody knows. */
export type Reached = 'sent' | 'failed' | 'unknown'

/** Sends an answer to where a reference leads, once; never rejects. */
export type Reach = (to: ReferenceRecord, answer: Answer) => Promise<Reached>

/** What sending reminders needs. */
export interface DeliveryParts extends ReminderParts {
  /** “Now” as turns mean it, for days; `clock` is real time, for waits and claims. */
  readonly now: Clock
  readonly reach: Reach
  readonly random: () => number
}

/** For the log. */
export const MAYBE_SENT = 'nobody knows whether a reminder arrived: it is not sent again, the next answer tells it'

/** How often a change is made again when a turn of the person was faster. */
const MAX_ATTEMPTS = 5

/** Notes what became of a reminder that this process had claimed. */
export async function finishDelivery(
  parts: DeliveryParts,
  claimed: ReminderRecord & { readonly state: Claimed },
  key: string,
  reached: Reached,
): Promise<void> {
  const failures = claimed.state.failures + (reached === 'failed' ? 1 : 0)
  const next = nextAttempt(failures, parts.clock(), parts.random).toISOString()
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const kept = await peekRecord(parts.store, reminderKind, key)
    // The person may have cancelled it while it was on its way.
    if (!isSame(kept.record?.state, claimed.state)) return
    const result =
      reached === 'sent'
        ? await forgetReminder(parts.store, userOfReminder(key), idOfReminder(key), kept)
        : await turnTo(
            reached === 'failed' ? { is: 'waiting', failures, next } : { is: 'unknown' },
            parts,
            kept,
            claimed,
          )
    if (result === 'stored') return report(parts, key, reached, { failures, next })
  }
}

const isSame = (state: ReminderState | undefined, claim: Claimed): boolean =>
  state?.is === 'claimed' && state.since === claim.since

/** Changes how far a reminder is, unless somebody else did. */
export const turnTo = (
  state: ReminderState,
  { store }: DeliveryParts,
  { key, expected }: Kept<ReminderRecord>,
  record: ReminderRecord,
): Promise<WriteResult> => store.write(key, { ...record, state }, expected)

function report(
  { logger }: DeliveryParts,
  key: string,
  reached: Reached,
  { failures, next }: { readonly failures: number; readonly next: string },
): void {
  const about = { reminder: hashOf(key), failures }
  if (reached === 'sent') logger.info(about, 'a reminder was sent')
  else if (reached === 'unknown') logger.warn(about, MAYBE_SENT)
  else logger.warn({ ...about, next }, 'a reminder could not be delivered: it is tried again')
}
