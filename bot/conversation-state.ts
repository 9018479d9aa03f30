import type { Answer } from '../src/domain/answer.ts'
import type { Focus } from '../src/domain/conversation.ts'
import type { Change, StateStore, WriteResult } from '../src/storage/state-store.ts'
import { type Kept, type Loss, type RecordParts, readRecord } from '../src/storage/versioned.ts'
import { type AnswerRecord, answerKind, type ConversationRecord, conversationKind } from './conversation-record.ts'
import { answerKey, conversationKey } from './record-keys.ts'

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
  /** The answer that this very message was given before; none for a message without an id. */
  readonly answer?: Kept<AnswerRecord>
}

/** What a turn leaves behind. */
export interface Outcome {
  readonly focus?: Focus
  readonly answer: Answer
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
  const about = await readRecord(parts, conversationKind, conversationKey(conversation))
  if (id === undefined) return { origin, conversation: about }
  const key = answerKey(conversation, id)
  const answer = mayBeRepeat ? await readRecord(parts, answerKind, key) : ({ key, expected: 'absent' } as const)
  return { origin, conversation: about, answer }
}

/** The answer that the message was given before, as the doors send it. */
export function earlierAnswer({ answer }: ConversationState): Answer | undefined {
  return answer?.record && { ...answer.record.answer, pieces: [] }
}

/** What the person should be told of: state of theirs that could not be used. */
export function lossOf({ conversation }: ConversationState): Loss | undefined {
  return conversation.lost
}

/**
 * Saves a turn, all or nothing, unless another instance took one meanwhile. `also` is what else the turn changes: the
 * person's own record, say.
 */
export function saveConversation(
  store: StateStore,
  state: ConversationState,
  outcome: Outcome,
  also: readonly Change[] = [],
): Promise<WriteResult> {
  return store.writeAll([...conversationChanges(state, outcome), ...also])
}

function conversationChanges({ origin, conversation, answer }: ConversationState, outcome: Outcome): Change[] {
  const { user } = origin
  const record: ConversationRecord = { version: 1, users: usersWith(conversation.record, user), focus: outcome.focus }
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
