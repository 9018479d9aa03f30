import type { Clock } from '../../src/clock.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { WriteResult } from '../../src/storage/state-store.ts'
import { hashOf, type Kept, peekRecord, readRecord } from '../../src/storage/versioned.ts'
import { referenceKey, userOfReminder } from '../record-keys.ts'
import { findListed, forgetReminder } from './forget-reminder.ts'
import {
  type ReferenceRecord,
  type ReminderRecord,
  type ReminderState,
  referenceKind,
  reminderKind,
} from './reminder-record.ts'
import { isLapsed, nextAttempt, sentFrom } from './reminder-times.ts'
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

const MAX_ATTEMPTS = 5

/** Sends a reminder if it is due and nobody else does: claimed in the store first, so that it goes off once at most. */
export async function deliverReminder(parts: DeliveryParts, key: string): Promise<void> {
  const kept = await peekRecord(parts.store, reminderKind, key)
  const { record, lost } = kept
  if (lost) return setAside(parts, key)
  if (!record || record.notice !== parts.assistant.notice.id) return
  const { state } = record
  if (state.is === 'claimed' && isLapsed(state.since, parts.clock())) await becomesUnknown(parts, kept, record)
  if (state.is === 'waiting' && isDue(record, state, parts)) await deliverDue(parts, kept, record, state)
}

type Waiting = Extract<ReminderState, { readonly is: 'waiting' }>

const isDue = ({ on }: ReminderRecord, { next }: Waiting, { now, clock }: DeliveryParts): boolean =>
  now() >= sentFrom(on) && (next === undefined || clock() >= new Date(next))

async function deliverDue(
  parts: DeliveryParts,
  kept: Kept<ReminderRecord>,
  record: ReminderRecord,
  { failures }: Waiting,
): Promise<void> {
  const { store, assistant, clock, logger } = parts
  const user = userOfReminder(kept.key)
  const told = assistant.remind({ date: record.date }, parts.now())
  if (!told) return
  if (!(await findListed(store, user, idOf(kept.key))).isListed) return drop(parts, kept)
  if (told.isOver) {
    if ((await become(parts, kept, record, { is: 'missed' })) === 'stored')
      logger.warn({ reminder: hashOf(kept.key), failures }, 'a reminder was given up: its date is over')
    return
  }
  const { record: reference } = await peekRecord(store, referenceKind, referenceKey(user))
  if (!reference) return
  const claim = { is: 'claimed', failures, since: clock().toISOString() } as const
  if ((await become(parts, kept, record, claim)) === 'conflict') return
  await finish(parts, { ...record, state: claim }, kept.key, await parts.reach(reference, told.answer))
}

async function finish(
  parts: DeliveryParts,
  claimed: ReminderRecord & { readonly state: { readonly failures: number; readonly since: string } },
  key: string,
  reached: Reached,
): Promise<void> {
  const { store, logger, clock, random } = parts
  const { failures, since } = claimed.state
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const kept = await peekRecord(store, reminderKind, key)
    const { state } = kept.record ?? {}
    // The person may have cancelled it while it was on its way.
    if (state?.is !== 'claimed' || state.since !== since) return
    const next = nextAttempt(failures + 1, clock(), random).toISOString()
    const result = await {
      sent: () =>
        forgetReminder(store, userOfReminder(key), idOf(key), { key, deleted: true, expected: kept.expected }),
      failed: () => become(parts, kept, claimed, { is: 'waiting', failures: failures + 1, next }),
      unknown: () => become(parts, kept, claimed, { is: 'unknown' }),
    }[reached]()
    if (result === 'conflict') continue
    const about = { reminder: hashOf(key), failures: failures + (reached === 'failed' ? 1 : 0) }
    if (reached === 'sent') logger.info(about, 'a reminder was sent')
    else if (reached === 'failed')
      logger.warn({ ...about, next }, 'a reminder could not be delivered: it is tried again')
    else logger.warn(about, UNKNOWN)
    return
  }
}
const UNKNOWN = 'nobody knows whether a reminder arrived: it is not sent again, the next answer tells it'

async function becomesUnknown(parts: DeliveryParts, kept: Kept<ReminderRecord>, record: ReminderRecord): Promise<void> {
  const result = await become(parts, kept, record, { is: 'unknown' })
  if (result === 'stored') parts.logger.warn({ reminder: hashOf(kept.key) }, UNKNOWN)
}

const become = (
  { store }: DeliveryParts,
  { key, expected }: Kept<ReminderRecord>,
  record: ReminderRecord,
  state: ReminderState,
): Promise<WriteResult> => store.write(key, { ...record, state }, expected)

// What a person has is what their own record says: a reminder that it does not name was begun afresh with it.
async function drop({ store }: DeliveryParts, { key, expected }: Kept<ReminderRecord>): Promise<void> {
  await store.writeAll([{ key, deleted: true, expected }])
}

async function setAside(parts: DeliveryParts, key: string): Promise<void> {
  const { expected } = await readRecord(parts, reminderKind, key)
  await parts.store.writeAll([{ key, deleted: true, expected }])
}

const idOf = (key: string): string => key.slice(key.lastIndexOf('|') + 1)
