import type { Piece } from '../../domain/answer.ts'
import type { PlaceFocus } from '../../domain/conversation.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Pack } from '../../domain/pack.ts'
import type { TableSpec } from '../../domain/table.ts'
import type { Frame } from '../../understanding/frame.ts'
import { isSpoken } from '../../understanding/topics.ts'
import { unrepeated } from '../cite.ts'
import { copy } from '../copy.ts'
import type { Draft, Part } from '../draft.ts'
import { focusAfter } from '../focus-after.ts'
import { sayFact } from '../say-facts.ts'
import { verdictWords } from '../state-verdict.ts'
import { fullName, regionAnswer, ruleFor, typeOf } from './name-region.ts'
import { placeCopy } from './place-copy.ts'
import type { PlaceQuestion } from './place-question.ts'
import { type ResolvedRegion, resolvePlaces } from './resolve-places.ts'
import { identify } from './tell-level.ts'
import { knowsAll, tellList, tellRows } from './tell-list.ts'
import { tellQuota } from './tell-quota.ts'

/** Answers a question about places: which track the notice gives them, whether a list has them, what their quota is; asks back where a name fits several. */
export function answerPlace(question: PlaceQuestion, draft: Draft): Part {
  const resolved = resolvePlaces(question, draft)
  if (resolved.is === 'unknown') return unknownPlace(resolved.written, question, draft)
  if (resolved.is === 'choice') return askWhich(resolved.written, resolved.candidates, question, draft)
  const asked = withChoice(question, resolved.chosenFrom)
  const parts = resolved.regions.map((place) => answerFor(place, asked, draft))
  const [first] = parts
  const place = resolved.regions[0]
  if (!first || !place) return unknownPlace('', question, draft)
  const candidates = resolved.chosenFrom?.candidates ?? [place.code]
  const focus = focusOn({ written: place.written, candidates, code: place.code }, asked, first, draft)
  if (parts.length === 1) return { ...first, focus }
  return {
    outcome: parts.some((p) => p.outcome === 'answered') ? 'answered' : first.outcome,
    understood: true,
    pieces: parts.flatMap((p) => p.pieces).filter((p, at, all) => all.findIndex((o) => o.text === p.text) === at),
    citations: unrepeated(parts.flatMap((p) => p.citations)),
    region: first.region,
    focus,
  }
}

// 平顶山的: what was asked before the choice is asked of the one chosen.
function withChoice(question: PlaceQuestion, chosenFrom: PlaceFocus | undefined): PlaceQuestion {
  const { frame } = question
  const saysMore = frame.tracks.length > 0 || frame.topics.some((t) => t.weight >= 1)
  if (!chosenFrom || saysMore) return question
  return { ...question, asks: chosenFrom.asks, toApply: chosenFrom.toApply, frame: asBefore(frame, chosenFrom) }
}

const asBefore = (frame: Frame, { tracks, polar, marks }: PlaceFocus): Frame => ({
  ...frame,
  tracks,
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
  const tables = tablesAsked(frame, asks, undefined, draft).map((t) => t.id)
  const marks = FORMS.filter((m) => frame.marks.has(m))
  return {
    ...(part?.focus ?? draft.focus ?? focusAfter(frame, [], draft)),
    place: {
      ...place,
      asks,
      tracks: frame.tracks,
      tables,
      polar: frame.polar,
      marks,
      toApply: asksToApply(question, draft),
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

function answerFor(place: ResolvedRegion, question: PlaceQuestion, draft: Draft): Part {
  const { asks, frame } = question
  const { pack } = draft.reader
  const rule = ruleFor(typeOf(place, draft.regions), pack)
  const region = regionAnswer(place, pack, draft.regions)
  const tables = tablesAsked(frame, asks, rule?.track, draft)
  if (asks === 'quota') return { ...tellQuota(place.code, frame, tables, draft), region }
  if (asks === 'list' && asksForRows(place, frame, draft)) return { ...rowsPart(place, tables, frame, draft), region }
  if (rule?.track === undefined) return { ...leftOpen(place, rule?.silence, frame, draft), region }
  return { ...tracked(place, rule.track, rule.fact, tables, question, draft), region }
}

// 浙江有哪些试点城市: of a province, or of any region whose rows are asked for.
function asksForRows(place: ResolvedRegion, frame: Frame, { regions }: Draft): boolean {
  const asksSeveral = frame.aspects.includes('list') || frame.aspects.includes('how-many')
  return (
    place.part === undefined &&
    place.kind === undefined &&
    (asksSeveral || regions.get(place.code).parent === undefined)
  )
}

function rowsPart(place: ResolvedRegion, tables: readonly TableSpec[], frame: Frame, draft: Draft): Part {
  const sources = { pack: draft.reader.pack, regions: draft.regions, tables: draft.tables }
  const pieces = tables.flatMap((t) => tellRows(place.code, t, sources))
  return {
    outcome: tables.every((t) => knowsAll(place.code, t, sources)) ? 'answered' : 'no_data',
    understood: true,
    pieces,
    citations: unrepeated(pieces.flatMap((p) => p.citations)),
    focus: focusAfter(frame, [], draft),
  }
}

// The tables that the question names, by itself or by its track; else the notice's own list of the place's track.
function tablesAsked(
  frame: Frame,
  asks: PlaceQuestion['asks'],
  track: string | undefined,
  draft: Draft,
): readonly TableSpec[] {
  const kind = asks === 'quota' ? 'quota' : 'list'
  const own = draft.reader.pack.tables.filter((t) => t.kind === kind && t.basis === 'attached')
  const named = frame.topics.map((t) => t.id)
  const shared = new Set(own.flatMap((t) => t.topics).filter((id, at, all) => all.indexOf(id) !== at))
  const byOwnName = own.filter((t) => t.topics.some((id) => named.includes(id) && !shared.has(id)))
  const byName = byOwnName.length > 0 ? byOwnName : own.filter((t) => t.topics.some((id) => named.includes(id)))
  const byTrack = own.filter((t) => frame.tracks.includes(t.track))
  const both = byName.filter((t) => byTrack.length === 0 || byTrack.includes(t))
  if (both.length > 0 && both.length < own.length) return both
  if (byTrack.length > 0) return byTrack
  const fitting = own.filter((t) => t.track === track)
  return fitting.length > 0 ? fitting : own
}

// What the wording does not name: who can settle it, and what is stated nearby.
function leftOpen(place: ResolvedRegion, id: string | undefined, frame: Frame, draft: Draft): Part {
  const { pack } = draft.reader
  const silence = pack.silences.find((s) => s.id === id)
  const near = (silence?.nearby ?? []).map((n) => pack.facts.find((f) => f.id === n)).filter((f) => f !== undefined)
  const said = near.map((f) => sayFact(f, near, draft))
  const lead = silence ? copy.notStated(silence.what) : copy.notStatedAtAll
  return {
    outcome: 'not_stated',
    understood: true,
    pieces: [
      ...identify(place, draft.regions),
      { kind: 'fact', text: lead, citations: [] },
      ...said.map((p, at) => (at === 0 ? { ...p, text: copy.nearby + p.text } : p)),
      { kind: 'copy', text: copy.ask(pack.ask[silence?.ask ?? 'province']), citations: [] },
    ],
    citations: unrepeated(said.flatMap((p) => p.citations)),
    focus: focusAfter(frame, near, draft),
  }
}

function tracked(
  place: ResolvedRegion,
  track: string,
  factId: string | undefined,
  asked: readonly TableSpec[],
  question: PlaceQuestion,
  draft: Draft,
): Part {
  const { asks, frame } = question
  const { pack } = draft.reader
  const sources = { pack, regions: draft.regions, tables: draft.tables }
  const facts = pack.facts.filter((f) => f.id === factId)
  const own = pack.tables.filter((t) => t.kind === 'list' && t.track === track)
  const attached = own.filter((t) => t.basis === 'attached')
  const [list] = attached
  const isDivision = place.part === undefined && place.kind === undefined
  const told = list && isDivision ? tellList(place.code, list, sources) : undefined
  const others = (isDivision ? own : [])
    .filter((t) => t.basis !== 'attached')
    .map((t) => tellList(place.code, t, sources))
    .filter((t) => t.standing.is === 'listed')
  const otherTrack = frame.tracks.length === 1 && !frame.tracks.includes(track)
  const standing = told?.standing.is
  const applies = asksToApply(question, draft)
  const toApply = !otherTrack && applies
  const verdict = otherTrack ? noVerdict(question, applies, facts) : verdictOf(question, toApply, standing, facts, pack)
  const rule = otherTrack || standing === undefined ? [] : pack.facts.filter((f) => f.id === list?.fact)
  const misplaced = asks === 'list' && list && asked.length > 0 && !asked.includes(list)
  const said = [...facts, ...(standing === 'listed' ? [] : rule)].map((f) => sayFact(f, facts, draft))
  const pieces: readonly Piece[] = [
    ...(verdict === undefined ? [] : [{ kind: 'copy' as const, text: verdict, citations: [] }]),
    ...(asks === 'list' && told && !misplaced && standing === 'listed' ? [told.piece] : []),
    ...identify(place, draft.regions),
    ...said,
    ...(misplaced ? [computed(placeCopy.elsewhere(draft.regions.get(place.code).name, list.name))] : []),
    ...(told && !otherTrack && !(asks === 'list' && standing === 'listed' && !misplaced) ? [told.piece] : []),
    ...others.map((o) => o.piece),
    ...(standing === 'unknown' && !otherTrack
      ? [{ kind: 'copy' as const, text: copy.ask(pack.ask.province), citations: [] }]
      : []),
  ]
  const decided = standing !== 'unknown' || otherTrack
  const needsList = asks === 'list' || toApply
  return {
    outcome: decided || !needsList ? 'answered' : 'no_data',
    understood: true,
    pieces,
    citations: unrepeated(pieces.flatMap((p) => p.citations)),
    focus: focusAfter(frame, facts, draft),
  }
}

// 能报吗, 够格吗 want more than the right kind of place; 算不算县域 does not.
const asksToApply = ({ frame, toApply }: PlaceQuestion, { reader: { pack } }: Draft): boolean =>
  toApply ?? (isYesOrNo(frame) && (frame.marks.has('asks-can') || frame.topics.some((t) => pack.applyTopics.has(t.id))))

const isYesOrNo = ({ polar, marks }: Frame): boolean => polar && !marks.has('choice') && !marks.has('interrogative')

// 还能作为示范城市申报吗: asked for by another track than the place's own.
function noVerdict({ frame }: PlaceQuestion, applies: boolean, facts: readonly Fact[]): string | undefined {
  if (!isYesOrNo(frame)) return undefined
  return verdictWords('wrong', applies ? { ...frame, marks: new Set([...frame.marks, 'asks-can']) } : frame, facts)
}

function verdictOf(
  { frame, asks }: PlaceQuestion,
  toApply: boolean,
  standing: 'listed' | 'absent' | 'unknown' | undefined,
  facts: readonly Fact[],
  pack: Pack,
): string | undefined {
  if (!isYesOrNo(frame)) return undefined
  if (asks !== 'list' && !toApply) {
    const verdict = frame.tracks.length === 1 ? 'right' : verdictOnKind(frame, facts, pack)
    return verdict && verdictWords(verdict, frame, facts)
  }
  if (standing === 'unknown' || standing === undefined)
    return asks === 'list' ? copy.verdict.undecided.list : copy.verdict.undecided.apply
  if (standing === 'absent') return verdictWords('wrong', frame, facts)
  return asks === 'list' ? verdictWords('right', { ...frame, claim: true }, facts) : copy.verdict.conditional
}

// 算不算直辖市的区: one kind of place is named, and the place's own fact is of it or not.
function verdictOnKind(frame: Frame, facts: readonly Fact[], pack: Pack): 'right' | 'wrong' | undefined {
  const kinds = pack.facts.filter((f) => pack.regionRules.some((r) => r.fact === f.id)).flatMap((f) => f.topics)
  const [named, ...others] = frame.topics.filter((t) => isSpoken(t) && kinds.includes(t.id))
  if (!named || others.length > 0) return undefined
  return facts.some((f) => f.topics.includes(named.id)) === !named.negated ? 'right' : 'wrong'
}
