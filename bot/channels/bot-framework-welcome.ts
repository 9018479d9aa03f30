import type { Activity } from 'botbuilder'
import type { StateStore } from '../../src/storage/state-store.ts'
import { welcomeKey } from '../record-keys.ts'
import { conversationOf } from './bot-framework-activity.ts'

/** One activity can name thousands of members; a conversation is not flooded for them. */
const MAX_WELCOMES = 5

/** Calls `greet` once for every added member who was not greeted in this conversation before, the bot itself aside. */
export async function welcomeMembers(
  store: StateStore,
  activity: Activity,
  greet: () => Promise<unknown>,
): Promise<void> {
  const members = (activity.membersAdded ?? []).map(({ id }) => id).filter(Boolean)
  const people = [...new Set(members)].filter((id) => id !== activity.recipient?.id)
  for (const id of people.slice(0, MAX_WELCOMES)) {
    const key = welcomeKey(conversationOf(activity), id)
    if ((await store.write(key, { version: 1 }, 'absent')) === 'conflict') continue
    await greet().catch(async (error: unknown) => {
      await store.delete(key)
      throw error
    })
  }
}
