import type { ClauseId, ConceptId, FactId, IsoDate, Level, RoleId, TrackId } from './notice.ts'
import type { RegionCode } from './region.ts'
import type { TableId } from './table.ts'

/** Id of a step: an item of the checklist or a condition of the self-check. */
export type StepId = string
/** Id of a part that people take in a walk-through, e.g. applicant. */
export type PartId = string

/** What the pack knows of walking people through its notice: `walkthroughs.yaml`. */
export interface Walkthroughs {
  readonly parts: readonly WalkPart[]
  /** The part of a person who does not say which. */
  readonly defaultPart: PartId
  readonly checklist: {
    readonly name: string
    readonly items: readonly ChecklistItem[]
    /** Facts that stand below the table of who does what. */
    readonly facts: readonly FactId[]
  }
  readonly selfCheck: {
    readonly name: string
    /** Facts that say who settles what no applicant's answer can. */
    readonly decides: readonly FactId[]
    readonly conditions: readonly Condition[]
    readonly contradictions: readonly Contradiction[]
  }
}

/** Whose side a person is on. People of one of its levels take it; `words` name it too. */
export interface WalkPart {
  readonly id: PartId
  readonly name: string
  readonly levels: readonly Level[]
  readonly words: readonly string[]
}

interface Step {
  readonly id: StepId
  /** Where it stands, in a few characters: 材料2, 协调机制. */
  readonly label: string
  /** What else people call it, where a concept would say too much: 优势企业. */
  readonly words: readonly string[]
  /** Concepts by which people name it. */
  readonly topics: readonly ConceptId[]
  readonly facts: readonly FactId[]
  readonly clause: ClauseId
  /** Verbatim from the clause. */
  readonly quote: string
}

/** Something to be done or handed in. */
export interface ChecklistItem extends Step {
  readonly name: string
  /** Its number where the notice counts it. */
  readonly number?: number
  /** Only for these tracks; empty: for all. */
  readonly tracks: readonly TrackId[]
  /** The parts that have to see to it; none: it is shown in the table of who does what only. */
  readonly parts: readonly PartId[]
  readonly by: readonly RoleId[]
  /** How to name them, where their own names say too much or too little. */
  readonly who?: string
  readonly to: readonly RoleId[]
  readonly medium?: string
  /** Items that must be done before. */
  readonly needs: readonly StepId[]
  /** The deadline that binds it, a date of the notice. */
  readonly date?: string
}

/** A condition as a question that is answered by yes, no or unsure. */
export interface Condition extends Step {
  readonly track: TrackId
  readonly ask: string
  /** What may serve as evidence: advice, for the notice does not prescribe it. */
  readonly prepare: readonly string[]
  /** The list that decides it, where its rows are known. */
  readonly table?: TableId
  /** The fact that says what a no means; without it nobody can apply. */
  readonly hard?: FactId
  /** Experts judge it: an applicant's yes settles nothing. */
  readonly judged: boolean
  /** Its answer only opens another route: neither yes nor no is a fault. */
  readonly route: boolean
  /** Asked only after a yes to that condition. */
  readonly onlyIf?: StepId
  /** Whether it is still needed after a yes to that condition is left open by the wording. */
  readonly easedBy?: StepId
}

/** Answers that do not go together, and how to say so. */
export interface Contradiction {
  readonly if: Readonly<Record<StepId, Reply>>
  readonly say: string
}

export const STATUSES = ['open', 'doing', 'done', 'none'] as const
/** How far an item is; `none`: it does not apply. */
export type Status = (typeof STATUSES)[number]

export const REPLIES = ['yes', 'no', 'unsure'] as const
export type Reply = (typeof REPLIES)[number]

/** What was last said of a step, in the person's own words where they said more. */
export interface Mark {
  readonly is: Status | Reply
  readonly note?: string
  readonly on: IsoDate
}

/** What a person can tell a walk-through to do, besides answering it. */
export const WALK_COMMANDS = [
  'exit',
  'restart',
  'left',
  'progress',
  'result',
  'next',
  'resume',
  'back',
  'skip',
  'goto',
  'matrix',
  'export',
  'calendar',
  'lists',
  'change',
  'switch',
  'remind',
  'reminders',
  'cancel-reminder',
  'yes-go-on',
  'state',
  'deciders',
  'at-once',
] as const
export type WalkCommand = (typeof WALK_COMMANDS)[number]

/** How people say all this, independent of any notice: `knowledge/language/walkthrough.yaml`. */
export interface WalkWords {
  readonly 'start-checklist': readonly string[]
  readonly 'start-self-check': readonly string[]
  /** One thing after another; what is done so; a request; and the things that tell the kinds apart. */
  readonly manner: readonly string[]
  readonly engage: readonly string[]
  readonly request: readonly string[]
  readonly things: Readonly<Record<WalkKind, readonly string[]>>
  readonly applying: readonly string[]
  readonly beginning: readonly string[]
  /** What a checklist is called: with a place or a part beside it, a beginning. */
  readonly 'checklist-nouns': readonly string[]
  /** Words for the person's own place or side: 我们县. */
  readonly own: readonly string[]
  /** Said before what is meant, and asking nothing: 不对, 等等. */
  readonly openings: readonly string[]
  /** What takes back something said before. */
  readonly corrections: readonly string[]
  readonly commands: Readonly<Record<WalkCommand, readonly string[]>>
  readonly statuses: Readonly<Record<Status | 'vague' | 'unbegun', readonly string[]>>
  readonly replies: Readonly<Record<Reply | 'vague' | 'praise', readonly string[]>>
  /** 都, 全部: of everything; 除了: of everything but. */
  readonly all: readonly string[]
  readonly except: readonly string[]
  /** What asks for a rule and not for how far something is: 才能, 必须. */
  readonly modal: readonly string[]
  readonly points: Readonly<Record<'last' | 'here', readonly string[]>>
}

export const WALK_KINDS = ['checklist', 'self-check'] as const
export type WalkKind = (typeof WALK_KINDS)[number]

/** One person's walk-through of one place, as it is kept. Where it stands is worked out from its marks. */
export interface Walk {
  /** Unguessable, so that it may name its documents in a link. */
  readonly id: string
  readonly kind: WalkKind
  readonly notice: string
  /** Absent while nobody said it: the checklist is the same for every track. */
  readonly track?: TrackId
  readonly part: PartId
  readonly place?: RegionCode
  readonly begun: IsoDate
  readonly touched: IsoDate
  readonly marks: Readonly<Record<StepId, Mark>>
  /** The step that the person went to; absent: the first that is open. */
  readonly at?: StepId
  /** Steps put off, which come again after the others. */
  readonly skipped: readonly StepId[]
  /** The step last marked: 刚才那个. */
  readonly last?: StepId
}

/** What is still to be said before a walk-through can begin. */
export interface PendingWalk {
  readonly kind: WalkKind
  readonly track?: TrackId
  readonly part?: PartId
  readonly place?: RegionCode
  /** A name that fits several places. */
  readonly choice?: { readonly written: string; readonly candidates: readonly RegionCode[] }
}

/** The walk-through that a conversation is in. */
export interface ActiveWalk {
  readonly id?: string
  readonly pending?: PendingWalk
  /** Messages in a row that were not for it. */
  readonly aside: number
  /** The step whose vague answer was asked about once more. */
  readonly asked?: StepId
  /** A reminder whose days before are still to be said: the date it is for. */
  readonly remind?: string
}

/** A reminder that a person asked for. */
export interface Reminder {
  readonly id: string
  /** The date of the notice it is for. */
  readonly date: string
  readonly daysBefore: number
  /** The day on which it is sent. */
  readonly on: IsoDate
}

/** All that a person keeps, to be stored under their id; `active` belongs to the conversation. Plain data. */
export interface WalkMemory {
  readonly saved: readonly Walk[]
  readonly reminders: readonly Reminder[]
  readonly active?: ActiveWalk
}

export const NOTHING_SAVED: WalkMemory = { saved: [], reminders: [] }
