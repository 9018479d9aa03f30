import { hashOf, type Kept, peekRecord, readRecord } from '../../src/storage/versioned.ts'
import { idOfReminder, referenceKey, userOfReminder } from '../record-keys.ts'
import { type DeliveryParts, finishDelivery, MAYBE_SENT, turnTo } from './finish-delivery.ts'
import { findListed } from './forget-reminder.ts'
import { type ReminderRecord, referenceKind, reminderKind, type Waiting } from './reminder-record.ts'
import { isLapsed, sentFrom } from './reminder-times.ts'

/** Sends a reminder if it is due and nobody else does: claimed in the store first, so that it goes off once at most. */
export async function deliverReminder(parts: DeliveryParts, key: string): Promise<void> {
  const kept = await peekRecord(parts.store, reminderKind, key)
  const { record, lost } = kept
  if (lost) return setAside(parts, key)
  if (!record || record.notice !== parts.assistant.notice.id) return
  const { state } = record
  if (state.is === 'claimed' && isLapsed(state.since, parts.clock())) await giveUpClaim(parts, kept, record)
  if (state.is === 'waiting' && isDue(record, state, parts)) await deliverDue(parts, kept, record, state)
}

const isDue = ({ on }: ReminderRecord, { next }: Waiting, { now, clock }: DeliveryParts): boolean =>
  now() >= sentFrom(on) && (next === undefined || clock() >= new Date(next))

async function deliverDue(
  parts: DeliveryParts,
  kept: Kept<ReminderRecord>,
  record: ReminderRecord,
  { failures }: Waiting,
): Promise<void> {
  const { store, assistant, clock } = parts
  const user = userOfReminder(kept.key)
  const told = assistant.remind({ date: record.date }, parts.now())
  if (!told) return
  if (!(await findListed(store, user, idOfReminder(kept.key))).isListed) return drop(parts, kept)
  if (told.isOver) return miss(parts, kept, record, failures)
  const { record: reference } = await peekRecord(store, referenceKind, referenceKey(user))
  // Whoever cannot be reached is told at their next message.
  if (!reference) return
  const claim = { is: 'claimed', failures, since: clock().toISOString() } as const
  if ((await turnTo(claim, parts, kept, record)) === 'conflict') return
  await finishDelivery(parts, { ...record, state: claim }, kept.key, await parts.reach(reference, told.answer))
}

// A push about what nobody can change any more would only alarm; to say nothing would hide that we failed.
async function miss(
  parts: DeliveryParts,
  kept: Kept<ReminderRecord>,
  record: ReminderRecord,
  failures: number,
): Promise<void> {
  if ((await turnTo({ is: 'missed' }, parts, kept, record)) === 'conflict') return
  parts.logger.warn({ reminder: hashOf(kept.key), failures }, 'a reminder was given up: its date is over')
}

async function giveUpClaim(parts: DeliveryParts, kept: Kept<ReminderRecord>, record: ReminderRecord): Promise<void> {
  const result = await turnTo({ is: 'unknown' }, parts, kept, record)
  if (result === 'stored') parts.logger.warn({ reminder: hashOf(kept.key) }, MAYBE_SENT)
}

// What a person has is what their own record says: a reminder that it does not name was begun afresh with it.
async function drop({ store }: DeliveryParts, { key, expected }: Kept<ReminderRecord>): Promise<void> {
  await store.writeAll([{ key, deleted: true, expected }])
}

async function setAside(parts: DeliveryParts, key: string): Promise<void> {
  await drop(parts, await readRecord(parts, reminderKind, key))
}
