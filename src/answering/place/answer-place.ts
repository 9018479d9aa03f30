import type { Piece } from '../../domain/answer.ts'
import type { PlaceFocus } from '../../domain/conversation.ts'
import type { TableSpec } from '../../domain/table.ts'
import type { Frame } from '../../understanding/frame.ts'
import { unrepeated } from '../cite.ts'
import { copy } from '../copy.ts'
import type { Draft, Part } from '../draft.ts'
import { focusAfter } from '../focus-after.ts'
import { answerLevel } from './answer-level.ts'
import { answerRows, answerStatus } from './answer-list.ts'
import { leftOpen } from './left-open.ts'
import { fullName, regionAnswer, ruleFor, typeOf } from './name-region.ts'
import { placeCopy } from './place-copy.ts'
import { asksForRows, asksToApply, type PlaceQuestion } from './place-question.ts'
import { resolvePlaces } from './resolve-places.ts'
import type { ResolvedRegion } from './resolved-region.ts'
import { tablesAsked } from './tables-asked.ts'
import { tellQuota, tellQuotaSums } from './tell-quota.ts'

/** Answers a question about places: which track the notice gives them, whether a list has them, what their quota is; asks back where a name fits several. */
export function answerPlace(read: PlaceQuestion, draft: Draft): Part {
  const question = goingOn(read, draft.focus?.place)
  const resolved = resolvePlaces(question, draft)
  if (resolved.is === 'unknown') return unknownPlace(resolved.written, question, draft)
  if (resolved.is === 'choice') return askWhich(resolved.written, resolved.candidates, question, draft)
  if (resolved.is === 'unsaid') return askWhere(question, draft)
  if (resolved.is === 'country') return answerCountry(question, draft)
  const parts =
    question.asks === 'quota'
      ? [quotasOf(resolved.regions, question, draft)]
      : resolved.regions.map((place) => answerFor(place, question, draft))
  const [first] = parts
  const place = resolved.regions[0]
  if (!first || !place) return unknownPlace('', question, draft)
  const candidates = resolved.chosenFrom?.candidates ?? [place.code]
  const focus = focusOn({ written: place.written, candidates, code: place.code }, question, first, draft)
  if (parts.length === 1) return { ...first, focus }
  return {
    outcome: parts.some((p) => p.outcome === 'answered') ? 'answered' : first.outcome,
    understood: true,
    pieces: parts.flatMap((p) => p.pieces).filter((p, at, all) => all.findIndex((o) => o.text === p.text) === at),
    citations: unrepeated(parts.flatMap((p) => p.citations)),
    region: first.region,
    downloads: parts.flatMap((p) => p.downloads ?? []),
    focus,
  }
}

// 平顶山的, 江苏呢: what was asked before is asked of the place now named.
function goingOn(question: PlaceQuestion, last: PlaceFocus | undefined): PlaceQuestion {
  const { frame } = question
  const saysMore = [frame.tracks, frame.stages, frame.aspects].some((own) => own.length > 0)
  if (!last || saysMore || frame.topics.some((t) => t.weight >= 1)) return question
  return { ...question, asks: last.asks, toApply: last.toApply, frame: asBefore(frame, last) }
}

const asBefore = (frame: Frame, { tracks, stages, aspects, polar, marks }: PlaceFocus): Frame => ({
  ...frame,
  tracks,
  stages,
  aspects,
  polar,
  marks: new Set([...frame.marks, ...marks]),
})
// Marks that a choice takes over from the question that it completes.
const FORMS = ['asks-can', 'asks-need']

function focusOn(
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

const MOST_CHOICES = 12
const MOST_ACTIONS = 6

function askWhich(written: string, codes: readonly string[], question: PlaceQuestion, draft: Draft): Part {
  const choices = codes.map((c) => fullName(c, draft.regions))
  const text = placeCopy.which(written, choices.slice(0, MOST_CHOICES))
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

function unknownPlace(written: string, { asks, frame }: PlaceQuestion, draft: Draft): Part {
  const tables = asks === 'level' ? [] : tablesAsked(frame, asks, undefined, draft)
  return {
    outcome: 'clarify',
    understood: true,
    pieces: [
      computed(placeCopy.unknown(written, draft.regions.asOf)),
      ...tables.slice(0, 1).map((t) => computed(placeCopy.unknownOnList(t.name, written, rowsOf(t, draft), t.total))),
    ],
    citations: [],
    focus: draft.focus,
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
function askWhere(question: PlaceQuestion, draft: Draft): Part {
  return {
    outcome: 'clarify',
    understood: true,
    pieces: [{ kind: 'copy', text: copy.askWhere, citations: [] }],
    citations: [],
    focus: focusOn({ written: '', candidates: [] }, question, undefined, draft),
  }
}

function answerCountry({ asks, frame }: PlaceQuestion, draft: Draft): Part {
  const tables = tablesAsked(frame, asks, undefined, draft)
  return asks === 'quota' ? tellQuotaSums(frame, tables, draft) : answerRows(undefined, tables, frame, draft)
}

function quotasOf(places: readonly ResolvedRegion[], { asks, frame }: PlaceQuestion, draft: Draft): Part {
  const { pack } = draft.reader
  const [first] = places
  const rule = first && ruleFor(typeOf(first, draft.regions), pack)
  const codes = places.map((p) => p.code)
  return {
    ...tellQuota(codes, frame, tablesAsked(frame, asks, rule?.track, draft), draft),
    region: first && regionAnswer(first, pack, draft.regions),
  }
}

function answerFor(place: ResolvedRegion, question: PlaceQuestion, draft: Draft): Part {
  const { asks, frame } = question
  const { pack } = draft.reader
  const rule = ruleFor(typeOf(place, draft.regions), pack)
  const region = regionAnswer(place, pack, draft.regions)
  const tables = tablesAsked(frame, asks, rule?.track, draft)
  const isDivision = place.part === undefined && place.kind === undefined
  const isProvince = draft.regions.get(place.code).parent === undefined
  if (asks === 'list' && isDivision && (isProvince || asksForRows(frame)))
    return { ...answerRows(place.code, tables, frame, draft), region }
  if (asks === 'list' && isDivision && tables.every((t) => t.basis !== 'attached'))
    return { ...answerStatus(place, tables, frame, draft), region }
  if (rule?.track === undefined) return { ...leftOpen(place, rule?.silence, frame, draft), region }
  return { ...answerLevel(place, rule, tables, question, draft), region }
}
