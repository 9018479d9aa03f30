import type { Assistant } from '../../src/assembly.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Reminder, WalkMemory } from '../../src/domain/walkthrough.ts'
import { beijingDate } from '../../src/rules/calendar.ts'
import type { Change } from '../../src/storage/state-store.ts'
import { type RecordParts, readRecord } from '../../src/storage/versioned.ts'
import { type ConversationState, personOf, walksOf } from '../conversation-state.ts'
import { referenceKey, reminderKey } from '../record-keys.ts'
import { putBefore } from '../reply.ts'
import { forgetKey, replaceKey } from './forget-reminder.ts'
import { type ReferenceRecord, type ReminderRecord, reminderKind } from './reminder-record.ts'
import { isLapsed, sentFrom } from './reminder-times.ts'

/** What a turn's reminders need beside the records. */
export interface ReminderParts extends RecordParts {
  readonly assistant: Pick<Assistant, 'remind' | 'notice'>
}

/** What the assistant made of a message. */
interface Taken {
  readonly answer: Answer
  readonly walks?: WalkMemory
}

/** A turn with its reminders: the answer after those that were due, what is left, and the changes that go with it. */
export interface Settled extends Taken {
  readonly also: readonly Change[]
}

/** Where and when a message came. */
interface Moment {
  readonly now: Date
  readonly reference?: () => ReferenceRecord | undefined
}

/** An answer stays one that people read. */
const MOST_TOLD = 2

/** Tells the reminders that are due and that nobody sends, and keeps the records of those that a turn set or cancelled. */
export async function settleReminders(
  parts: ReminderParts,
  before: ConversationState,
  taken: Taken,
  moment: Moment,
): Promise<Settled> {
  const was = walksOf(before).reminders
  const wanted = taken.walks?.reminders ?? was
  const day = beijingDate(moment.now)
  if (wanted === was && !was.some(({ on }) => on <= day)) return { ...taken, also: [] }
  const user = personOf(before.origin)
  const due = was.filter((r) => r.on <= day && wanted.includes(r))
  const told = await tellDue(parts, user, due, moment.now)
  const left = told.length > 0 ? wanted.filter((r) => !told.some(({ id }) => id === r.id)) : wanted
  return {
    answer: told.reduceRight((answer, { reminder }) => putBefore(reminder, answer), taken.answer),
    walks: { ...(taken.walks ?? walksOf(before)), reminders: left },
    also: [
      ...told.flatMap(({ change }) => change),
      ...(await recordChanges(parts, user, was, wanted)),
      ...(await referenceChanges(parts, user, { was, wanted, left }, moment.reference)),
    ],
  }
}

interface Told {
  readonly id: string
  readonly reminder: Answer
  readonly change: readonly Change[]
}

async function tellDue(
  parts: ReminderParts,
  user: string,
  due: readonly Reminder[],
  now: Date,
): Promise<readonly Told[]> {
  const told: Told[] = []
  for (const reminder of due) {
    if (told.length === MOST_TOLD) break
    const one = await tellOne(parts, user, reminder, now)
    if (one) told.push(one)
  }
  return told
}

async function tellOne(
  parts: ReminderParts,
  user: string,
  { id, date, on }: Reminder,
  now: Date,
): Promise<Told | undefined> {
  const { assistant, clock } = parts
  const { key, expected, record } = await readRecord(parts, reminderKind, reminderKey(user, id))
  if (record && (record.notice !== assistant.notice.id || isInHand(record, clock()))) return undefined
  if (record?.state.is === 'waiting' && now < sentFrom(on) && (await isReachable(parts, user))) return undefined
  const maybeSent = record !== undefined && MAYBE_SENT.has(record.state.is)
  const reminder = assistant.remind({ date, maybeSent }, now)?.answer
  if (!reminder) return undefined
  // Taken at the revision that was read: of this turn and a process that is about to send it, one wins.
  return { id, reminder, change: expected === 'absent' ? [] : [{ key, deleted: true, expected }] }
}
const MAYBE_SENT: ReadonlySet<string> = new Set(['unknown', 'claimed'])

const isInHand = ({ state }: ReminderRecord, now: Date): boolean =>
  state.is === 'claimed' && !isLapsed(state.since, now)

const isReachable = async ({ store }: ReminderParts, user: string): Promise<boolean> =>
  (await store.read(referenceKey(user))) !== undefined

async function recordChanges(
  { store, assistant }: ReminderParts,
  user: string,
  was: readonly Reminder[],
  wanted: readonly Reminder[],
): Promise<readonly Change[]> {
  const set = wanted.filter((r) => !was.includes(r)).map((r) => waiting(user, r, assistant.notice.id))
  const cancelled = was.filter((r) => !wanted.includes(r))
  return [...set, ...(await Promise.all(cancelled.map(({ id }) => forgetKey(store, reminderKey(user, id))))).flat()]
}

function waiting(user: string, { id, date, on }: Reminder, notice: string): Change {
  const value: ReminderRecord = { version: 1, notice, date, on, state: { is: 'waiting', failures: 0 } }
  return { key: reminderKey(user, id), value, expected: 'absent' }
}

// Only of people with reminders it is kept how to reach them.
async function referenceChanges(
  { store }: ReminderParts,
  user: string,
  { was, wanted, left }: Record<'was' | 'wanted' | 'left', readonly Reminder[]>,
  referenceOf: Moment['reference'],
): Promise<readonly Change[]> {
  const key = referenceKey(user)
  if (left.length === 0) return was.length > 0 ? forgetKey(store, key) : []
  const reference = wanted.some((r) => !was.includes(r)) ? referenceOf?.() : undefined
  return reference ? [await replaceKey(store, key, reference)] : []
}
