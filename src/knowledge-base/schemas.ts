import { z } from 'zod'
import { ASPECTS } from '../domain/fact.ts'
import { BODY_KINDS } from '../domain/notice.ts'
import { REPLIES, WALK_COMMANDS, type WalkCommand } from '../domain/walkthrough.ts'

const words = z.array(z.coerce.string().min(1))
const ids = z.array(z.string()).default([])
// Absent, not empty: a fact without a slot must not look as if it had one.
const optionalIds = z.array(z.string()).optional()
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'a date is YYYY-MM-DD')
const level = z.enum(['county', 'city', 'province', 'national', 'other'])
const concept = z.strictObject({
  name: z.string().optional(),
  generic: z.boolean().default(false),
  abstract: z.boolean().default(false),
  manner: z.boolean().default(false),
  twins: z.record(z.string(), z.string()).default({}),
  words,
})

/** Shapes of the files of a pack and of the language folder: unknown keys are faults, so that a typing error is found. */
export const ConceptsFile = z.strictObject({ concepts: z.record(z.string(), concept) })

const wordLists = z.record(z.string(), words)
export const QuestionsFile = z.strictObject({
  aspects: z.partialRecord(z.enum(ASPECTS), words),
  marks: wordLists,
  'back-references': wordLists,
})
export const ValuesFile = z.strictObject({
  levels: z.partialRecord(level, z.partialRecord(z.enum(BODY_KINDS), words)),
  media: wordLists,
  ranks: wordLists,
  names: z.record(z.string(), z.string()),
})
export const TalkFile = wordLists
export const WalkWordsFile = z.strictObject({
  'start-checklist': words,
  'start-self-check': words,
  manner: words,
  engage: words,
  request: words,
  things: z.strictObject({ checklist: words, 'self-check': words }),
  applying: words,
  beginning: words,
  'checklist-nouns': words,
  own: words,
  openings: words,
  corrections: words,
  commands: z.strictObject(
    Object.fromEntries(WALK_COMMANDS.map((c) => [c, words])) as Record<WalkCommand, typeof words>,
  ),
  statuses: z.strictObject({ unbegun: words, doing: words, vague: words, open: words, none: words, done: words }),
  replies: z.strictObject({ praise: words, vague: words, unsure: words, no: words, yes: words }),
  all: words,
  except: words,
  modal: words,
  points: z.strictObject({ last: words, here: words }),
})
export const HintsFile = z.strictObject({ hints: wordLists })
export const DialectsFile = z.strictObject({ dialects: wordLists })

const silence = z.strictObject({
  id: z.string(),
  topics: z.array(z.string()).min(1),
  also: ids,
  aspects: z.array(z.enum(ASPECTS)).default([]),
  what: z.string(),
  ask: level,
  nearby: ids,
  outcome: z.enum(['not_stated', 'no_data']).default('not_stated'),
})
export const SharedSilencesFile = z.strictObject({
  silences: z.record(
    z.string(),
    z.strictObject({ what: z.string(), ask: level, aspects: z.array(z.enum(ASPECTS)).default([]), words }),
  ),
})
export const PackSilencesFile = z.strictObject({
  silences: z.array(silence),
  concepts: z.record(z.string(), concept).default({}),
})

const facet = z.strictObject({ id: z.string(), name: z.string(), words })
const clauseId = z.coerce.string()
export const PackFile = z.strictObject({
  id: z.string(),
  hints: wordLists.default({}),
  title: z.string(),
  number: z.string(),
  short: z.string(),
  object: z.string(),
  source: z.strictObject({
    file: z.string(),
    sha256: z.string().length(64),
    first: z.string(),
    last: z.string(),
    chrome: z.array(z.string()).default([]),
  }),
  ask: z.strictObject({
    county: z.string().optional(),
    city: z.string().optional(),
    province: z.string(),
    national: z.string().optional(),
    other: z.string().optional(),
  }),
  roles: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      level,
      as: z.array(z.enum(BODY_KINDS)).default([...BODY_KINDS]),
      words,
    }),
  ),
  tracks: z.array(facet).default([]),
  stages: z.array(facet).default([]),
  'default-stage': z.string().optional(),
  dates: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['deadline', 'event']),
        date: isoDate,
        name: z.string(),
        phrase: z.string(),
        topics: z.array(z.string()).min(1),
        clause: clauseId,
        quote: z.string(),
        openDay: z.boolean().default(false),
        main: z.boolean().default(false),
      }),
    )
    .default([]),
  lists: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        words,
        tracks: ids,
        items: z.array(z.strictObject({ clause: clauseId, topic: z.string() })).min(1),
      }),
    )
    .default([]),
  covers: z.array(z.string()).default(['申报条件', '申报材料', '申报程序', '时间要求']),
  questions: z.array(z.string()).default([]),
  'region-rules': z
    .array(
      z.strictObject({
        types: z.array(z.string()).min(1),
        track: z.string().optional(),
        fact: z.string().optional(),
        silence: z.string().optional(),
      }),
    )
    .default([]),
  'stage-rules': z.array(z.strictObject({ stage: z.string(), fact: z.string() })).default([]),
  'region-topics': ids,
  'apply-topics': ids,
  tables: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['list', 'quota']),
        name: z.string(),
        track: z.string(),
        stage: z.string().optional(),
        clause: clauseId,
        basis: z.enum(['attached', 'before', 'after']),
        total: z.number().int().positive().optional(),
        fact: z.string().optional(),
        topics: ids,
        'stated-totals': z
          .array(z.strictObject({ province: z.string(), total: z.number().int(), source: z.string() }))
          .default([]),
      }),
    )
    .default([]),
  concepts: z.record(z.string(), concept).default({}),
  related: z
    .array(
      z.strictObject({
        id: z.string(),
        relation: z.enum(['before', 'result', 'successor']),
        number: z.string(),
        title: z.string(),
        date: z.string(),
        say: z.string(),
        source: z.string(),
      }),
    )
    .default([]),
})

const values = z
  .strictObject({
    by: optionalIds,
    to: optionalIds,
    medium: optionalIds,
    rank: optionalIds,
    date: optionalIds,
    track: optionalIds,
    years: z.array(z.number()).optional(),
    count: z.array(z.number()).optional(),
  })
  .default({})
export const FactsFile = z.strictObject({
  facts: z.array(
    z.strictObject({
      id: z.string(),
      topics: z.array(z.string()).min(1),
      also: ids,
      aspects: z.array(z.enum(ASPECTS)).min(1),
      tracks: ids,
      stages: ids,
      say: z.string().min(1),
      values,
      denies: ids,
      cites: z.array(z.strictObject({ clause: clauseId, quote: z.string().min(1) })).min(1),
    }),
  ),
})

const step = {
  id: z.string(),
  label: z.string(),
  words: words.default([]),
  topics: ids,
  facts: ids,
  clause: clauseId,
  quote: z.string().min(1),
}
export const WalkthroughsFile = z.strictObject({
  roles: z
    .array(z.strictObject({ id: z.string(), name: z.string(), levels: z.array(level).default([]), words }))
    .min(1),
  'default-role': z.string(),
  checklist: z.strictObject({
    name: z.string(),
    facts: ids,
    items: z
      .array(
        z.strictObject({
          ...step,
          name: z.string(),
          number: z.number().int().positive().optional(),
          tracks: ids,
          roles: ids,
          by: ids,
          who: z.string().optional(),
          to: ids,
          medium: z.string().optional(),
          needs: ids,
          date: z.string().optional(),
        }),
      )
      .min(1),
  }),
  'self-check': z.strictObject({
    name: z.string(),
    decides: ids,
    conditions: z
      .array(
        z.strictObject({
          ...step,
          track: z.string(),
          ask: z.string(),
          prepare: z.array(z.string()).default([]),
          table: z.string().optional(),
          hard: z.string().optional(),
          judged: z.boolean().default(false),
          route: z.boolean().default(false),
          'only-if': z.string().optional(),
          'eased-by': z.string().optional(),
        }),
      )
      .min(1),
    contradictions: z.array(z.strictObject({ if: z.record(z.string(), z.enum(REPLIES)), say: z.string() })).default([]),
  }),
})
