import type { Fact, Silence } from './fact.ts'
import type {
  BodyKind,
  Clause,
  ClauseId,
  Concept,
  ConceptId,
  Facet,
  FactId,
  Level,
  NoticeDate,
  NoticeList,
  RelatedNotice,
  Role,
  StageId,
  TrackId,
} from './notice.ts'
import type { RegionType } from './region.ts'
import type { TableSpec } from './table.ts'
import type { Walkthroughs, WalkWords } from './walkthrough.ts'

/** All that the assistant knows of one notice, checked and ready. Built by `src/knowledge-base/load-pack.ts`. */
export interface Pack {
  readonly id: string
  readonly title: string
  readonly number: string
  /** What the notice is about, in a few words. */
  readonly short: string
  /** What a person applies for. */
  readonly object: string
  readonly clauses: ReadonlyMap<ClauseId, Clause>
  readonly facts: readonly Fact[]
  readonly silences: readonly PackSilence[]
  readonly concepts: ReadonlyMap<ConceptId, Concept>
  /** Words that describe a concept without naming it: they only make a question resemble it. */
  readonly hints: Readonly<Record<ConceptId, readonly string[]>>
  /** Concepts that the pack itself brings: a question that names one is about this notice. */
  readonly own: ReadonlySet<ConceptId>
  readonly roles: readonly Role[]
  readonly tracks: readonly Facet[]
  readonly stages: readonly Facet[]
  readonly defaultStage?: StageId
  readonly dates: readonly NoticeDate[]
  readonly lists: readonly NoticeList[]
  readonly related: readonly RelatedNotice[]
  /** Which administrative types take which track; the first rule that names a type holds. */
  readonly regionRules: readonly RegionRule[]
  /** What a place is told of applying for another stage than the default one. */
  readonly stageRules: readonly { readonly stage: StageId; readonly fact: FactId }[]
  /** Concepts that a question about a place's level or its application may name. */
  readonly regionTopics: ReadonlySet<ConceptId>
  /** Concepts by which a yes/no question asks whether a place may apply, not only which track it has. */
  readonly applyTopics: ReadonlySet<ConceptId>
  readonly tables: readonly TableSpec[]
  /** What the notice can be asked about, for the welcome. */
  readonly covers: readonly string[]
  /** Questions that people ask most, offered as suggestions. */
  readonly questions: readonly string[]
  /** Who can settle what the notice leaves open, by level. */
  readonly ask: Readonly<Record<Level, string>>
  /** Absent: the notice has none. */
  readonly walkthroughs?: Walkthroughs
  readonly language: Language
}

/** What the notice says of divisions of certain types: the track that a fact gives them, or the silence that leaves it open. */
export interface RegionRule {
  readonly types: readonly RegionType[]
  readonly track?: TrackId
  readonly fact?: FactId
  readonly silence?: string
}

export type PackSilence = Silence & { readonly outcome: 'not_stated' | 'no_data' }

/** How people ask, independent of any notice: word lists of `knowledge/language`. */
export interface Language {
  readonly aspects: Readonly<Record<string, readonly string[]>>
  readonly marks: Readonly<Record<string, readonly string[]>>
  readonly talk: Readonly<Record<string, readonly string[]>>
  /** Function words of dialects, by what Mandarin says for them. */
  readonly dialects: Readonly<Record<string, readonly string[]>>
  readonly media: Readonly<Record<string, readonly string[]>>
  readonly ranks: Readonly<Record<string, readonly string[]>>
  readonly levels: Readonly<Partial<Record<Level, Readonly<Partial<Record<BodyKind, readonly string[]>>>>>>
  readonly names: Readonly<Record<string, string>>
  readonly walk: WalkWords
}
