import type { PlaceAsk, PlaceFocus } from '../../domain/conversation.ts'
import type { Pack } from '../../domain/pack.ts'
import type { PlaceName } from '../../rules/find-regions.ts'
import type { Frame, Topic } from '../../understanding/frame.ts'
import { readFrameOnce } from '../../understanding/frame-memo.ts'
import { isSpoken, tellingTopics } from '../../understanding/topics.ts'
import { chooseEvidence, SURE } from '../choose-evidence.ts'
import type { Draft } from '../draft.ts'
import { kindTypes, ruleFor, typeOf } from './name-region.ts'
import type { PlaceQuestion } from './place-question.ts'

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
  if (places.length === 0 && !before && !(place && leansOn(frame, place, draft))) return undefined
  if (places.some((p) => isBlurred(p, draft))) return undefined
  const goesOn = before !== undefined || place !== undefined
  const topics = tellingTopics(frame, weights)
    .filter((t) => t.weight >= NOTICED && isSpoken(t) && !pack.concepts.get(t.id)?.generic)
    .map((t) => t.id)
    // 它里头的容城县又该怎么走: beside a name, an abstract word belongs to what was asked before.
    .filter((id) => !(goesOn && places.length > 0 && pack.concepts.get(id)?.abstract))
  const names = (kind: 'list' | 'quota'): boolean =>
    pack.tables.some((t) => t.kind === kind && t.topics.some((id) => topics.includes(id)))
  if (names('quota')) return 'quota'
  if (names('list')) return 'list'
  if (asksStage(frame, topics, pack)) return 'list'
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
    mayApply(places, frame, draft) &&
    (saysHardlyMore(frame, goesOn) || (places.length > 0 && asksOnlyToApply(frame, pack)))
    ? (last ?? 'level')
    : undefined
}

// 昌平区能不能报示范: nothing but applying, in however many words.
const asksOnlyToApply = (frame: Frame, pack: Pack): boolean =>
  frame.polar &&
  frame.marks.has('asks-can') &&
  frame.topics.length > 0 &&
  frame.topics.every((t) => pack.applyTopics.has(t.id)) &&
  frame.unexplained.length === 0 &&
  frame.aspects.length === 0

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

/** Topics of less weight are only hinted at. */
export const NOTICED = 0.6

// 义乌是不是试点县, 哪些是试点: being on a list asked for by the stage that the list gives.
function asksStage(frame: Frame, topics: readonly string[], pack: Pack): boolean {
  const listed = pack.tables.filter((t) => t.kind === 'list' && t.basis === 'attached').map((t) => t.stage)
  const [stage] = frame.stages
  return (
    frame.stages.length === 1 &&
    listed.includes(stage) &&
    topics.every((id) => pack.regionTopics.has(id)) &&
    (frame.polar || frame.aspects.includes('list') || frame.aspects.includes('how-many')) &&
    !frame.marks.has('asks-can')
  )
}

// What another fact or silence answers well (材料, 截止) is no question about the place that it names in passing.
function isAnsweredOtherwise(frame: Frame, { reader }: Draft): boolean {
  const evidence = chooseEvidence(frame, reader)
  const own = (ids: readonly string[]): boolean => ids.some((id) => reader.pack.regionTopics.has(id))
  if (evidence.is === 'facts') return !evidence.facts.some((f) => own(f.topics))
  // 归省直管 only hints at a silence.
  const isNamed = (id: string): boolean => frame.topics.some((t) => t.id === id && t.weight >= NOTICED)
  if (evidence.is === 'silence')
    return evidence.silence.topics.some(isNamed) && !own([...evidence.silence.topics, ...evidence.silence.also])
  return false
}

// 湖北的一个区: of a province there are several kinds, or none right below it.
const isBlurred = ({ kind, candidates }: PlaceName, { regions }: Draft): boolean =>
  kind !== undefined &&
  !(candidates.length === 1 && candidates.every((c) => kindTypes(c.region.code, kind, regions).length === 1))

// A province is mostly named in passing (北京挂出来还是…, 四川呢); that it applies itself must be said.
function mayApply(places: readonly PlaceName[], frame: Frame, { regions, focus }: Draft): boolean {
  const isWhole = (p: PlaceName): boolean =>
    p.kind === undefined &&
    p.candidates.length > 0 &&
    p.candidates.every((c) => regions.get(c.region.code).parent === undefined)
  if (
    places.length === 0 ||
    !places.every(isWhole) ||
    focus?.place?.candidates.some((c) => regions.above(c).length > 0)
  )
    return true
  return frame.polar && frame.marks.has('asks-can') && OPENS.test(frame.text)
}
const OPENS = /^[^\u25a0-\u25f9]{0,4}[\u25a0-\u25f9]/u

// 蓝田专项整治: a short name may be a word of the notice mistyped; the fact that it names so well is meant then.
function isOtherWord(written: string, places: readonly PlaceName[], { reader }: Draft): boolean {
  if (places.length === 0 || places.some((p) => p.candidates.some((c) => c.by === 'official'))) return false
  const evidence = chooseEvidence(readFrameOnce(written, reader.pack, reader.lexicon), reader)
  return (
    evidence.is === 'facts' &&
    evidence.score >= SURE &&
    !evidence.facts.some((f) => f.topics.some((id) => reader.pack.regionTopics.has(id)))
  )
}

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

// 那它能报示范县吗, 第二个: about the place last spoken of.
const SHORT = 16
function leansOn(frame: Frame, place: PlaceFocus, { reader: { pack } }: Draft): boolean {
  if (frame.text.length > SHORT && !frame.marks.has('it')) return false
  if (place.candidates.length > 1 && frame.ordinals.length > 0) return true
  const kinds = new Set(pack.regionRules.flatMap((r) => pack.facts.find((f) => f.id === r.fact)?.topics ?? []))
  return !frame.topics.some((t) => kinds.has(t.id)) && place.code !== undefined
}
