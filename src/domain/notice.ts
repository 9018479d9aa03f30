/** Ids are strings a policy officer chooses in the pack; code never compares them with literals. */
export type ClauseId = string
export type ConceptId = string
export type FactId = string
export type RoleId = string
export type TrackId = string
export type StageId = string

/** A numbered place of the notice with its text exactly as published. */
export interface Clause {
  readonly id: ClauseId
  /** How a person names the place, e.g. 四、申报材料 第3项. */
  readonly label: string
  /** Verbatim text, paragraphs joined by a line feed. */
  readonly text: string
}

/** A day on the calendar in Beijing time, `YYYY-MM-DD`. */
export type IsoDate = string

/** Words by which people mean one thing. `…` inside a word stands for a gap of up to six characters. */
export interface Concept {
  readonly id: ConceptId
  readonly name: string
  readonly words: readonly string[]
  /** Generic words (材料, 通知) explain little: they never decide alone between two facts. */
  readonly generic: boolean
  /** Said alone it belongs to whatever is being talked about (走什么程序 after a question about appeals). */
  readonly abstract: boolean
  /** How a thing is handed in rather than a thing (纸件, 平台): in a yes/no question it is asked of whatever is being talked about. */
  readonly manner: boolean
  /** The same thing for each track, itself included: a follow-up that names a track means that one (附件4 → 附件3). */
  readonly twins: Readonly<Record<TrackId, ConceptId>>
}

export type Level = 'county' | 'city' | 'province' | 'national' | 'other'

/** What a word for a level can mean: the place itself (县里), its government (县政府) or its office (县局). */
export const BODY_KINDS = ['place', 'government', 'office'] as const
export type BodyKind = (typeof BODY_KINDS)[number]

/** Someone who acts in the notice, with the words people use for them. */
export interface Role {
  readonly id: RoleId
  readonly name: string
  readonly level: Level
  /** What of its level it is. A mere place stands for whichever body of its level is meant. */
  readonly as: readonly BodyKind[]
  readonly words: readonly string[]
}

/** A kind of applicant or of procedure that facts may be limited to (示范城市 / 示范县; 示范 / 试点). */
export interface Facet {
  readonly id: string
  readonly name: string
  readonly words: readonly string[]
}

/** A date that the notice fixes. `deadline` dates bind `binds` to do `what`; `event` dates merely happened. */
export interface NoticeDate {
  readonly id: string
  readonly kind: 'deadline' | 'event'
  readonly date: IsoDate
  readonly name: string
  /** The words of the notice, e.g. 2023年7月31日前. */
  readonly phrase: string
  readonly topics: readonly ConceptId[]
  readonly clause: ClauseId
  readonly quote: string
  /** Wording that does not say whether the day itself counts. */
  readonly openDay: boolean
  /** The one meant when a person says only “the deadline”. */
  readonly main: boolean
}

/** What came before or after the notice, with its public source: never part of the notice itself. */
export interface RelatedNotice {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly date: string
  readonly relation: 'before' | 'result' | 'successor'
  readonly say: string
  readonly source: string
}

/** An ordered list that people refer to by ordinals (第三项材料). */
export interface NoticeList {
  readonly id: string
  readonly name: string
  readonly words: readonly string[]
  readonly tracks: readonly TrackId[]
  readonly items: readonly { readonly clause: ClauseId; readonly topic: ConceptId }[]
}
