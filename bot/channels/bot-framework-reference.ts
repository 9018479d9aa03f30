import { type Activity, TurnContext } from 'botbuilder'
import type { ReferenceRecord } from '../reminders/reminder-record.ts'
import { mayCall } from './bot-framework-activity.ts'

/** How the writer of an activity is reached later, as plain data; undefined where nobody may be called. */
export function referenceOf(
  activity: Activity,
  noticeUrl: string,
  authenticated: boolean,
): ReferenceRecord | undefined {
  if (!mayCall(activity.serviceUrl, authenticated)) return undefined
  // A message of its own, no reply to what was said weeks ago.
  const { activityId: _, ...reference } = TurnContext.getConversationReference(activity)
  return { version: 1, reference: reference as ReferenceRecord['reference'], noticeUrl, authenticated }
}
