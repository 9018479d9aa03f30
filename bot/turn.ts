import type { Assistant } from '../src/assembly.ts'
import type { Answer } from '../src/domain/answer.ts'
import type { RecordParts } from '../src/storage/versioned.ts'
import type { ConversationLane } from './conversation-lane.ts'
import {
  type ConversationState,
  earlierAnswer,
  lossOf,
  readConversation,
  saveConversation,
  walksOf,
} from './conversation-state.ts'
import { zhCn } from './copy/zh-cn.ts'
import { createDocumentToken } from './documents/document-address.ts'
import type { ReferenceRecord } from './reminders/reminder-record.ts'
import { settleReminders } from './reminders/settle-reminders.ts'
import { addNote } from './reply.ts'

/** One message of a person. `now` is the instant that “today” is read from. */
export interface Message {
  /** Channel-qualified, like `user`: see `qualify` in record-keys.ts. */
  readonly conversation: string
  /** The channel's id of the message; a repeated one is answered once. */
  readonly id?: string
  /** Who wrote it, so that what is kept of a person can be found again. */
  readonly user?: string
  readonly text: string
  readonly now: Date
  /** How the person is reached later, worked out only when it is kept; undefined where the channel cannot be called. */
  readonly reference?: () => ReferenceRecord | undefined
}

/** The one door to the assistant: every channel and command line calls it. Never rejects for what a user typed. */
export type Turn = (message: Message) => Promise<Answer>

/** What a turn needs: who answers, where conversations are kept, and the queue that keeps them in order. */
export interface TurnParts extends RecordParts {
  readonly assistant: Pick<Assistant, 'answer' | 'remind' | 'notice'>
  readonly lane: ConversationLane<Answer>
}

/** How often a turn is taken again: once for a message that was answered before, or as another instance is faster. */
const MAX_ATTEMPTS = 5

/** Makes the turn function: messages of one conversation one after the other, each answered once. */
export function createTurn(parts: TurnParts): Turn {
  return (message) => parts.lane.run(message.conversation, message.id, () => takeTurn(parts, message, 1))
}

// What is answered is saved first: a person who has read an answer may count on it, whatever happens to the process. Until
// it is saved nothing has happened: an attempt that is refused leaves no trace, so all that a turn changes goes into its save.
async function takeTurn(parts: TurnParts, message: Message, attempt: number): Promise<Answer> {
  const before = await readConversation(parts, message, attempt > 1)
  const earlier = earlierAnswer(before)
  if (earlier) return earlier
  const taken = await parts.assistant.answer(message.text, {
    now: message.now,
    focus: before.conversation.record?.focus,
    walks: walksOf(before),
    newId: createDocumentToken,
  })
  const saved = await save(parts, async () => {
    const { answer: settled, walks, also } = await settleReminders(parts, before, taken, message)
    const answer = tellLoss(settled, before)
    const result = await saveConversation(parts.store, before, { focus: taken.focus, walks, answer, also })
    return result === 'stored' ? answer : result
  })
  if (typeof saved === 'object') return saved
  if (saved === 'conflict' && attempt < MAX_ATTEMPTS) return takeTurn(parts, message, attempt + 1)
  // An answer with a warning is worth more to the person than none.
  return addNote(tellLoss(taken.answer, before), zhCn.state.notKept)
}

/** The answer that was saved, or that another instance was faster. */
type Saved = Answer | 'conflict'

function tellLoss(answer: Answer, before: ConversationState): Answer {
  const loss = lossOf(before)
  return loss ? addNote(answer, zhCn.state[loss]) : answer
}

async function save({ logger }: TurnParts, write: () => Promise<Saved>): Promise<Saved | 'failed'> {
  try {
    return await write()
  } catch (err) {
    logger.error({ err }, 'a turn could not be saved: see to the disk of DATA_DIR')
    return 'failed'
  }
}
