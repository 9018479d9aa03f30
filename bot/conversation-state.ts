import type { Focus } from '../src/domain/conversation.ts'
import type { Revision, StateStore } from '../src/storage/state-store.ts'

/** The version of Focus this code understands; a conversation saved by another one starts afresh. */
const FOCUS_VERSION: Focus['version'] = 1

/** What is known of a conversation, and the revision to name when it is saved. */
export interface ConversationState {
  readonly focus?: Focus
  readonly revision: Revision | 'absent'
}

/** Reads what a conversation is about; without a usable focus it is a new conversation. */
export async function readConversation(store: StateStore, conversation: string): Promise<ConversationState> {
  const stored = await store.read(keyOf(conversation))
  if (!stored) return { revision: 'absent' }
  const { revision, value } = stored
  return isFocus(value) ? { focus: value, revision } : { revision }
}

/** Saves the focus unless another instance saved one since `revision` was read; no focus leaves nothing to keep. */
export async function saveConversation(
  store: StateStore,
  conversation: string,
  focus: Focus | undefined,
  revision: Revision | 'absent',
): Promise<'stored' | 'conflict'> {
  if (focus) return store.write(keyOf(conversation), focus, revision)
  if (revision !== 'absent') await store.delete(keyOf(conversation))
  return 'stored'
}

function keyOf(conversation: string): string {
  return `focus:${conversation}`
}

function isFocus(value: unknown): value is Focus {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === FOCUS_VERSION
}
