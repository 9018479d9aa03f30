import type { Piece } from '../../domain/answer.ts'
import type { TableSpec } from '../../domain/table.ts'
import { normalise } from '../../text/normalise.ts'
import { copy } from '../copy.ts'
import type { Draft, Part } from '../draft.ts'
import { fullName } from './name-region.ts'
import { placeCopy } from './place-copy.ts'
import { focusOn } from './place-focus.ts'
import type { PlaceQuestion } from './place-question.ts'
import type { OpenName } from './resolve-places.ts'
import { tablesAsked } from './tables-asked.ts'

const MOST_CHOICES = 12
const MOST_ACTIONS = 6

/** Asks which of several places a name means. */
export function askWhich({ written, candidates: codes }: OpenName, question: PlaceQuestion, draft: Draft): Part {
  const { regions } = draft
  const choices = codes.map((c) => fullName(c, regions))
  const shown = choices.slice(0, MOST_CHOICES)
  const [former] = regions.lookUp(normalise(written)).filter((c) => c.by === 'former')
  const text = former ? placeCopy.whichNow(written, former.until, shown) : placeCopy.which(written, shown)
  const more = choices.length > MOST_CHOICES ? placeCopy.tooMany(choices.length) : ''
  return {
    outcome: 'clarify',
    understood: true,
    pieces: [text, more].filter((t) => t !== '').map((t) => computed(t)),
    citations: [],
    suggestions: choices.slice(0, MOST_ACTIONS),
    focus: focusOn({ written, candidates: codes }, question, undefined, draft),
  }
}

/** Says that no division has such a name, and which names are near. */
export function unknownPlace(
  { written, near }: { readonly written: string; readonly near: readonly string[] },
  question: PlaceQuestion,
  draft: Draft,
): Part {
  const { asks, frame } = question
  const choices = near.map((c) => fullName(c, draft.regions))
  const tables = asks === 'level' ? [] : tablesAsked(frame, asks, undefined, draft)
  return {
    outcome: 'clarify',
    understood: true,
    pieces: [
      computed(placeCopy.unknown(written, draft.regions.asOf)),
      ...(near.length > 0 ? [computed(placeCopy.near(choices))] : []),
      ...tables.slice(0, 1).map((t) => computed(placeCopy.unknownOnList(t.name, written, rowsOf(t, draft), t.total))),
    ],
    citations: [],
    suggestions: choices.slice(0, MOST_ACTIONS),
    focus: near.length > 0 ? focusOn({ written, candidates: near }, question, undefined, draft) : draft.focus,
  }
}

const rowsOf = (spec: TableSpec, { tables }: Draft): number => tables.get(spec.id)?.rows.length ?? 0

const computed = (text: string): Piece => ({
  kind: 'computed',
  text,
  citations: [],
  computation: { rule: 'region', states: text.match(/\d+/gu) ?? [] },
})

// 我省有几个: which province is for the person to say.
/** Asks for the person's own province. */
export function askWhere(question: PlaceQuestion, draft: Draft): Part {
  return {
    outcome: 'clarify',
    understood: true,
    pieces: [{ kind: 'copy', text: copy.askWhere, citations: [] }],
    citations: [],
    focus: focusOn({ written: '', candidates: [] }, question, undefined, draft),
  }
}
