import { ActivityTypes, type TurnContext } from 'botbuilder'
import { expectsReplies } from './bot-framework-activity.ts'

/** How long an answer may take before the person is shown that it is being worked on. */
export const TYPING_AFTER_MS = 1_000

/** Gives the result of `work`, with one typing activity when that takes long; never after the result. */
export async function withTyping<T>(context: TurnContext, work: () => Promise<T>): Promise<T> {
  if (expectsReplies(context.activity)) return work()
  let typing: Promise<unknown> = Promise.resolve()
  const timer = setTimeout(() => {
    // Typing is a courtesy: the answer must not fail with it.
    typing = context.sendActivity({ type: ActivityTypes.Typing }).catch(() => {})
  }, TYPING_AFTER_MS)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
    await typing
  }
}
