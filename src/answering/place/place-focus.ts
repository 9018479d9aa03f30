import type { PlaceFocus } from '../../domain/conversation.ts'
import type { Draft, Part } from '../draft.ts'
import { focusAfter } from '../focus-after.ts'
import { asksToApply, type PlaceQuestion } from './place-question.ts'
import { tablesAsked } from './tables-asked.ts'

// Marks that a choice takes over from the question that it completes.
const FORMS = ['asks-can', 'asks-need']

/** The place that a conversation is about after a question, with what the question asked of it. */
export function focusOn(
  place: Pick<PlaceFocus, 'written' | 'candidates' | 'code'>,
  question: PlaceQuestion,
  part: Pick<Part, 'focus'> | undefined,
  draft: Draft,
): Part['focus'] {
  const { frame, asks } = question
  return {
    ...(part?.focus ?? draft.focus ?? focusAfter(frame, [], draft)),
    place: {
      ...place,
      asks,
      tracks: frame.tracks,
      stages: frame.stages,
      aspects: frame.aspects,
      tables: tablesAsked(frame, asks, undefined, draft).map((t) => t.id),
      polar: frame.polar,
      marks: FORMS.filter((m) => frame.marks.has(m)),
      toApply: asksToApply(question, draft.reader.pack),
    },
  }
}
