import type { Answer, Citation, Piece } from '../../domain/answer.ts'
import { copy } from '../copy.ts'
import type { Gate, GateFault } from './gate.ts'
import type { KeptWalks } from './truth-sources.ts'

/** What leaves the gate: the answer as it was, or its plain extract with the faults for the log. */
export interface Passed {
  readonly answer: Answer
  readonly faults: readonly GateFault[]
}

const LONGEST = 800

/** Lets a faultless answer through; of any other only the quotes that hold remain, or the sentence that nothing is stated. */
export function passOrExtract(answer: Answer, gate: Gate, question: string, kept?: KeptWalks): Passed {
  const faults = gate.check(answer, question, kept)
  if (faults.length === 0) return { answer, faults }
  const wrong = new Set(faults.filter((f) => f.what === 'quote').map((f) => f.found))
  return {
    answer: extractOf(
      answer,
      answer.citations.filter((c) => !wrong.has(c.quote)),
    ),
    faults,
  }
}

function extractOf(answer: Answer, citations: readonly Citation[]): Answer {
  const shown = fitting(citations)
  const silent = shown.length === 0 || answer.outcome !== 'answered'
  const pieces = [...(silent ? [NOT_STATED] : []), ...shown.map(quoteOf), ...basisOf(shown)]
  const outcome = silent ? 'not_stated' : answer.outcome
  return {
    outcome,
    text: pieces.map((p) => p.text).join('\n'),
    pieces,
    citations: shown,
    suggestions: answer.suggestions,
  }
}

const NOT_STATED: Piece = { kind: 'copy', text: copy.notStatedAtAll, citations: [] }

const quoteOf = (c: Citation): Piece => ({ kind: 'quote', text: copy.quote(c.quote), citations: [c] })

function basisOf(citations: readonly Citation[]): readonly Piece[] {
  const labels = [...new Set(citations.map((c) => c.label))]
  return labels.length > 0 ? [{ kind: 'copy', text: copy.basis(labels.join('；')), citations }] : []
}

// A chat reply has a limit; a quote is shown whole or not at all.
function fitting(citations: readonly Citation[]): readonly Citation[] {
  let length = 0
  return citations.filter((c) => {
    length += copy.quote(c.quote).length + c.label.length
    return length <= LONGEST
  })
}
