import { type Activity, ActivityHandler, type TurnContext } from 'botbuilder'
import type { Clock } from '../../src/clock.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { StateStore } from '../../src/storage/state-store.ts'
import { zhCn } from '../copy/zh-cn.ts'
import { sayPlainly } from '../reply.ts'
import type { Turn } from '../turn.ts'
import { conversationOf, userOf } from './bot-framework-activity.ts'
import { referenceOf } from './bot-framework-reference.ts'
import { toActivity } from './bot-framework-reply.ts'
import { withTyping } from './bot-framework-typing.ts'
import { welcomeMembers } from './bot-framework-welcome.ts'

/** What messages and newcomers are answered with. */
export interface HandlerParts {
  readonly turn: Turn
  readonly welcome: () => Answer
  readonly clock: Clock
  readonly store: StateStore
  /** False when no credentials are set, so that anybody may call. */
  readonly authenticated: boolean
}

/** A reply that was composed but could not be sent to the channel. */
export class DeliveryError extends Error {}

/** Answers messages through the turn function and welcomes new members; citations link to `noticeUrl`. */
export function createHandler(parts: HandlerParts, noticeUrl: string): ActivityHandler {
  const handler = new ActivityHandler()
  const reply = (context: TurnContext, answer: Answer) =>
    deliver(context, toActivity(answer, { noticeUrl, userId: context.activity.from?.id }))

  handler.onMessage(async (context) => {
    await reply(context, await withTyping(context, () => answerMessage(parts, context.activity, noticeUrl)))
  })
  handler.onConversationUpdate((context) =>
    welcomeMembers(parts.store, context.activity, () => reply(context, parts.welcome())),
  )
  return handler
}

/** Says that something broke on our side. */
export function apologise(context: TurnContext): Promise<void> {
  return deliver(context, toActivity(sayPlainly(zhCn.apology), { noticeUrl: '' }))
}

async function answerMessage(parts: HandlerParts, activity: Activity, noticeUrl: string): Promise<Answer> {
  const { turn, clock, authenticated } = parts
  const text = readText(activity)
  if (text === undefined) return sayPlainly(zhCn.noText)
  const [conversation, user] = [conversationOf(activity), userOf(activity)]
  const reference = () => referenceOf(activity, noticeUrl, authenticated)
  return turn({ conversation, id: activity.id, user, text, now: clock(), reference })
}

/** The words of a message without mentions such as <at>bot</at>; undefined when there are none. */
function readText({ text = '' }: Activity): string | undefined {
  const words = text.replace(/<at[^<>]{0,200}>[^<>]{0,200}<\/at>/gi, ' ')
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(words) ? words : undefined
}

/** Sends an activity; rejects with a DeliveryError when the channel does not take it. */
export async function deliver(context: TurnContext, activity: Partial<Activity>): Promise<void> {
  try {
    await context.sendActivity(activity)
  } catch (error) {
    throw new DeliveryError('a reply could not be delivered', { cause: error })
  }
}
