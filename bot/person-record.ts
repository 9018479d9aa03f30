import { z } from 'zod'
import { REPLIES, type Reminder, STATUSES, WALK_KINDS, type Walk } from '../src/domain/walkthrough.ts'
import type { RecordKind, Shape } from '../src/storage/versioned.ts'

/** What is kept of a person: their walk-throughs and reminders, the same in every conversation of theirs. */
export interface PersonRecord {
  readonly version: 1
  readonly walks: readonly Walk[]
  readonly reminders: readonly Reminder[]
}

/** Whose walk-through a document link hands over. */
export interface DocumentRecord {
  readonly version: 1
  readonly user: string
}

const day = z.iso.date()
const mark = z.strictObject({
  is: z.enum([...STATUSES, ...REPLIES]),
  note: z.string().optional(),
  on: day,
})
const walk = z.strictObject({
  id: z.string(),
  kind: z.enum(WALK_KINDS),
  notice: z.string(),
  track: z.string().optional(),
  part: z.string(),
  place: z.string().optional(),
  begun: day,
  touched: day,
  marks: z.record(z.string(), mark),
  at: z.string().optional(),
  skipped: z.array(z.string()),
  last: z.string().optional(),
} satisfies Shape<Walk>)
const reminder = z.strictObject({
  id: z.string(),
  date: z.string(),
  daysBefore: z.number().int(),
  on: day,
} satisfies Shape<Reminder>)

export const personKind: RecordKind<PersonRecord> = {
  name: 'person',
  version: 1,
  schema: z.strictObject({ version: z.literal(1), walks: z.array(walk), reminders: z.array(reminder) }),
}

export const documentKind: RecordKind<DocumentRecord> = {
  name: 'document',
  version: 1,
  schema: z.strictObject({ version: z.literal(1), user: z.string() }),
}
