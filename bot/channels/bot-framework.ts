import { type Activity, ActivityTypes, type InvokeResponse } from 'botbuilder'
import type { Logger } from '../../src/logger.ts'
import type { ConversationLane } from '../conversation-lane.ts'
import { type Reception, refuse } from '../refusal.ts'
import type { Reach } from '../reminders/finish-delivery.ts'
import type { MessageRequest } from '../server.ts'
import { conversationOf, expectsReplies, findAddressFault, readActivity } from './bot-framework-activity.ts'
import { BotFrameworkAdapter } from './bot-framework-adapter.ts'
import { type Authentication, type Caller, explainAuthenticationFailure } from './bot-framework-authentication.ts'
import { apologise, createHandler, DeliveryError, type HandlerParts } from './bot-framework-handler.ts'
import { createReach } from './bot-framework-proactive.ts'

/** What the Bot Framework door needs; `lane` keeps replies in order and sends each only once. */
export interface DoorParts extends HandlerParts {
  readonly lane: ConversationLane<InvokeResponse | undefined>
  readonly authentication: Authentication
  /** The bot's own id, where it has credentials. */
  readonly appId?: string
  /** Origin under which people reach the server, if the operator names it. */
  readonly publicUrl?: string
  readonly logger: Logger
}

/** Takes Bot Framework activities and answers them through the turn function. */
export interface BotFrameworkDoor {
  /** What cannot be taken is refused with a sentence for people; rejects only for what nobody foresaw. */
  receive(request: MessageRequest): Promise<Reception>
  /** Sends what nobody has just asked for. */
  readonly reach: Reach
}

const HANDLED: readonly string[] = [ActivityTypes.Message, ActivityTypes.ConversationUpdate]

/** Opens the door; activities of a type that it does not handle are accepted and ignored. */
export function createBotFrameworkDoor(parts: DoorParts): BotFrameworkDoor {
  const { lane, logger } = parts
  const adapter = createAdapter(parts)

  async function receive({ body, authorization, noticeUrl }: MessageRequest): Promise<Reception> {
    const activity = readActivity(body)
    if (!activity) return refuse('invalidActivity')
    const caller = await authenticate(activity, authorization)
    if (typeof caller === 'string') return refuse(caller)
    if (!HANDLED.includes(activity.type)) return ignore(activity)
    const fault = findAddressFault(activity, parts.authenticated)
    return fault ? refuse(fault) : handle(activity, caller, noticeUrl)
  }

  async function authenticate(activity: Activity, authorization: string) {
    try {
      return await adapter.authenticate(activity, authorization)
    } catch (error) {
      const reason = explainAuthenticationFailure(error)
      logger.warn({ reason, error: error instanceof Error ? error.name : typeof error }, 'caller refused')
      return reason
    }
  }

  async function handle(activity: Activity, caller: Caller, noticeUrl: string): Promise<Reception> {
    const handler = createHandler(parts, noticeUrl)
    const work = () => adapter.run(caller, activity, (context) => handler.run(context))
    // A reply in the body is lost with its response, so a repeat gets it again; a reply sent off is sent once.
    const id = activity.id && !expectsReplies(activity) ? `${activity.type} ${activity.id}` : undefined
    try {
      const response = await lane.run(conversationOf(activity), id, work)
      return { status: response?.status ?? 200, body: response?.body }
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error
      logger.error({ err: error }, 'a reply could not be delivered')
      return refuse('undeliverable')
    }
  }

  const { authenticated, publicUrl } = parts
  const noticeUrl = publicUrl && `${publicUrl}/notice`
  return { receive, reach: createReach({ adapter, authenticated, noticeUrl, logger }) }
}

function createAdapter({ authentication, appId, logger }: DoorParts): BotFrameworkAdapter {
  const adapter = new BotFrameworkAdapter(authentication, appId)
  adapter.onTurnError = async (context, error) => {
    if (error instanceof DeliveryError) throw error
    logger.error({ err: error }, 'a turn failed')
    await apologise(context)
  }
  return adapter
}

function ignore(activity: Activity): Reception {
  return expectsReplies(activity) ? { status: 200, body: { activities: [] } } : { status: 200 }
}
