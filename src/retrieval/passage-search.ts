import type { ClauseId } from '../domain/notice.ts'

/** A clause found by its words, with the share of the question's telling words that stand in it, from 0 to 1. */
export interface FoundPassage {
  readonly clause: ClauseId
  readonly share: number
}

/** Finds the clauses whose words are nearest to a question, best first. */
export interface PassageSearch {
  find(question: string, most: number): readonly FoundPassage[]
}
