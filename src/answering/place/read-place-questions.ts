import type { PlaceAsk, PlaceFocus } from '../../domain/conversation.ts'
import type { Pack } from '../../domain/pack.ts'
import { findRegions, type PlaceName } from '../../rules/find-regions.ts'
import { findUnknownPlaces } from '../../rules/find-unknown-places.ts'
import { normalise } from '../../text/normalise.ts'
import { tagWords } from '../../text/words.ts'
import type { Frame } from '../../understanding/frame.ts'
import { readFrameOnce } from '../../understanding/frame-memo.ts'
import { maskPlaces, placesIn, unmask } from '../../understanding/mask-places.ts'
import { readMessage } from '../../understanding/read-message.ts'
import { isSpoken, tellingTopics } from '../../understanding/topics.ts'
import { chooseEvidence, SURE } from '../choose-evidence.ts'
import type { Draft } from '../draft.ts'
import { kindTypes, ruleFor, typeOf } from './name-region.ts'
import type { PlaceQuestion } from './place-question.ts'

/** The questions of a message that names places: those about a place's level, list or quota apart, others about the track that the place has. Undefined where no place matters. */
export function readPlaceQuestions(draft: Draft): readonly (PlaceQuestion | Frame)[] | undefined {
  if (draft.reader.pack.regionRules.length === 0) return undefined
  const text = normalise(draft.text)
  const places = placesNamed(text, draft)
  if (places.length === 0 && !draft.focus?.place) return undefined
  const read: (PlaceQuestion | Frame)[] = []
  const frames = readMessage(maskPlaces(text, places), draft.reader)
  // 我是绵阳安县的。能不能报: a place that was only told of is meant by the question.
  const told = places.filter((p) => !frames.some((f) => placesIn(f.text, places).includes(p)))
  for (const frame of frames) {
    const before = read.at(-1)
    const own = placesIn(frame.text, places)
    const heard: Heard = {
      frame,
      places: own.length > 0 ? own : told,
      written: unmask(frame.text, places),
      before: before && isPlaceQuestion(before) ? before : undefined,
    }
    const asks = asksOfPlace(heard, draft)
    read.push(asks ? { is: 'place', asks, places: heard.places, frame } : frame)
  }
  if (read.some(isPlaceQuestion))
    return merged(read, draft).map((one) => (isPlaceQuestion(one) ? one : asWritten(one, places, draft)))
  const [only] = draft.frames
  return draft.frames.length === 1 && only ? [ofTrack(only, places, draft)] : undefined
}

/** A question as read without the names of its places, with those places and the words as written. */
interface Heard {
  readonly frame: Frame
  readonly places: readonly PlaceName[]
  readonly written: string
  readonly before?: PlaceQuestion
}

const asWritten = (masked: Frame, places: readonly PlaceName[], draft: Draft): Frame =>
  ofTrack(
    readFrameOnce(unmask(masked.text, places), draft.reader.pack, draft.reader.lexicon),
    placesIn(masked.text, places),
    draft,
  )

// 静安区要啥条件: the conditions of the track that the place has.
function ofTrack(frame: Frame, places: readonly PlaceName[], { reader: { pack }, regions }: Draft): Frame {
  const [place] = places
  const [candidate] = place?.candidates ?? []
  if (frame.tracks.length > 0 || places.length !== 1 || place?.candidates.length !== 1 || !candidate) return frame
  const type = typeOf({ ...place, ...candidate, code: candidate.region.code }, regions)
  const track = ruleFor(type, pack)?.track
  return track === undefined ? frame : { ...frame, tracks: [track] }
}

export const isPlaceQuestion = (one: PlaceQuestion | Frame): one is PlaceQuestion => 'is' in one

// 成都的区, 湖北一个地级市下面的区: a kind of place there, not the place. 我们区归沈阳管 says the same.
const KIND_THERE =
  /^(?:的|那边|这边|下面|下辖|底下|里|这种|一?[个座]|某个?|任何|所有|各|几个|嘅|格|地级市|县级市){1,5}(?:市辖)?([区县市旗])(?![一-龥]*名单)/u
const KIND_UNDER = /([区县市旗])[^,.?!]{0,2}(?:归|属于?|隶属于?|受)$/u
const kindThere = (text: string, { start, end }: PlaceName): string | undefined =>
  KIND_THERE.exec(text.slice(end))?.[1] ?? KIND_UNDER.exec(text.slice(0, start))?.[1]

// 材料直接送北京, 俺们这个区归沈阳管: where something goes, or whose it is, is not what is asked about.
const IN_PASSING = /(?:[送寄往跑去到给由归属向]|属于|隶属于?|一定要去|必?经)$/u
function placesNamed(text: string, { regions, reader: { lexicon } }: Draft): readonly PlaceName[] {
  const words = tagWords(text)
  const known = findRegions(text, words, regions)
  const unknown = findUnknownPlaces(text, words, known, regions, (word) =>
    (lexicon.byText.get(word) ?? []).some((e) => e.pieces.length === 1 && e.pieces[0] === word),
  )
  const above = (k: PlaceName): boolean => unknown.some((u) => u.start <= k.start && k.end <= u.end)
  return [...known.filter((k) => !above(k)), ...unknown]
    .map((p) => (p.part === undefined ? { ...p, kind: kindThere(text, p) } : p))
    .filter((p) => p.part !== undefined || p.kind !== undefined || !IN_PASSING.test(text.slice(0, p.start)))
    .filter((p) => p.part === undefined || p.candidates.length === 1)
    .sort((a, b) => a.start - b.start)
}

function asksOfPlace({ frame, places, written, before }: Heard, draft: Draft): PlaceAsk | undefined {
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
const NOTICED = 0.6

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
  if (evidence.is === 'silence') return !own([...evidence.silence.topics, ...evidence.silence.also])
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

// 昌平区能不能申报，走哪条线: what goes on without a name goes on about the same places.
function merged(read: readonly (PlaceQuestion | Frame)[], draft: Draft): readonly (PlaceQuestion | Frame)[] {
  const all: (PlaceQuestion | Frame)[] = []
  for (const one of read) {
    const before = all.at(-1)
    const goesOn =
      before !== undefined &&
      isPlaceQuestion(before) &&
      (isPlaceQuestion(one) ? one.places.length === 0 && one.asks === before.asks : saysMore(one, draft))
    if (!goesOn) all.push(one)
    else all[all.length - 1] = { ...before, frame: both(before.frame, isPlaceQuestion(one) ? one.frame : one) }
  }
  return all
}

// Nothing of its own, or only of the place's level: 又是新区又是区，别弄混了.
function saysMore(frame: Frame, { reader }: Draft): boolean {
  const topics = tellingTopics(frame, reader.weights).filter((t) => t.weight >= NOTICED)
  return topics.every((t) => reader.pack.regionTopics.has(t.id)) || chooseEvidence(frame, reader).is === 'nothing'
}

const both = (one: Frame, other: Frame): Frame => ({
  ...one,
  text: `${one.text}${other.text}`,
  topics: [...one.topics, ...other.topics.filter((t) => !one.topics.some((o) => o.id === t.id))],
  aspects: [...new Set([...one.aspects, ...other.aspects])],
  tracks: [...new Set([...one.tracks, ...other.tracks])],
  stages: [...new Set([...one.stages, ...other.stages])],
  marks: new Set([...one.marks, ...other.marks]),
})
