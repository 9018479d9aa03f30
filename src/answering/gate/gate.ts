import type { Answer } from '../../domain/answer.ts'
import type { Pack } from '../../domain/pack.ts'
import { later } from '../../text/once.ts'
import { citationFaults, createCitationCheck } from './check-citations.ts'
import { wordingFaults } from './check-wording.ts'
import { createEvidence } from './evidence.ts'
import type { GateFault } from './gate-fault.ts'
import { type KnownSentences, knownSentences } from './known-sentences.ts'
import { namesOf } from './names.ts'
import type { Places } from './place-sentences.ts'
import { takeQuotes } from './shown-quotes.ts'
import type { KeptWalks } from './truth-sources.ts'
import { type Doubt, doubtsOf, namesSources, type Reading } from './verify-text.ts'
import { isOfWording } from './wording-sentences.ts'

export type { FaultKind, GateFault } from './gate-fault.ts'

/** Holds for every answer, whoever worded it: finds what nothing verified supports. */
export interface Gate {
  /** `kept`: what walk-throughs are worked out from again; without it none of their sentences holds. */
  check(answer: Answer, question: string, kept?: KeptWalks): readonly GateFault[]
}

/** Makes the gate of a pack. Sentences of the pack are looked up; only others are read word by word. */
export function createGate(pack: Pack, places?: Places): Gate {
  const known = knownSentences(pack)
  const holds = createCitationCheck(pack)
  // An offline answer needs no names and no dictionary: they are made for the first sentence in other words.
  const judge = later(() => createJudge(pack, known))
  return {
    check(answer, question, kept) {
      const { text, faults } = takeQuotes(answer, answer.text, pack)
      const reading: Reading = { answer, question, pack, known, places, kept, part: 0 }
      const doubts = doubtsOf(text, reading)
      const verified = (piece: string): boolean => isVerified(piece, answer, pack, { ...reading, part: 0 })
      return [
        ...citationFaults(answer, holds),
        ...faults,
        ...(isStep(answer) ? doubts.map(unsupported) : doubts.length > 0 ? judge()(doubts, answer, verified) : []),
      ]
    },
  }
}

// A step of a walk-through is said in sentences that are worked out again, or not at all: other words for a state would be another state.
const isStep = ({ outcome, pieces }: Answer): boolean =>
  outcome === 'guided' && pieces.some((p) => p.computation?.rule === 'walk')
const unsupported = ({ sentence, rest }: Doubt): GateFault => ({ sentence, what: 'unsupported', found: rest })

function isVerified(piece: string, answer: Answer, pack: Pack, reading: Reading): boolean {
  const taken = takeQuotes(answer, piece, pack)
  return taken.faults.length === 0 && doubtsOf(taken.text, reading).length === 0
}

type Judge = (doubts: readonly Doubt[], answer: Answer, verified: (piece: string) => boolean) => readonly GateFault[]

function createJudge(pack: Pack, known: KnownSentences): Judge {
  const names = namesOf(pack)
  const evidenceOf = createEvidence(pack, names, createCitationCheck(pack), known)
  return (doubts, answer, verified) => {
    const evidence = evidenceOf(answer, verified)
    const judge = (rest: string): ReturnType<typeof wordingFaults> =>
      namesSources(rest) || isOfWording(rest)
        ? [{ what: 'unsupported', found: rest }]
        : wordingFaults(rest, evidence, names)
    return doubts.flatMap(({ sentence, rest }) => judge(rest).map((f) => ({ sentence, ...f })))
  }
}
