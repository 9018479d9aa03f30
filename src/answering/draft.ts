import type { Answer, Citation, Download, Piece, RegionAnswer } from '../domain/answer.ts'
import type { Focus } from '../domain/conversation.ts'
import type { Gazetteer } from '../domain/gazetteer.ts'
import type { ConceptId, IsoDate } from '../domain/notice.ts'
import type { Tables } from '../domain/table.ts'
import type { PassageSearch } from '../retrieval/passage-search.ts'
import type { PlaceName } from '../rules/find-regions.ts'
import type { Frame } from '../understanding/frame.ts'
import type { Reader } from '../understanding/read-message.ts'

/** A question that people ask most, with what it is about. */
export interface Starter {
  readonly text: string
  readonly topics: readonly ConceptId[]
}

/** What one turn knows so far. Each step of `answer-question.ts` hands on a fuller draft or finishes with an answer. */
export interface Draft {
  readonly text: string
  /** The day in Beijing that “today” means. */
  readonly day: IsoDate
  readonly reader: Reader
  readonly regions: Gazetteer
  readonly tables: Tables
  readonly passages: PassageSearch
  readonly starters: readonly Starter[]
  readonly focus?: Focus
  readonly frames: readonly Frame[]
  /** The places that the message names, and its questions read without their names. */
  readonly places: readonly PlaceName[]
  readonly unnamed: readonly Frame[]
  /** The question at hand follows another one of the same message. */
  readonly goesOn?: boolean
  /** Nothing was understood otherwise: what the words resemble by at least this share may be meant. */
  readonly resembles?: number
}

/** The answer to one question of the message, as pieces, before they are joined. */
export interface Part {
  readonly outcome: Answer['outcome']
  /** Something in the pack, a fact or a silence, explains the question. */
  readonly understood: boolean
  readonly pieces: readonly Piece[]
  /** Clauses it rests on, in the order to be named. */
  readonly citations: readonly Citation[]
  readonly focus?: Focus
  readonly suggestions?: readonly string[]
  readonly region?: RegionAnswer
  readonly downloads?: readonly Download[]
}
