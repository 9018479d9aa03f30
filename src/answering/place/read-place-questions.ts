import type { PlaceName } from '../../rules/find-regions.ts'
import { normalise } from '../../text/normalise.ts'
import type { Frame } from '../../understanding/frame.ts'
import { readFrameOnce } from '../../understanding/frame-memo.ts'
import { placesIn, unmask } from '../../understanding/mask-places.ts'
import { tellingTopics } from '../../understanding/topics.ts'
import { chooseEvidence } from '../choose-evidence.ts'
import type { Draft } from '../draft.ts'
import { asPolar } from './as-polar.ts'
import { asksAtAll } from './asking-part.ts'
import { asksStill } from './asks-of-level.ts'
import { asksOfPlace } from './asks-of-place.ts'
import { onlyAmong } from './claim-of-rows.ts'
import { ruleFor, typeOf } from './name-region.ts'
import { NOTICED, type PlaceQuestion } from './place-question.ts'
import { innermost } from './places-named.ts'

/** The questions of a message that names places: those about a place's level, list or quota apart, others about the track that the place has. Undefined where no place matters. */
export function readPlaceQuestions(draft: Draft): readonly (PlaceQuestion | Frame)[] | undefined {
  const { places, unnamed } = draft
  const first = unnamed.findIndex((f) => asksAtAll(f, draft))
  const frames = unnamed.slice(Math.max(0, first)).map(asPolar)
  if (draft.reader.pack.regionRules.length === 0) return undefined
  const text = normalise(draft.text)
  const read: (PlaceQuestion | Frame)[] = []
  // 我是绵阳安县的。能不能报: a place that was only told of is meant by the question.
  const told = places.filter((p) => !frames.some((f) => placesIn(f.text, places).includes(p)))
  for (const spoken of frames) {
    const before = read.at(-1)
    const own = [...placesIn(spoken.text, places), ...(spoken === frames.at(-1) ? addedAfter(told, text) : [])]
    const frame = own.length > 1 ? ofEach(spoken, draft) : spoken
    const among = onlyAmong(frame, own, draft)
    if (among) {
      read.push({ is: 'place', asks: 'list', places: [provinceOf(among.outer)], frame, only: among.only })
      continue
    }
    const heard = {
      frame,
      places: innermost(own.length > 0 ? own : told, text, draft),
      written: unmask(frame.text, places),
      before: before && isPlaceQuestion(before) ? before : undefined,
    }
    const asked = asksOfPlace(heard, draft)
    const andTime = asksStill(frame, heard.places, draft.reader.pack)
    if (asked) read.push({ is: 'place', ...asked, places: heard.places, ...(andTime && { toApply: true }) })
    if (!asked || andTime) read.push(frame)
  }
  const again = read.some(isPlaceQuestion) ? undefined : chooseAgain(read, draft)
  if (again) return [again]
  if (read.some(isPlaceQuestion))
    return merged(read, draft).map((one) => (isPlaceQuestion(one) ? one : asWritten(one, places, draft)))
  const [only] = draft.frames
  return draft.frames.length === 1 && only ? [ofTrack(only, places, draft)] : undefined
}

// 河南 is a county as well, but has no pilots below it.
const provinceOf = (place: PlaceName): PlaceName => ({
  ...place,
  candidates: place.candidates.filter((c) => c.region.parent === undefined),
})

// 北关区对应哪条？还有海淀区.
const addedAfter = (told: readonly PlaceName[], text: string): readonly PlaceName[] =>
  told.filter((p) => /(?:还有|以及|另外|加上|再加|顺便)[^,.;?!]{0,2}$/u.test(text.slice(0, p.start)))

// 东北那个: no answer to the choice, and no question either.
const MOST_TO_CHOOSE = 10
function chooseAgain(read: readonly (PlaceQuestion | Frame)[], { focus }: Draft): PlaceQuestion | undefined {
  const [frame] = read
  const offered = focus?.place
  const isOpen = offered !== undefined && offered.code === undefined && offered.candidates.length > 1
  if (!isOpen || !frame || isPlaceQuestion(frame) || read.length > 1) return undefined
  const isAnswer = frame.domain === 'none' && frame.text.length <= MOST_TO_CHOOSE && frame.aspects.length === 0
  return isAnswer && !frame.text.endsWith('?') ? { is: 'place', asks: offered.asks, places: [], frame } : undefined
}

// 铁岭县和铁岭市都能报吗: of each place the same is asked.
const EACH = /(?:都|一[块起]儿?|分别|各自|同时)(?=能|可以|报|申报|走|归|属于|算)/gu
function ofEach(frame: Frame, { reader: { pack, lexicon } }: Draft): Frame {
  const text = frame.text.replace(EACH, '')
  return text === frame.text ? frame : readFrameOnce(text, pack, lexicon)
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

// 昌平区能不能申报，走哪条线: what goes on without a name goes on about the same places.
function merged(read: readonly (PlaceQuestion | Frame)[], draft: Draft): readonly (PlaceQuestion | Frame)[] {
  const all: (PlaceQuestion | Frame)[] = []
  for (const one of read) {
    const before = all.at(-1)
    const goesOn =
      before !== undefined &&
      isPlaceQuestion(before) &&
      (isPlaceQuestion(one) ? one.places.length === 0 && one.asks === before.asks : saysMore(one, before, draft))
    if (!goesOn) all.push(one)
    else all[all.length - 1] = { ...before, frame: both(before.frame, isPlaceQuestion(one) ? one.frame : one) }
  }
  return all
}

// Nothing of its own, or only of the place's level: 又是新区又是区，别弄混了.
function saysMore(frame: Frame, { asks }: PlaceQuestion, { reader }: Draft): boolean {
  if (asks !== 'level' && WHICH_TABLE.test(frame.text)) return true
  const topics = tellingTopics(frame, reader.weights).filter((t) => t.weight >= NOTICED)
  return topics.every((t) => reader.pack.regionTopics.has(t.id)) || chooseEvidence(frame, reader).is === 'nothing'
}

// 能推几个, 看哪张附件: the answer names the table.
const WHICH_TABLE = /哪[一个张份]*(?:附件|附表|表)/u

const both = (one: Frame, other: Frame): Frame => ({
  ...one,
  text: `${one.text}${other.text}`,
  topics: [...one.topics, ...other.topics.filter((t) => !one.topics.some((o) => o.id === t.id))],
  aspects: [...new Set([...one.aspects, ...other.aspects])],
  tracks: [...new Set([...one.tracks, ...other.tracks])],
  stages: [...new Set([...one.stages, ...other.stages])],
  marks: new Set([...one.marks, ...other.marks]),
})
