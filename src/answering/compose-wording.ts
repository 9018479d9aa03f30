import type { Frame } from '../understanding/frame.ts'
import type { Evidence } from './choose-evidence.ts'
import { unrepeated } from './cite.ts'
import { copy } from './copy.ts'
import type { Draft, Part } from './draft.ts'
import { focusAfter } from './focus-after.ts'
import { sayFact, shownQuotes } from './say-facts.ts'
import { tellWording } from './tell-wording.ts'

const MOST_BESIDE = 2
const MOST_QUOTED = 3

/** Answers where words in quotation marks stand in the notice: the places first, then a fact beside them that says what is written there. */
export function composeWording(frame: Frame, words: readonly string[], evidence: Evidence, draft: Draft): Part {
  const told = tellWording(words, draft.reader.pack)
  // Several words are asked about for their places alone.
  const beside =
    words.length > 1 || evidence.is === 'extract' ? [] : evidence.is === 'facts' ? evidence.facts : evidence.near
  const facts = beside.slice(0, MOST_BESIDE)
  const said = facts.map((f) => sayFact(f, facts, draft))
  const places = told.flatMap((p) => p.citations)
  const quotes = words.length === 1 && places.length <= MOST_QUOTED ? shownQuotes(places, draft.reader.pack) : []
  const isThere = places.length > 0 && saysOnly(frame, words)
  return {
    outcome: 'answered',
    understood: true,
    pieces: [
      ...(isThere ? [{ kind: 'copy' as const, text: copy.verdict.right.is, citations: [] }] : []),
      ...told,
      ...said,
      ...quotes,
    ],
    citations: unrepeated([...told, ...said].flatMap((p) => p.citations)),
    focus: facts.length > 0 ? focusAfter(frame, facts, draft) : draft.focus,
  }
}

// A yes is owed only where nothing is claimed but that the words are there.
const saysOnly = (frame: Frame, words: readonly string[]): boolean =>
  frame.polar &&
  !frame.marks.has('interrogative') &&
  !frame.lacks &&
  !frame.negated &&
  !frame.only &&
  frame.tracks.length === 0 &&
  frame.unexplained.every((n) => words.some((w) => w.includes(n)))
