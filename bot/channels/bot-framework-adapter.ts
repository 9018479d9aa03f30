import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder'
import { expectsReplies } from './bot-framework-activity.ts'
import type { Authentication, Caller } from './bot-framework-authentication.ts'
import { createConnectorFactory, noConnection } from './bot-framework-connector.ts'

/** The SDK fetches its keys without a time limit. */
const AUTHENTICATION_TIMEOUT_MS = 10_000

/**
 * The SDK's adapter without its HTTP part, which would show internal messages to callers: authentication and the turn
 * are two calls, so that a caller's mistake can be told from ours.
 */
export class BotFrameworkAdapter extends CloudAdapter {
  constructor(authentication: Authentication) {
    // The bot signs nobody in: a client for that, made anew for every activity, would cost a quarter of the SDK's time.
    super(Object.assign(Object.create(authentication), { createUserTokenClient: async () => undefined }))
  }

  /** Who is calling; rejects when the token is bad or cannot be checked in time. */
  authenticate(activity: Activity, authorization: string): Promise<Caller> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('authentication timed out')), AUTHENTICATION_TIMEOUT_MS)
    })
    const caller = this.botFrameworkAuthentication.authenticateRequest(activity, authorization)
    return Promise.race([caller, late]).finally(() => clearTimeout(timer))
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
