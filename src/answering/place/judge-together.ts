import type { Piece } from '../../domain/answer.ts'
import { copy } from '../copy.ts'
import type { Draft, Part } from '../draft.ts'
import { asksSameness } from './belonging.ts'
import { ruleFor, typeOf } from './name-region.ts'
import { isYesOrNo, type PlaceQuestion } from './place-question.ts'
import type { ResolvedRegion } from './resolved-region.ts'

/** The answers for several places under one verdict for all of them (A、B都在附件2吗 asks one thing), without the verdicts of each. */
export function judgedTogether(
  parts: readonly Part[],
  places: readonly ResolvedRegion[],
  question: PlaceQuestion,
  draft: Draft,
  isOpen: boolean,
): readonly Part[] {
  if (parts.length < 2) return parts
  const same = compares(question) ? sameness(places, draft) : undefined
  const verdict = same ?? (isYesOrNo(question.frame) ? verdictOfAll(parts, isOpen) : undefined)
  if (verdict === undefined) return parts
  // Whether the two go the same way is answered, whatever a list would say of each.
  const [first, ...rest] = parts.map(withoutVerdict).map((p) => (same ? { ...p, outcome: 'answered' as const } : p))
  return first
    ? [{ ...first, pieces: [{ kind: 'copy', text: verdict, citations: [] }, ...first.pieces] }, ...rest]
    : parts
}

const compares = ({ frame }: PlaceQuestion): boolean => !frame.marks.has('choice') && asksSameness(frame.text)

// 万州和城口的身份一样吗: by the track of each; where the wording leaves one open, nothing can be said.
function sameness(places: readonly ResolvedRegion[], { regions, reader: { pack } }: Draft): string | undefined {
  const tracks = places.map((p) => ruleFor(typeOf(p, regions), pack)?.track)
  if (tracks.includes(undefined)) return undefined
  return new Set(tracks).size === 1 ? copy.verdict.same : copy.verdict.differs
}

const { right, wrong, undecided, conditional, notAll, notAllKnown } = copy.verdict
const YES: ReadonlySet<string> = new Set([...Object.values(right), conditional])
const NO: ReadonlySet<string> = new Set(Object.values(wrong))
const OPEN: ReadonlySet<string> = new Set(Object.values(undecided))

const verdictIn = ({ pieces }: Part): string | undefined => pieces.map((p) => p.text).find((t) => isVerdict(t))
const isVerdict = (text: string): boolean => [YES, NO, OPEN].some((words) => words.has(text))

function verdictOfAll(parts: readonly Part[], isOpen: boolean): string | undefined {
  const each = parts.map(verdictIn)
  if (each.some((v) => v === undefined)) return undefined
  const all = (words: ReadonlySet<string>): boolean => each.every((v) => v !== undefined && words.has(v))
  const some = (words: ReadonlySet<string>): boolean => each.some((v) => v !== undefined && words.has(v))
  if (all(NO)) return isOpen ? undefined : each[0]
  if (some(NO)) return notAll
  return all(YES) && !isOpen ? each[0] : all(OPEN) ? each[0] : notAllKnown
}

const withoutVerdict = (part: Part): Part => ({ ...part, pieces: part.pieces.filter((p: Piece) => !isVerdict(p.text)) })
