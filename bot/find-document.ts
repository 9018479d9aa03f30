import type { Assistant } from '../src/assembly.ts'
import type { Clock } from '../src/clock.ts'
import { type RecordParts, readRecord } from '../src/storage/versioned.ts'
import type { FindDocument } from './documents/document-door.ts'
import { documentKind, personKind } from './person-record.ts'
import { documentKey, personKey } from './record-keys.ts'

/** Finds the walk-through that a link hands over, as it is now; undefined once it is gone. */
export function createFindDocument(
  records: RecordParts,
  assistant: Pick<Assistant, 'document'>,
  now: Clock,
): FindDocument {
  return async (token) => {
    const { record } = await readRecord(records, documentKind, documentKey(token))
    if (!record) return undefined
    const person = await readRecord(records, personKind, personKey(record.user))
    const walk = person.record?.walks.find((w) => w.id === token)
    return walk && assistant.document(walk, now())
  }
}
