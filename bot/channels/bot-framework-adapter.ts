import {
  type Activity,
  CloudAdapter,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder'
import { expectsReplies } from './bot-framework-activity.ts'
import type { Authentication, Caller } from './bot-framework-authentication.ts'
import { createConnectorFactory, noConnection } from './bot-framework-connector.ts'
import { inTime } from './in-time.ts'

/** The SDK fetches its keys without a time limit. */
const AUTHENTICATION_TIMEOUT_MS = 10_000

/**
 * The SDK's adapter without its HTTP part, which would show internal messages to callers: authentication and the turn
 * are two calls, so that a caller's mistake can be told from ours.
 */
export class BotFrameworkAdapter extends CloudAdapter {
  readonly #appId: string

  constructor(authentication: Authentication, appId = '') {
    super(
      Object.assign(Object.create(authentication), {
        // The bot signs nobody in: a client for that, made anew for every activity, would cost a quarter of the SDK's time.
        createUserTokenClient: async () => undefined,
        // Used only where nobody has just written. Whoever sends then decides himself when to try again.
        createConnectorFactory: (identity: Parameters<Authentication['createConnectorFactory']>[0]) =>
          createConnectorFactory(authentication.createConnectorFactory(identity), []),
      }),
    )
    this.#appId = appId
  }

  /** Who is calling; rejects when the token is bad or cannot be checked in time. */
  authenticate(activity: Activity, authorization: string): Promise<Caller> {
    const caller = this.botFrameworkAuthentication.authenticateRequest(activity, authorization)
    return inTime(caller, AUTHENTICATION_TIMEOUT_MS, 'authentication timed out')
  }

  /** Runs `logic` in a conversation of which nobody has just written; what it sends is sent once. */
  send(reference: ConversationReference, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    return this.continueConversationAsync(this.#appId, reference, (context) => {
      // The SDK makes an id up, and would send a reply to it.
      Object.assign(context.activity, { id: undefined })
      return logic(context)
    })
  }

  /** Runs `logic` on the activity; the result carries the replies when the activity expects them. */
  run(
    caller: Caller,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const inner = caller.connectorFactory
    if (!inner) throw new Error('the authentication gave no way to call back')
    const connectorFactory = expectsReplies(activity) ? noConnection : createConnectorFactory(inner)
    return this.processActivity({ ...caller, connectorFactory }, activity, logic)
  }
}
