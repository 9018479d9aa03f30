import type { Assistant } from '../src/assembly.ts'
import type { Answer } from '../src/domain/answer.ts'
import type { StateStore } from '../src/storage/state-store.ts'
import type { ConversationLane } from './conversation-lane.ts'
import { readConversation, saveConversation } from './conversation-state.ts'

/** One message of a person. `now` is the instant that “today” is read from. */
export interface Message {
  readonly conversation: string
  /** The channel's id of the message; a repeated one is answered once. */
  readonly id?: string
  readonly text: string
  readonly now: Date
}

/** The one door to the assistant: every channel and command line calls it. Never rejects for what a user typed. */
export type Turn = (message: Message) => Promise<Answer>

/** What a turn needs: who answers, where conversations are kept, and the queue that keeps them in order. */
export interface TurnParts {
  readonly assistant: Pick<Assistant, 'answer'>
  readonly store: StateStore
  readonly lane: ConversationLane<Answer>
}

/** How often a turn is taken again when another instance answered the same conversation meanwhile. */
const MAX_ATTEMPTS = 3

/** Makes the turn function: messages of one conversation one after the other, each answered once. */
export function createTurn(parts: TurnParts): Turn {
  return (message) => parts.lane.run(message.conversation, message.id, () => takeTurn(parts, message, 1))
}

async function takeTurn(parts: TurnParts, message: Message, attempt: number): Promise<Answer> {
  const { assistant, store } = parts
  const before = await readConversation(store, message.conversation)
  const { answer, focus } = await assistant.answer(message.text, { now: message.now, focus: before.focus })
  const saved = await saveConversation(store, message.conversation, focus, before.revision)
  // The last attempt's answer stands: better a turn without memory than no answer.
  if (saved === 'conflict' && attempt < MAX_ATTEMPTS) return takeTurn(parts, message, attempt + 1)
  return answer
}
