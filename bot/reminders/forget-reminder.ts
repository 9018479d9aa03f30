import type { Change, StateStore, WriteResult } from '../../src/storage/state-store.ts'
import { type Kept, peekRecord } from '../../src/storage/versioned.ts'
import { type PersonRecord, personKind } from '../person-record.ts'
import { personKey, referenceKey } from '../record-keys.ts'
import type { ReminderRecord } from './reminder-record.ts'

/** The change that deletes what stands under a key now; none where nothing does. */
export async function forgetKey(store: StateStore, key: string): Promise<readonly Change[]> {
  const stored = await store.read(key)
  return stored ? [{ key, deleted: true, expected: stored.revision }] : []
}

/** The change that puts a value in the place of what stands under a key now. */
export async function replaceKey(store: StateStore, key: string, value: unknown): Promise<Change> {
  const stored = await store.read(key)
  return { key, value, expected: stored?.revision ?? 'absent' }
}

/** What a person's own record says of a reminder; a record that cannot be read says nothing. */
export async function findListed(store: StateStore, user: string, id: string) {
  const { key, expected, record, lost } = await peekRecord(store, personKind, personKey(user))
  return { isListed: lost !== undefined || record?.reminders.some((r) => r.id === id) === true, key, expected, record }
}

/** Deletes a reminder that was sent, from the person's list too; with the last one goes how the person is reached. */
export async function forgetReminder(
  store: StateStore,
  user: string,
  id: string,
  { key, expected }: Kept<ReminderRecord>,
): Promise<WriteResult> {
  const sent = { key, deleted: true, expected } as const
  const { record, ...person } = await findListed(store, user, id)
  if (!record) return store.writeAll([sent])
  const reminders = record.reminders.filter((r) => r.id !== id)
  const value: PersonRecord = { ...record, reminders }
  const reference = reminders.length === 0 ? await forgetKey(store, referenceKey(user)) : []
  return store.writeAll([sent, { key: person.key, value, expected: person.expected }, ...reference])
}
