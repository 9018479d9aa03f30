import { z } from 'zod'
import { type Answer, OUTCOMES } from '../src/domain/answer.ts'
import type { Focus, PlaceFocus } from '../src/domain/conversation.ts'
import { ASPECTS } from '../src/domain/fact.ts'
import { type ActiveWalk, type PendingWalk, WALK_KINDS } from '../src/domain/walkthrough.ts'
import type { RecordKind, Shape } from '../src/storage/versioned.ts'

/** What is kept of a conversation. A change of its shape, that of Focus included, is a new version. */
export interface ConversationRecord {
  readonly version: 1
  /** Channel-qualified ids of those who write in it, the last of them last. */
  readonly users: readonly string[]
  readonly focus?: Focus
  /** The walk-through it is in. */
  readonly walk?: ActiveWalk
}

/** The answer to one message, so that a repeat is answered with the same. */
export interface AnswerRecord {
  readonly version: 1
  readonly user?: string
  /** What the doors send; the pieces it was made of, two thirds of its bytes, have done their work. */
  readonly answer: Omit<Answer, 'pieces'>
}

const texts = z.array(z.string())
const aspects = z.array(z.enum(ASPECTS))

const place = z.strictObject({
  written: z.string(),
  candidates: texts,
  code: z.string().optional(),
  asks: z.enum(['level', 'list', 'quota']),
  tracks: texts,
  stages: texts,
  aspects,
  tables: texts,
  polar: z.boolean(),
  marks: texts,
  toApply: z.boolean(),
} satisfies Shape<PlaceFocus>)

const focus = z.strictObject({
  version: z.literal(1),
  topics: texts,
  pair: texts,
  facts: texts,
  aspects,
  tracks: texts,
  stages: texts,
  roles: texts,
  list: z.string().optional(),
  item: z.number().optional(),
  date: z.string().optional(),
  place: place.optional(),
} satisfies Shape<Focus>)

const pending = z.strictObject({
  kind: z.enum(WALK_KINDS),
  track: z.string().optional(),
  part: z.string().optional(),
  place: z.string().optional(),
  choice: z.strictObject({ written: z.string(), candidates: texts }).optional(),
} satisfies Shape<PendingWalk>)

const walk = z.strictObject({
  id: z.string().optional(),
  pending: pending.optional(),
  aside: z.number().int(),
  asked: z.string().optional(),
  remind: z.string().optional(),
} satisfies Shape<ActiveWalk>)

const citation = z.looseObject({ clause: z.string(), label: z.string(), quote: z.string() })

// Sent as it is: what the doors read of it is checked, and the rest passed on.
const answer = z.looseObject({
  outcome: z.enum(OUTCOMES),
  text: z.string(),
  citations: z.array(citation),
  suggestions: texts,
}) as unknown as z.ZodType<AnswerRecord['answer']>

export const conversationKind: RecordKind<ConversationRecord> = {
  name: 'conversation',
  version: 1,
  schema: z.strictObject({ version: z.literal(1), users: texts, focus: focus.optional(), walk: walk.optional() }),
}

export const answerKind: RecordKind<AnswerRecord> = {
  name: 'answer',
  version: 1,
  schema: z.strictObject({ version: z.literal(1), user: z.string().optional(), answer }),
}
