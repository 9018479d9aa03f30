import { z } from 'zod'
import type { IsoDate } from '../../src/domain/notice.ts'
import type { RecordKind } from '../../src/storage/versioned.ts'

/** How far one reminder is. What was sent or told is gone; that a person has it at all stands in their own record. */
export interface ReminderRecord {
  readonly version: 1
  /** The pack whose date it is. */
  readonly notice: string
  /** A date of that pack. */
  readonly date: string
  /** The Beijing day on which it is sent. */
  readonly on: IsoDate
  readonly state: ReminderState
}

/**
 * `claimed`: a process has it in hand since an instant of real time. `unknown`: it went off and nobody knows whether it
 * arrived, so it is never sent again. `missed`: its date was over before it could be sent. Both are told at the next message.
 */
export type ReminderState =
  | { readonly is: 'waiting'; readonly failures: number; readonly next?: string }
  | { readonly is: 'claimed'; readonly failures: number; readonly since: string }
  | { readonly is: 'unknown' }
  | { readonly is: 'missed' }

export type Waiting = Extract<ReminderState, { readonly is: 'waiting' }>
export type Claimed = Extract<ReminderState, { readonly is: 'claimed' }>

/** How a channel reaches a person who has not just written: the last conversation in which they set a reminder. */
export interface ReferenceRecord {
  readonly version: 1
  /** As the channel's SDK makes it. */
  readonly reference: ConversationReference
  /** Where the person finds the notice page. */
  readonly noticeUrl: string
  /** Whether the channel had proved who it is when it gave its address. */
  readonly authenticated: boolean
}

/** The part of a Bot Framework conversation reference that is relied on; the rest is kept as it is. */
export interface ConversationReference {
  readonly channelId?: string
  readonly serviceUrl: string
  readonly conversation: { readonly id: string }
  readonly user?: { readonly id?: string }
}

const failures = z.number().int()
const instant = z.iso.datetime()
const state = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('waiting'), failures, next: instant.optional() }),
  z.strictObject({ is: z.literal('claimed'), failures, since: instant }),
  z.strictObject({ is: z.literal('unknown') }),
  z.strictObject({ is: z.literal('missed') }),
])

export const reminderKind: RecordKind<ReminderRecord> = {
  name: 'reminder',
  version: 1,
  schema: z.strictObject({ version: z.literal(1), notice: z.string(), date: z.string(), on: z.iso.date(), state }),
}

const reference = z.looseObject({
  channelId: z.string().optional(),
  serviceUrl: z.string(),
  conversation: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string().optional() }).optional(),
})

export const referenceKind: RecordKind<ReferenceRecord> = {
  name: 'reference',
  version: 1,
  schema: z.strictObject({ version: z.literal(1), reference, noticeUrl: z.string(), authenticated: z.boolean() }),
}
