import type { Answer } from '../src/domain/answer.ts'
import type { Focus } from '../src/domain/conversation.ts'
import { NOTHING_SAVED, type WalkMemory } from '../src/domain/walkthrough.ts'
import type { Change, StateStore, WriteResult } from '../src/storage/state-store.ts'
import { type Kept, type Loss, type RecordParts, readRecord, readTwoRecords } from '../src/storage/versioned.ts'
import { type AnswerRecord, answerKind, type ConversationRecord, conversationKind } from './conversation-record.ts'
import { type DocumentRecord, type PersonRecord, personKind } from './person-record.ts'
import { answerKey, conversationKey, documentKey, personKey } from './record-keys.ts'

/** One message's place: who wrote it, where, and under which id. */
export interface Origin {
  readonly conversation: string
  readonly id?: string
  readonly user?: string
}

/** All that is known when a message comes. A turn reads it once and writes it once, whole. */
export interface ConversationState {
  readonly origin: Origin
  readonly conversation: Kept<ConversationRecord>
  /** What the person keeps in all conversations of theirs. */
  readonly person: Kept<PersonRecord>
  /** The answer that this very message was given before; none for a message without an id. */
  readonly answer?: Kept<AnswerRecord>
}

/** What a turn leaves behind. */
export interface Outcome {
  readonly focus?: Focus
  readonly walks?: WalkMemory
  readonly answer: Answer
  /** What else the turn changes, in the same write. */
  readonly also?: readonly Change[]
}

/** A group may be large; of those who wrote longest ago only their own answers are known to be theirs. */
const MAX_USERS = 200

/**
 * Reads what a conversation is about. Nearly every message is new: whether it was answered before is looked up only when
 * asked for, after the save that took it for new has been refused.
 */
export async function readConversation(
  parts: RecordParts,
  origin: Origin,
  mayBeRepeat: boolean,
): Promise<ConversationState> {
  const { conversation, id } = origin
  const [about, person] = await readTwoRecords(
    parts,
    [conversationKind, conversationKey(conversation)],
    [personKind, personKey(personOf(origin))],
  )
  if (id === undefined) return { origin, conversation: about, person }
  const key = answerKey(conversation, id)
  const answer = mayBeRepeat ? await readRecord(parts, answerKind, key) : ({ key, expected: 'absent' } as const)
  return { origin, conversation: about, person, answer }
}

/** Whose walk-throughs and reminders a message is about: where nobody is named, the conversation stands for the person. */
export const personOf = ({ user, conversation }: Origin): string => user ?? conversation

// The same lists each time: what is not changed is told by them.
const NOTHING_KEPT = { walks: NOTHING_SAVED.saved, reminders: NOTHING_SAVED.reminders }

/** The walk-throughs that were kept, and the one that the conversation is in. */
export function walksOf({ person, conversation }: ConversationState): WalkMemory {
  const active = conversation.record?.walk
  const { walks: saved, reminders } = person.record ?? NOTHING_KEPT
  return { saved, reminders, ...(active && { active }) }
}

/** The answer that the message was given before, as the doors send it. */
export function earlierAnswer({ answer }: ConversationState): Answer | undefined {
  return answer?.record && { ...answer.record.answer, pieces: [] }
}

/** What the person should be told of: state of theirs that could not be used. */
export function lossOf({ conversation, person }: ConversationState): Loss | undefined {
  return person.lost ?? conversation.lost
}

/** Saves a turn, all or nothing, unless another instance took one meanwhile. */
export function saveConversation(store: StateStore, state: ConversationState, outcome: Outcome): Promise<WriteResult> {
  const { also = [] } = outcome
  return store.writeAll([...conversationChanges(state, outcome), ...personChanges(state, outcome), ...also])
}

// Most turns change nothing of the person's: their record is written only when it does.
function personChanges(state: ConversationState, { walks }: Outcome): Change[] {
  const { person, origin } = state
  const before = walksOf(state)
  // What was lost is begun afresh at once: otherwise every turn would set its copy aside again.
  const isSame = walks === undefined || (walks.saved === before.saved && walks.reminders === before.reminders)
  if (isSame && !person.lost) return []
  const { saved, reminders } = walks ?? before
  const record: PersonRecord = { version: 1, walks: saved, reminders }
  const begun = saved.filter((w) => !before.saved.some((b) => b.id === w.id))
  return [replace(person, record), ...begun.map(({ id }) => documentChange(id, personOf(origin)))]
}

// From its beginning a walk-through is found by its id: its documents may be asked for at any time.
function documentChange(id: string, user: string): Change {
  const record: DocumentRecord = { version: 1, user }
  return { key: documentKey(id), value: record, expected: 'absent' }
}

function conversationChanges({ origin, conversation, answer }: ConversationState, outcome: Outcome): Change[] {
  const { user } = origin
  const record: ConversationRecord = {
    version: 1,
    users: usersWith(conversation.record, user),
    focus: outcome.focus,
    walk: outcome.walks?.active,
  }
  const changes = [replace(conversation, record)]
  if (answer) changes.push(replace(answer, answerRecord(outcome.answer, user)))
  return changes
}

function answerRecord({ pieces: _, ...answer }: Answer, user: string | undefined): AnswerRecord {
  return { version: 1, user, answer }
}

function replace<T>({ key, expected }: Kept<T>, value: T): Change {
  return { key, value, expected }
}

function usersWith(record: ConversationRecord | undefined, user: string | undefined): readonly string[] {
  const before = record?.users ?? []
  return user === undefined ? before : [...before.filter((one) => one !== user), user].slice(-MAX_USERS)
}
