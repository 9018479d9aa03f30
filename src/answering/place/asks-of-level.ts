import type { PlaceAsk } from '../../domain/conversation.ts'
import type { Pack } from '../../domain/pack.ts'
import type { PlaceName } from '../../rules/find-regions.ts'
import type { Frame, Topic } from '../../understanding/frame.ts'
import { isSpoken } from '../../understanding/topics.ts'
import { chooseEvidence } from '../choose-evidence.ts'
import type { Draft } from '../draft.ts'
import { spansOfBelonging } from './belonging.ts'
import type { Heard } from './heard.ts'
import { mayApply } from './may-apply.ts'
import { ruleFor, typeOf } from './name-region.ts'
import { isAnsweredOtherwise, isOtherWord } from './other-meaning.ts'
import { isAnotherMatter } from './place-question.ts'

/** Whether a question asks where its places belong or whether they may apply, or what was last asked of a place once more. */
export function asksOfLevel(
  { frame, places, written, before }: Heard,
  topics: readonly string[],
  draft: Draft,
): PlaceAsk | undefined {
  const { pack } = draft.reader
  const { place } = draft.focus ?? {}
  const goesOn = before !== undefined || place !== undefined
  const last = before?.asks ?? place?.asks
  if (topics.length === 0 && saysSame(frame, places)) return 'level'
  if (asksWhatBecame(frame, places) || asksStill(frame, places, pack)) return 'level'
  if (asksOfOpenKind(frame, places, draft)) return undefined
  const isMeant = (): boolean => !isOtherWord(written, places, draft) && mayApply(places, frame, draft)
  if ((places.length > 0 || before !== undefined) && asksBelonging(frame, places, pack))
    return isMeant() ? 'level' : undefined
  if (last !== undefined && goesTo(frame, places)) return last
  if (last !== undefined && last !== 'level' && places.length === 0 && turnsToTrack(frame)) return last
  const ofLevel = (id: string): boolean => pack.regionTopics.has(id) || pack.applyTopics.has(id)
  if (topics.length > 0 && frame.polar && topics.every(ofLevel) && places.length > 0)
    return isMeant() ? 'level' : undefined
  if (topics.some((id) => pack.regionTopics.has(id)) || frame.tracks.length > 0)
    return isAnsweredOtherwise(frame, draft) || !isMeant() ? undefined : 'level'
  return topics.length === 0 &&
    (last === 'list' || last === 'quota' || mayApply(places, frame, draft)) &&
    (saysHardlyMore(frame, goesOn) ||
      (places.length > 0 && (asksOnlyToApply(frame, pack) || asksNothingElse(frame, draft))))
    ? (last ?? 'level')
    : undefined
}

// 那县呢 after a quota: of the other track.
const MOST_TO_TURN = 8
const turnsToTrack = ({ text, tracks, topics }: Frame): boolean =>
  tracks.length === 1 && topics.length === 0 && text.length <= MOST_TO_TURN

// 归哪条, 级别够吗: whatever else it names stands in those very words (级别 of an official).
function asksBelonging(frame: Frame, places: readonly PlaceName[], pack: Pack): boolean {
  const spans = spansOfBelonging(frame.text, pack, places.length > 1)
  const isIn = ({ start, end }: Topic): boolean => spans.some((s) => s.start < end && start < s.end)
  return spans.length > 0 && frame.topics.every((t) => isIn(t) || !isAnotherMatter(t, pack))
}

// 州府西昌市呢, 挨着它的中牟县呢: another place, of which the same is asked.
const goesTo = (frame: Frame, places: readonly PlaceName[]): boolean => places.length > 0 && GOES_TO.test(frame.text)
const GOES_TO = /^[^,.;?!]{0,8}[\u25a0-\u25f9]+(?:那边|那里|那个)?呢?[?]*$/u

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

// 常熟还要报: no other matter, and nothing that the notice could tell of one.
const asksNothingElse = (frame: Frame, { reader }: Draft): boolean =>
  frame.polar &&
  !frame.topics.some((t) => isAnotherMatter(t, reader.pack)) &&
  [frame.unexplained, frame.bodies, frame.media, frame.dates, frame.aspects].every((found) => found.length === 0) &&
  frame.talk.size === 0 &&
  chooseEvidence(frame, reader).is === 'nothing'

// 播州就是以前的遵义县吧: one of the names is a former one of the other.
const saysSame = (frame: Frame, places: readonly PlaceName[]): boolean =>
  frame.polar &&
  places.length > 1 &&
  places.some(isFormer) &&
  frame.aspects.length === 0 &&
  frame.unexplained.length === 0

// 江干区现在还能报吗: of a division that is no more, still asks what became of it, not how much time is left.
const asksWhatBecame = (frame: Frame, places: readonly PlaceName[]): boolean =>
  places.some(isFormer) && (frame.aspects.includes('still') || BECAME.test(frame.text))
const BECAME = /(?:对应|归|并|划|改|变|叫|成|到)[^,.;?!]{0,6}(?:哪|什么|啥|谁)/u
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
