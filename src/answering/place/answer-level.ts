import type { Piece } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Pack, RegionRule } from '../../domain/pack.ts'
import type { TableSpec } from '../../domain/table.ts'
import type { Frame } from '../../understanding/frame.ts'
import { isSpoken } from '../../understanding/topics.ts'
import { unrepeated } from '../cite.ts'
import { copy } from '../copy.ts'
import type { Draft, Part } from '../draft.ts'
import { focusAfter } from '../focus-after.ts'
import { sayFact } from '../say-facts.ts'
import { verdictWords } from '../state-verdict.ts'
import { asksToApply, isYesOrNo, type PlaceQuestion } from './place-question.ts'
import type { ResolvedRegion } from './resolved-region.ts'
import { identify } from './tell-level.ts'
import { type ListTold, sourcesOf, tellElsewhere, tellLater, tellList } from './tell-list.ts'

/** Tells the track that the notice gives a place, with the verdict that was asked for, and where it stands on the lists of that track. */
export function answerLevel(
  place: ResolvedRegion,
  { track, fact }: RegionRule,
  asked: readonly TableSpec[],
  question: PlaceQuestion,
  draft: Draft,
): Part {
  const { asks, frame } = question
  const { pack } = draft.reader
  const otherStage = stageFact(frame, pack)
  if (otherStage && asks === 'level') return answerStage(place, otherStage, question, draft)
  const facts = pack.facts.filter((f) => f.id === fact)
  const { list, told, others } = listsOf(place, track ?? '', draft)
  const isOfOther = frame.tracks.length === 1 && !frame.tracks.includes(track ?? '')
  const applies = asksToApply(question, pack)
  const standing = told?.standing.is
  const verdict = isOfOther ? noVerdict(question, applies, facts) : verdictOf(question, applies, standing, facts, pack)
  const isElsewhere = asks === 'list' && list !== undefined && asked.length > 0 && !asked.includes(list)
  const leads = asks === 'list' && standing === 'listed' && !isElsewhere
  const condition = isOfOther || standing === undefined || standing === 'listed' ? undefined : list?.fact
  const say = (f: Fact): Piece => sayFact(f, facts, draft)
  const conditions = pack.facts.filter((f) => f.id === condition).map(say)
  // 不可以，申报示范城市，须…: the no is the list's, not the level's.
  const isRefused = standing === 'absent' && !isOfOther && isYesOrNo(frame) && (asks === 'list' || applies)
  const onList = told && !isOfOther ? [told.piece] : []
  const isOpen = standing === 'unknown' && !isOfOther
  const pieces: readonly Piece[] = [
    ...words(verdict),
    ...(isRefused ? [...(asks === 'list' ? [] : conditions), ...onList] : leads ? onList : []),
    ...identify(place, draft.regions),
    ...facts.map(say),
    ...(isRefused && asks !== 'list' ? [] : conditions),
    ...(isElsewhere ? [tellElsewhere(place.code, list, sourcesOf(draft))] : []),
    ...(leads || isRefused ? [] : onList),
    ...others.map((o) => o.piece),
    ...(standing === 'absent' && applies && frame.stages.length === 0 ? otherStages(draft) : []),
    ...words(isOpen ? copy.ask(pack.ask.province) : undefined),
  ]
  return {
    outcome: isOpen && (asks === 'list' || applies) ? 'no_data' : 'answered',
    understood: true,
    pieces,
    citations: unrepeated(pieces.flatMap((p) => p.citations)),
    focus: focusAfter(frame, facts, draft),
  }
}

// 昌平区能申报试点城市吗: who decides about that stage; the lists of the notice do not.
function answerStage(place: ResolvedRegion, fact: Fact, { frame }: PlaceQuestion, draft: Draft): Part {
  const { pack } = draft.reader
  const said = sayFact(fact, [fact], draft)
  return {
    outcome: 'answered',
    understood: true,
    pieces: [
      ...words(isYesOrNo(frame) ? copy.verdict.undecided.apply : undefined),
      said,
      ...identify(place, draft.regions),
      ...words(copy.ask(pack.ask.province)),
    ],
    citations: said.citations,
    focus: focusAfter(frame, [fact], draft),
  }
}

const stageFact = ({ stages, marks }: Frame, pack: Pack): Fact | undefined => {
  const rule = pack.stageRules.find((r) => stages.length === 1 && stages.includes(r.stage) && marks.has('asks-can'))
  return pack.facts.find((f) => f.id === rule?.fact)
}

const otherStages = (draft: Draft): readonly Piece[] =>
  draft.reader.pack.stageRules
    .map((r) => draft.reader.pack.facts.find((f) => f.id === r.fact))
    .filter((f) => f !== undefined)
    .map((f) => sayFact(f, [f], draft))

const words = (text: string | undefined): readonly Piece[] =>
  text === undefined ? [] : [{ kind: 'copy', text, citations: [] }]

interface Lists {
  /** The notice's own list of the track. */
  readonly list?: TableSpec
  readonly told?: ListTold
  /** Lists of other notices that have the place. */
  readonly others: readonly ListTold[]
}

function listsOf(place: ResolvedRegion, track: string, draft: Draft): Lists {
  const own = draft.reader.pack.tables.filter((t) => t.kind === 'list' && t.track === track)
  const list = own.find((t) => t.basis === 'attached')
  if (place.part !== undefined || place.kind !== undefined) return { list, others: [] }
  const sources = sourcesOf(draft)
  const others = own
    .filter((t) => t.basis !== 'attached')
    .map((t) => ({ spec: t, told: tellList(place.code, t, sources) }))
    .filter((o) => o.told.standing.is === 'listed')
  // What was listed only after the notice is not on its own list, however little of that is loaded.
  const later = others.find(({ spec }) => list && spec.basis === 'after' && spec.stage === list.stage)
  const told = list && tellList(place.code, list, sources)
  if (!list || !later || told?.standing.is === 'listed') return { list, told, others: others.map((o) => o.told) }
  return {
    list,
    told: tellLater(place.code, later.spec, list, sources),
    others: others.filter((o) => o !== later).map((o) => o.told),
  }
}

// 还能作为示范城市申报吗: asked for by another track than the place's own.
function noVerdict({ frame }: PlaceQuestion, applies: boolean, facts: readonly Fact[]): string | undefined {
  if (!isYesOrNo(frame)) return undefined
  return verdictWords('wrong', applies ? asksCan(frame) : frame, facts)
}
const asksCan = (frame: Frame): Frame => ({ ...frame, claim: false, marks: new Set([...frame.marks, 'asks-can']) })

function verdictOf(
  { frame, asks }: PlaceQuestion,
  applies: boolean,
  standing: ListTold['standing']['is'] | undefined,
  facts: readonly Fact[],
  pack: Pack,
): string | undefined {
  if (!isYesOrNo(frame)) return undefined
  if (asks !== 'list' && !applies) {
    const verdict = frame.tracks.length === 1 ? 'right' : verdictOnKind(frame, facts, pack)
    return verdict && verdictWords(verdict, frame, facts)
  }
  if (standing === 'unknown' || standing === undefined)
    return asks === 'list' ? copy.verdict.undecided.list : copy.verdict.undecided.apply
  if (standing === 'absent') return verdictWords('wrong', applies ? asksCan(frame) : frame, facts)
  return asks === 'list' ? verdictWords('right', { ...frame, claim: true }, facts) : copy.verdict.conditional
}

// 算不算直辖市的区: one kind of place is named, and the place's own fact is of it or not.
function verdictOnKind(frame: Frame, facts: readonly Fact[], pack: Pack): 'right' | 'wrong' | undefined {
  const kinds = pack.facts.filter((f) => pack.regionRules.some((r) => r.fact === f.id)).flatMap((f) => f.topics)
  const [named, ...others] = frame.topics.filter((t) => isSpoken(t) && kinds.includes(t.id))
  if (!named || others.length > 0) return named ? undefined : verdictOnType(frame, facts, pack)
  return facts.some((f) => f.topics.includes(named.id)) === !named.negated ? 'right' : 'wrong'
}

// 那是不是等于地级: a type by the beginning of its name.
function verdictOnType({ text }: Frame, facts: readonly Fact[], pack: Pack): 'right' | 'wrong' | undefined {
  const isNamed = (type: string): boolean => type.length > 2 && text.includes(type.slice(0, -1))
  const named = pack.regionRules.filter((r) => r.fact !== undefined && r.types.some(isNamed))
  if (named.length !== 1) return undefined
  return named.some((r) => facts.some((f) => f.id === r.fact)) ? 'right' : 'wrong'
}
