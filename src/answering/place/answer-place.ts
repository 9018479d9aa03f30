import type { PlaceFocus } from '../../domain/conversation.ts'
import type { Frame } from '../../understanding/frame.ts'
import { isSpoken } from '../../understanding/topics.ts'
import { unrepeated } from '../cite.ts'
import type { Draft, Part } from '../draft.ts'
import { sayFact } from '../say-facts.ts'
import { answerLevel } from './answer-level.ts'
import { answerRows, answerStatus } from './answer-list.ts'
import { askWhere, askWhich, unknownPlace } from './ask-back.ts'
import { judgedTogether } from './judge-together.ts'
import { leftOpen } from './left-open.ts'
import { regionAnswer, ruleFor, typeOf } from './name-region.ts'
import { focusOn } from './place-focus.ts'
import { asksForRows, asksToApply, NOTICED, type PlaceQuestion } from './place-question.ts'
import { type OpenName, resolvePlaces } from './resolve-places.ts'
import type { ResolvedRegion } from './resolved-region.ts'
import { tablesAsked } from './tables-asked.ts'
import { tellQuota, tellQuotaSums } from './tell-quota.ts'

/** Answers a question about places: which track the notice gives them, whether a list has them, what their quota is; asks back where a name fits several. */
export function answerPlace(read: PlaceQuestion, draft: Draft): Part {
  const question = goingOn(asKind(named(read, draft), draft), draft.focus?.place)
  const resolved = resolvePlaces(question, draft)
  if (resolved.is === 'unknown') return unknownPlace(resolved, question, draft)
  if (resolved.is === 'choice') return askWhich(resolved, question, draft)
  if (resolved.is === 'unsaid') return askWhere(question, draft)
  if (resolved.is === 'country') return answerCountry(question, draft)
  const parts =
    question.asks === 'quota'
      ? [quotasOf(resolved.regions, question, draft)]
      : resolved.regions.map((place) => answerFor(place, question, draft))
  const [first] = parts
  const place = resolved.regions[0]
  if (!first || !place) return unknownPlace({ written: '', near: [] }, question, draft)
  const candidates = resolved.chosenFrom?.candidates ?? [place.code]
  const focus = focusOn({ written: place.written, candidates, code: place.code }, question, first, draft)
  const rest = resolved.open && withTracks(askWhich(resolved.open, question, draft), resolved.open, draft)
  const all =
    question.asks === 'quota' ? parts : judgedTogether(parts, resolved.regions, question, draft, rest !== undefined)
  return joined(all, rest, rest?.focus ?? focus)
}

// 阿拉尔和乌鲁木齐各对照哪条: beside what is answered, the tracks of all that the other name can mean.
function withTracks(asked: Part, { candidates }: OpenName, draft: Draft): Part {
  const { pack } = draft.reader
  const ids = new Set(candidates.map((c) => ruleFor(draft.regions.get(c).type, pack)?.fact))
  const said = pack.facts.filter((f) => ids.has(f.id)).map((f, _, facts) => sayFact(f, facts, draft))
  return { ...asked, pieces: [...asked.pieces, ...said], citations: said.flatMap((p) => p.citations) }
}

function joined(parts: readonly Part[], rest: Part | undefined, focus: Part['focus']): Part {
  const [first] = parts
  if (first && parts.length === 1 && !rest) return { ...first, focus }
  const all = rest ? [...parts, rest] : parts
  return {
    outcome: parts.some((p) => p.outcome === 'answered') ? 'answered' : (first?.outcome ?? 'clarify'),
    understood: true,
    pieces: all.flatMap((p) => p.pieces).filter((p, at, pieces) => pieces.findIndex((o) => o.text === p.text) === at),
    citations: unrepeated(all.flatMap((p) => p.citations)),
    suggestions: rest?.suggestions,
    region: first?.region,
    downloads: parts.flatMap((p) => p.downloads ?? []),
    focus,
  }
}

// 省直管县能报示范城市吗: 县 tells what it is; the track that it is to apply for is named in full.
function named(question: PlaceQuestion, { reader: { pack } }: Draft): PlaceQuestion {
  const { frame } = question
  const [full, ...others] = pack.tracks.filter((t) => frame.text.includes(t.name)).map((t) => t.id)
  const isClear = frame.tracks.length > 1 && full !== undefined && others.length === 0 && !frame.marks.has('choice')
  return isClear ? { ...question, frame: { ...frame, tracks: [full] } } : question
}

// 能不能按“地级以上城市”申报: to apply as a kind of place is to apply for its track.
function asKind(question: PlaceQuestion, { reader: { pack } }: Draft): PlaceQuestion {
  const { frame, asks } = question
  if (asks !== 'level' || frame.tracks.length > 0 || !asksToApply(question, pack)) return question
  const levels = pack.facts.filter((f) => pack.regionRules.some((r) => r.fact === f.id))
  const kinds = frame.topics
    .filter((t) => isSpoken(t) && t.weight >= NOTICED && !t.negated)
    .flatMap((t) => levels.filter((f) => f.topics.includes(t.id)))
  const tracks = [...new Set(kinds.flatMap((f) => f.values.track ?? []))]
  return tracks.length === 1 ? { ...question, frame: { ...frame, tracks } } : question
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
    return { ...answerRows(place.code, tables, frame, draft, question.only), region }
  if (asks === 'list' && isDivision && tables.every((t) => t.basis !== 'attached'))
    return { ...answerStatus(place, tables, frame, draft), region }
  if (rule?.track === undefined) return { ...leftOpen(place, rule?.silence, frame, draft), region }
  return { ...answerLevel(place, rule, tables, question, draft), region }
}
