import type { ClauseId, IsoDate } from './notice.ts'

/** What a walk-through hands over, ready to be written as Markdown, Word, a page to print, or calendar entries. Every text is plain, without markup. */
export interface WalkDocument {
  readonly title: string
  /** Facts at the head, in order: place, track, role, date of the answer. */
  readonly head: readonly { readonly label: string; readonly value: string }[]
  readonly sections: readonly WalkSection[]
  /** That the notice and the competent office decide; stands at the end. */
  readonly closing: string
  /** Dates that are still ahead on `day`. */
  readonly dates: readonly WalkDate[]
  /** The day the document speaks of, in Beijing. */
  readonly day: IsoDate
  /** Clauses that the document names, for links to the notice page. */
  readonly clauses: readonly { readonly id: ClauseId; readonly label: string }[]
}

export type WalkSection =
  | { readonly is: 'lines'; readonly heading: string; readonly lines: readonly string[] }
  | {
      readonly is: 'table'
      readonly heading: string
      readonly head: readonly string[]
      /** As many cells a row as the head has. */
      readonly rows: readonly (readonly string[])[]
    }

/** A deadline as a calendar takes it. */
export interface WalkDate {
  readonly id: string
  readonly name: string
  readonly date: IsoDate
  /** The last day that is safe whichever way “X日前” is read: the day of the calendar entry. */
  readonly safeDay: IsoDate
  /** The words of the notice and where they stand. */
  readonly phrase: string
  readonly clause: ClauseId
  readonly label: string
}

export const DOCUMENT_FORMATS = ['md', 'docx', 'html', 'ics'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]
