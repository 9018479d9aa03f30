import type { ConversationReference } from 'botbuilder'
import type { Logger } from '../../src/logger.ts'
import type { Reach, Reached } from '../reminders/finish-delivery.ts'
import { mayCall } from './bot-framework-activity.ts'
import type { BotFrameworkAdapter } from './bot-framework-adapter.ts'
import { deliver } from './bot-framework-handler.ts'
import { toActivity } from './bot-framework-reply.ts'

/** What messages that nobody asked for are sent with. */
export interface ProactiveParts {
  readonly adapter: BotFrameworkAdapter
  /** False when no credentials are set, so that only this machine is called. */
  readonly authenticated: boolean
  /** Where the notice page is now, if the operator says so. */
  readonly noticeUrl?: string
  readonly logger: Logger
}

/** Makes what sends an answer through a stored reference, in one attempt. */
export function createReach(parts: ProactiveParts): Reach {
  const { adapter, authenticated, logger } = parts
  return async ({ reference, noticeUrl, ...kept }, answer) => {
    // An address that somebody gave without credentials gets no token of the bot.
    if (!mayCall(reference.serviceUrl, authenticated) || (authenticated && !kept.authenticated)) return 'failed'
    const activity = toActivity(answer, { noticeUrl: parts.noticeUrl ?? noticeUrl, userId: reference.user?.id })
    try {
      await adapter.send(reference as ConversationReference, (context) => deliver(context, activity))
      return 'sent'
    } catch (error) {
      const reached = outcomeOf(error)
      logger.info({ reached, ...about(error) }, 'a message that nobody had asked for was not taken')
      return reached
    }
  }
}

/** Everything that fails before the channel is called has certainly not arrived. */
function outcomeOf(error: unknown): Reached {
  const { cause } = error as { readonly cause?: { readonly maybeArrived?: boolean } }
  return cause?.maybeArrived === true ? 'unknown' : 'failed'
}

/** What operators need, without a stack: a channel that is away is no fault of the program. */
function about(error: unknown) {
  const { cause = error } = error as { readonly cause?: unknown }
  const { message, statusCode, cause: inner } = cause as Error & { readonly statusCode?: number }
  const { code, name } = Object(Object(inner).cause ?? inner) as { readonly code?: unknown; readonly name?: unknown }
  return { problem: message, statusCode, code: code ?? name }
}
