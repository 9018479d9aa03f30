import { type Activity, DeliveryModes } from 'botbuilder'
import { z } from 'zod'
import { isLoopbackHost } from '../../src/loopback.ts'
import type { RefusalKey } from '../copy/zh-cn.ts'
import { qualify } from '../record-keys.ts'

const account = z.looseObject({ id: z.string().max(1_000).optional() })

const activitySchema = z.looseObject({
  type: z.string().min(1).max(200),
  id: z.string().max(1_000).optional(),
  channelId: z.string().max(200).optional(),
  serviceUrl: z.string().max(2_000).optional(),
  deliveryMode: z.string().max(200).optional(),
  text: z.string().optional(),
  conversation: z.looseObject({ id: z.string().min(1).max(1_000) }).optional(),
  from: account.optional(),
  recipient: account.optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(z.unknown()).optional(),
})

/** Reads an activity from a request's body; undefined when a field the bot relies on is missing or of the wrong type. */
export function readActivity(body: Readonly<Record<string, unknown>>): Activity | undefined {
  // Some clients write absent fields as null.
  const present = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
  const { success, data } = activitySchema.safeParse(present)
  return success ? (data as unknown as Activity) : undefined
}

/** Whether the replies go back in the response's body, so that nobody is called back. */
export function expectsReplies(activity: Activity): boolean {
  return activity.deliveryMode === DeliveryModes.ExpectReplies
}

/** The conversation, channel-qualified. */
export function conversationOf(activity: Activity): string {
  return qualify(activity.channelId ?? '', activity.conversation.id)
}

/** Who wrote, channel-qualified; undefined when the channel does not say. */
export function userOf({ channelId, from }: Activity): string | undefined {
  return from?.id ? qualify(channelId ?? '', from.id) : undefined
}

/**
 * Why an activity cannot be replied to, or undefined. A caller who was not authenticated chooses `serviceUrl` freely,
 * so then only this machine is called back.
 */
export function findAddressFault(activity: Activity, authenticated: boolean): RefusalKey | undefined {
  if (activity.conversation === undefined) return 'missingConversation'
  if (expectsReplies(activity)) return undefined
  if (!activity.serviceUrl) return 'missingServiceUrl'
  return authenticated || isLoopbackUrl(activity.serviceUrl) ? undefined : 'foreignServiceUrl'
}

/** Whether an address may be called some time after the message that named it. */
export function mayCall(serviceUrl: string | undefined, authenticated: boolean): serviceUrl is string {
  if (serviceUrl === undefined || !URL.canParse(serviceUrl)) return false
  return authenticated ? /^https?:/i.test(serviceUrl) : isLoopbackUrl(serviceUrl)
}

function isLoopbackUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const plain = url !== undefined && url.username === '' && url.password === '' && !text.includes('\\')
  return plain && /^https?:$/.test(url.protocol) && isLoopbackHost(url.hostname)
}
