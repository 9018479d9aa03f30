import type { StateStore } from '../src/storage/state-store.ts'
import { SET_ASIDE } from '../src/storage/versioned.ts'
import { PREFIX } from './record-keys.ts'

/** One record about a person, as it is kept. */
export interface PersonalRecord {
  readonly key: string
  readonly savedAt: Date
  readonly value: unknown
}

/** Everything kept about a person (channel-qualified), by key: what is their own, and the conversations they write in. */
export async function findPersonalRecords(store: StateStore, user: string): Promise<readonly PersonalRecord[]> {
  const all = await readAll(store)
  const conversations = new Set(all.filter((record) => writesIn(record, user)).map(({ key }) => conversationOf(key)))
  return all.filter((record) => isOf(record, user, conversations)).sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Deletes everything kept about a person and gives how many records that were. */
export async function deletePersonalRecords(store: StateStore, user: string): Promise<number> {
  const records = await findPersonalRecords(store, user)
  for (const { key } of records) await store.delete(key)
  return records.length
}

async function readAll(store: StateStore): Promise<readonly PersonalRecord[]> {
  const records: PersonalRecord[] = []
  for (const { key, savedAt } of await store.list('')) {
    const stored = await store.read(key)
    if (stored) records.push({ key, savedAt, value: stored.value })
  }
  return records
}

function writesIn({ key, value }: PersonalRecord, user: string): boolean {
  if (!subjectOf(key).startsWith(PREFIX.conversation)) return false
  const { users } = Object(value) as { readonly users?: unknown }
  return Array.isArray(users) && users.includes(user)
}

function isOf({ key, value }: PersonalRecord, user: string, conversations: ReadonlySet<string>): boolean {
  const subject = subjectOf(key)
  const [channel, member] = user.split('|')
  if (subject === PREFIX.user + user || subject === PREFIX.reference + user) return true
  if (subject.startsWith(`${PREFIX.reminder}${user}|`)) return true
  if (subject.startsWith(PREFIX.conversation)) return conversations.has(conversationOf(key))
  if (subject.startsWith(`${PREFIX.welcome}${channel}|`)) return subject.endsWith(`|${member}`)
  if (subject.startsWith(PREFIX.document)) return Object(value).user === user
  if (!subject.startsWith(PREFIX.answer)) return false
  // Whose an answer is that does not say so follows from its conversation.
  const { user: asked } = Object(value) as { readonly user?: unknown }
  return asked === undefined ? conversations.has(conversationOf(key)) : asked === user
}

/** The key that a record had before it was set aside, if it was. */
function subjectOf(key: string): string {
  return key.startsWith(SET_ASIDE) ? key.slice(SET_ASIDE.length).replace(/^\d[\dT:.-]+Z:/, '') : key
}

/** The channel-qualified conversation that a key is about. */
function conversationOf(key: string): string {
  const [, about = ''] = /^[^:]+:(.*)$/s.exec(subjectOf(key)) ?? []
  return about.split('|').slice(0, 2).join('|')
}
