import type { PlaceAsk } from '../../domain/conversation.ts'
import type { Pack } from '../../domain/pack.ts'
import type { PlaceName } from '../../rules/find-regions.ts'
import type { Frame, Topic } from '../../understanding/frame.ts'
import { isSpoken, tellingTopics } from '../../understanding/topics.ts'
import type { Draft } from '../draft.ts'
import { leansOn, picks } from './leans-on.ts'
import { isBlurred, mayApply } from './may-apply.ts'
import { ruleFor, typeOf } from './name-region.ts'
import { isAnsweredOtherwise, isOtherWord } from './other-meaning.ts'
import { asksForRows, NOTICED, type PlaceQuestion } from './place-question.ts'

/** A question as read without the names of its places, with those places and the words as written. */
export interface Heard {
  readonly frame: Frame
  readonly places: readonly PlaceName[]
  readonly written: string
  readonly before?: PlaceQuestion
}

/** What a question asks of its places, or of the one last spoken of: their level, a list, a quota, or nothing. */
export function asksOfPlace({ frame, places, written, before }: Heard, draft: Draft): PlaceAsk | undefined {
  const { pack, weights } = draft.reader
  const { place } = draft.focus ?? {}
  const isPick = places.length === 0 && frame.topics.every((t) => pack.regionTopics.has(t.id))
  if (isPick && picks(frame.text, frame.ordinals[0]?.value, draft)) return place?.asks
  const isPlaced = places.length > 0 || before !== undefined || (place !== undefined && leansOn(frame, place, draft))
  if (!isPlaced && !asksForRows(frame) && !HAND_OUT.test(frame.text)) return undefined
  if (places.some((p) => isBlurred(p, draft))) return undefined
  const goesOn = before !== undefined || place !== undefined
  const topics = tellingTopics(frame, weights)
    .filter((t) => t.weight >= NOTICED && isSpoken(t) && !pack.concepts.get(t.id)?.generic)
    .map((t) => t.id)
    // 它里头的容城县又该怎么走: beside a name, an abstract word belongs to what was asked before.
    .filter((id) => !(goesOn && places.length > 0 && pack.concepts.get(id)?.abstract))
  const names = (kind: 'list' | 'quota'): boolean =>
    pack.tables.some((t) => t.kind === kind && t.topics.some((id) => topics.includes(id)))
  if (asksOtherStage(frame, topics, places, pack)) return 'level'
  if (countsListed(frame, pack)) return 'list'
  if (!isPlaced) return asksOfTable(frame, topics, draft)
  if (names('quota')) return 'quota'
  if (names('list')) return 'list'
  if (asksStage(frame, topics, pack)) return 'list'
  // 附件1有多少个，都有谁: the same table.
  if (before && before.asks !== 'level' && topics.length === 0 && asksForRows(frame)) return before.asks
  if (topics.length === 0 && saysSame(frame, places)) return 'level'
  if (asksWhatBecame(frame, places) || asksStill(frame, places, pack)) return 'level'
  if (asksOfOpenKind(frame, places, draft)) return undefined
  const ofLevel = (id: string): boolean => pack.regionTopics.has(id) || pack.applyTopics.has(id)
  if (topics.length > 0 && frame.polar && topics.every(ofLevel) && places.length > 0)
    return isOtherWord(written, places, draft) || !mayApply(places, frame, draft) ? undefined : 'level'
  if (topics.some((id) => pack.regionTopics.has(id)) || frame.tracks.length > 0)
    return isAnsweredOtherwise(frame, draft) || isOtherWord(written, places, draft) || !mayApply(places, frame, draft)
      ? undefined
      : 'level'
  const last = before?.asks ?? place?.asks
  return topics.length === 0 &&
    (last === 'list' || last === 'quota' || mayApply(places, frame, draft)) &&
    (saysHardlyMore(frame, goesOn) || (places.length > 0 && asksOnlyToApply(frame, pack)))
    ? (last ?? 'level')
    : undefined
}

// 昌平区能申报试点城市吗: whether a place may apply for another stage than the default one.
function asksOtherStage(frame: Frame, topics: readonly string[], places: readonly PlaceName[], pack: Pack): boolean {
  const rule = pack.stageRules.find((r) => frame.stages.length === 1 && frame.stages.includes(r.stage))
  const fact = pack.facts.find((f) => f.id === rule?.fact)
  if (!fact || places.length === 0 || !frame.polar || !frame.marks.has('asks-can')) return false
  return topics.every((id) => pack.regionTopics.has(id) || pack.applyTopics.has(id) || fact.also.includes(id))
}

// 附件1都有谁, 全国名额一共几个: the rows of a table and nothing else, wherever they are.
function asksOfTable(
  frame: Frame,
  topics: readonly string[],
  { tables, reader: { pack } }: Draft,
): 'list' | 'quota' | undefined {
  if (frame.polar) return undefined
  // What being on a list is good for is no question for its rows.
  const ofUse = new Set(pack.tables.flatMap((t) => pack.facts.find((f) => f.id === t.fact)?.topics ?? []))
  const named = pack.tables.filter((t) => t.topics.some((id) => topics.includes(id) && !ofUse.has(id)))
  if (named.some((t) => t.kind === 'quota' && tables.has(t.id))) return 'quota'
  const isOfLists = topics.every((id) => named.some((t) => t.kind === 'list' && t.topics.includes(id)))
  const loaded = pack.tables.filter((t) => t.kind === 'list' && tables.has(t.id))
  const ofStage = loaded.filter((t) => frame.stages.includes(t.stage ?? '') && frame.stages.length === 1)
  if (!isOfLists || !(topics.length > 0 || ofStage.length > 0)) return undefined
  const isAttached = (frame.stages.length === 0 ? named : ofStage).some((t) => t.basis === 'attached')
  return isAttached || (ofStage.length > 0 && ALREADY.test(frame.text)) ? 'list' : undefined
}
const HAND_OUT = /发(?:我|给|一|下|来)|给(?:我|一)|导出|下载|列出|列一|念/u

// 有几个试点县能报示范县: the places that are on a list, whatever is to be done with them.
function countsListed({ text, stages }: Frame, pack: Pack): boolean {
  const listed = pack.tables.filter((t) => t.kind === 'list' && t.basis === 'attached').map((t) => t.stage)
  const words = pack.stages.filter((s) => listed.includes(s.id) && stages.includes(s.id)).flatMap((s) => s.words)
  return words.some((w) => COUNT.test(text.slice(0, Math.max(0, text.indexOf(w)))))
}
const COUNT = /(?:有|一共|总共)(?:几|多少|哪)(?:个|些|几个)?(?:是)?$/u
const ALREADY = /已经|已有|现有|现在是|目前是|之前|以前/u

// 昌平区能不能报示范: nothing but applying, in however many words.
const asksOnlyToApply = (frame: Frame, pack: Pack): boolean =>
  frame.polar &&
  frame.marks.has('asks-can') &&
  frame.topics.some((t) => pack.applyTopics.has(t.id)) &&
  frame.topics.every((t) => pack.applyTopics.has(t.id) || pack.concepts.get(t.id)?.generic) &&
  (frame.unexplained.length === 0 || ITSELF.test(frame.text)) &&
  frame.aspects.length === 0
// 钱塘区是新设的，能不能报: the place itself, whatever is told of it; 钱塘区某医院能报吗 is not.
const ITSELF = /[\u25a0-\u25f9](?:[,]|$|能|可|想|要|是|也|现|以前|原|自己|单独|作为|这次|今年|到底|虽|因)/u

// 播州就是以前的遵义县吧: one of the names is a former one of the other.
const saysSame = (frame: Frame, places: readonly PlaceName[]): boolean =>
  frame.polar &&
  places.length > 1 &&
  places.some(isFormer) &&
  frame.aspects.length === 0 &&
  frame.unexplained.length === 0

// 江干区现在还能报吗: of a division that is no more, still asks what became of it, not how much time is left.
const asksWhatBecame = (frame: Frame, places: readonly PlaceName[]): boolean =>
  frame.aspects.includes('still') && places.some(isFormer)
const isFormer = (p: PlaceName): boolean => p.candidates.some((c) => c.by === 'former')

/** 雄县还能报吗: whether the place may apply, and whether there is still time. */
export const asksStill = (frame: Frame, places: readonly PlaceName[], pack: Pack): boolean =>
  frame.aspects.includes('still') &&
  places.length > 0 &&
  !places.some(isFormer) &&
  frame.topics
    .filter((t) => isSpoken(t) && !pack.applyTopics.has(t.id) && !pack.regionTopics.has(t.id))
    .every((t) => /能|可以/u.test(frame.text.slice(t.start, t.end)))

// 东莞没有区，厚街镇自己能报吗: what the question asks of is of a kind that the wording leaves open, and the place is not.
function asksOfOpenKind(frame: Frame, places: readonly PlaceName[], { regions, reader: { pack } }: Draft): boolean {
  const ofPlaces = places.flatMap((p) =>
    p.candidates.map((c) => ruleFor(typeOf({ ...p, ...c, code: c.region.code }, regions), pack)?.silence),
  )
  const open = pack.silences.filter((s) => pack.regionRules.some((r) => r.silence === s.id) && !ofPlaces.includes(s.id))
  const isSubject = ({ start, end }: Topic): boolean =>
    SUBJECT.test(frame.text.slice(end)) && !/[是为成]$/u.test(frame.text.slice(0, start))
  return frame.topics.some((t) => isSpoken(t) && isSubject(t) && open.some((s) => s.topics.includes(t.id)))
}
const SUBJECT = /^(?:自己|自个儿?|单独|也|都)?(?:能|可以?|想|要|报|算|属|走|该|应|行)/u

// 义乌是不是试点县, 哪些是试点: being on a list asked for by the stage that the list gives.
function asksStage(frame: Frame, topics: readonly string[], pack: Pack): boolean {
  const lists = pack.tables.filter((t) => t.kind === 'list')
  const [stage] = frame.stages
  const asksRows = asksForRows(frame)
  // 有几个试点县能报示范县: rows are asked of the list, whatever is to be done with them.
  if (asksRows && lists.some((t) => t.basis === 'attached' && frame.stages.includes(t.stage ?? ''))) return true
  if (frame.stages.length !== 1 || frame.marks.has('asks-can') || !topics.every((id) => pack.regionTopics.has(id)))
    return false
  if (lists.some((t) => t.basis === 'attached' && t.stage === stage)) return frame.polar || asksRows
  return lists.some((t) => t.stage === stage) && (asksRows || saysIs(frame, pack))
}

// 昆山是示范县吗 asks for what it is; 昆山走示范县吗 for where it belongs.
function saysIs({ polar, marks, stages, text }: Frame, pack: Pack): boolean {
  const words = pack.stages.find((s) => s.id === stages[0])?.words ?? []
  const at = words.map((w) => text.indexOf(w)).filter((i) => i > 0)
  return polar && !marks.has('choice') && at.some((i) => IS.test(text.slice(0, i)))
}
const IS = /(?:是|成为|成了|评上|入选)(?:(?![报申走按归对属算])\p{Script=Han}){0,14}$/u

// 那它下面的漠河市呢, 徐州的, 余杭？: hardly anything but the name.
const MOST_BESIDE = 12
function saysHardlyMore(frame: Frame, goesOn: boolean): boolean {
  const beside = frame.text.replace(/[\u25a0-\u25f9\p{P}\s]/gu, '')
  const asksOther = frame.aspects.some((a) => OTHER_ASPECTS.has(a))
  const fits = beside.length <= MOST_BESIDE && frame.unexplained.length === 0 && !asksOther && frame.talk.size === 0
  return fits && (goesOn || beside.length <= BARE)
}
const BARE = 5
const OTHER_ASPECTS: ReadonlySet<string> = new Set(['when', 'duration', 'left', 'elapsed', 'who'])
