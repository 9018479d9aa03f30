/** What a gate can find wrong with a sentence. `unsupported` is everything that no closer kind names. */
export type FaultKind =
  | 'quote'
  | 'number'
  | 'date'
  | 'document'
  | 'body'
  | 'place'
  | 'modal'
  | 'negation'
  | 'connective'
  | 'name'
  | 'unsupported'

/** One thing in an answer that nothing verified supports: the sentence and the words in it. */
export interface GateFault {
  readonly sentence: string
  readonly what: FaultKind
  readonly found: string
}
