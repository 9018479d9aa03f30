import type { Focus } from '../domain/conversation.ts'
import type { ConceptId } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import type { Frame, Topic } from './frame.ts'
import { namesItself } from './names-itself.ts'
import { pointOut } from './point-out.ts'
import type { Reader } from './read-message.ts'
import { isSpoken, tellingTopics, unspoken } from './topics.ts'

const CARRIED = 0.8
const LEANT_ON = 0.5
const FAINT = 0.45
const SHORT = 14
const VERY_SHORT = 9
// 靠地标的县也非得满足这条吗: the item last shown is what is asked of.
const THIS_ITEM = /[满达符做][足到合].{0,2}[这那]一?[条项款个]/u

/** Completes an elliptic question from the conversation: ordinals, the former and the latter, missing topics, aspects and tracks. */
export function carryFocus(frame: Frame, focus: Focus | undefined, reader: Reader): Frame {
  const pointed = pointOut(frame, focus, reader)
  if (!focus || focus.topics.length === 0) return pointed
  const nameless = !namesItself(pointed, reader)
  const continues =
    pointed.text.length <= SHORT && (/^(?:那|然后|还有|另外)/u.test(pointed.text) || /呢[?。!]*$/u.test(pointed.text))
  const facetOnly = nameless && (pointed.tracks.length > 0 || pointed.stages.length > 0)
  if (nameless && !refersBack(pointed)) return pointed
  // What the notice is silent about stands by itself: the topic before would only answer in its place.
  const silent = pointed.topics.some((t) => reader.weights.unstated.has(t.id))
  const unsaid = isAbstract(pointed, reader) ? focus.topics.filter((id) => reader.weights.unstated.has(id)) : []
  const leans =
    !nameless &&
    !silent &&
    !namesOtherDate(pointed, focus, reader) &&
    (pointed === frame || (pointed.polar && pointed.marks.has('it'))) &&
    (pointed.pointsBack ||
      pointed.text.length <= VERY_SHORT ||
      isManner(pointed, reader) ||
      (pointed.polar && THIS_ITEM.test(pointed.text)))
  return {
    ...pointed,
    topics: [
      ...(nameless || leans
        ? [
            ...pointed.topics,
            ...carried(
              focus,
              pointed,
              nameless || pointed.pointsBack || isManner(pointed, reader) || THIS_ITEM.test(pointed.text)
                ? CARRIED
                : LEANT_ON,
              reader,
            ),
          ]
        : pointed.topics
      ).filter((t) => !unsaid.includes(t.id)),
      ...unsaid.map((id) => unspoken(id, 1)),
    ],
    dates: [...pointed.dates, ...sameDay(pointed, focus, reader)],
    bodies: pointed.bodies.length > 0 ? pointed.bodies : pointedBody(pointed, focus),
    aspects:
      pointed.aspects.length > 0 ? pointed.aspects : (facetOnly || continues) && !pointed.polar ? focus.aspects : [],
    tracks:
      pointed.tracks.length > 0
        ? pointed.tracks
        : (otherTrack(pointed, focus, reader) ?? (nameless || continues || pointed.pointsBack ? focus.tracks : [])),
    stages: pointed.stages.length > 0 ? pointed.stages : focus.stages,
    domain: pointed.domain === 'none' && nameless ? 'shared' : pointed.domain,
  }
}

/** 得什么级别 after 联络员: of all that one word may mean, what has to do with the last answer is meant. */
export function asSpokenOf(frame: Frame, focus: Focus | undefined, { pack, weights }: Reader): Frame {
  const shown = pack.facts.filter((f) => focus?.facts.includes(f.id))
  const belongs = ({ id }: Topic): boolean =>
    shown.some((f) => f.also.includes(id)) ||
    weights.about(id).some((e) => e.is === 'fact' && focus?.topics.some((o) => o === id || e.fact.also.includes(o)))
  const rivals = (t: Topic): readonly Topic[] =>
    frame.topics.filter((o) => o !== t && isSpoken(o) && o.start === t.start && o.end === t.end)
  const lost = frame.topics.filter(
    (t) => isSpoken(t) && !weights.unstated.has(t.id) && !belongs(t) && rivals(t).some(belongs),
  )
  return lost.length === 0 ? frame : { ...frame, topics: frame.topics.filter((t) => !lost.includes(t)) }
}

// Something in the sentence leans on what was said: a pronoun, a bare question word, or hardly any words at all.
function refersBack(frame: Frame): boolean {
  if (frame.talk.size > 0) return false
  if (
    frame.text.length <= VERY_SHORT ||
    frame.marks.has('it') ||
    frame.marks.has('back') ||
    frame.marks.has('rest') ||
    frame.marks.has('beside') ||
    frame.marks.has('other')
  )
    return true
  return (
    frame.text.length <= 2 * SHORT &&
    frame.unexplained.length === 0 &&
    (frame.aspects.length > 0 ||
      frame.polar ||
      frame.topics.length > 0 ||
      frame.tracks.length > 0 ||
      frame.bodies.length > 0)
  )
}

// What was talked about just before that is still in the air, faintly; so is what the notice was silent about.
function carried(focus: Focus, frame: Frame, weight: number, { pack, weights }: Reader): readonly Topic[] {
  const isFaint = (id: string): boolean =>
    !focus.topics.some((t) => twinFor(t, frame, pack) === id) || weights.unstated.has(id)
  // 里头写啥 after 纸的还是网上的: what is in a thing is asked of the thing, not of how it is handed in.
  const isWay = (id: string): boolean => pack.concepts.get(id)?.manner ?? false
  const all = [...new Set([...focus.topics, ...focus.pair])]
  const things = focus.topics.every(isWay) || !frame.aspects.includes('content') ? all : all.filter((id) => !isWay(id))
  // 资格还在不在, 省局又咋办: what was only claimed before is asked no more.
  const isNotion = (id: string): boolean => {
    const about = weights.about(id).flatMap((e) => (e.is === 'fact' ? [e.fact] : []))
    return about.length > 0 && about.every((f) => f.denies.includes(id))
  }
  const open = things.length > 1 && !frame.polar ? things.filter((id) => !isNotion(id)) : things
  return (open.length > 0 ? open : things)
    .map((id) => twinFor(id, frame, pack))
    .filter((id) => !frame.topics.some((t) => t.id === id))
    .map((id) => unspoken(id, isFaint(id) ? weight * FAINT : weight))
}

// 公示也归它: the one body just spoken of.
function pointedBody(frame: Frame, { roles }: Focus): Frame['bodies'] {
  const [role] = roles
  if (!frame.polar || roles.length !== 1 || role === undefined || !IT_ACTS.test(frame.text)) return []
  return [{ role, as: 'by', negated: false }]
}
const IT_ACTS = /[由归让叫靠是]它|它[来们管定]/u

// 县的呢 after an attachment for cities means the one for counties.
function twinFor(id: ConceptId, { tracks }: Frame, pack: Pack): ConceptId {
  const [track] = tracks
  return (tracks.length === 1 && track !== undefined && pack.concepts.get(id)?.twins[track]) || id
}

// 也是这天吗: the date last spoken of is claimed.
function sameDay(frame: Frame, focus: Focus, { pack }: Reader): Frame['dates'] {
  const date = pack.dates.find((d) => d.id === focus.date)?.date
  if (!frame.marks.has('same-day') || date === undefined) return []
  const [year, month, day] = date.split('-').map(Number)
  return [{ year, month, day, before: true, start: frame.text.length, end: frame.text.length }]
}

// All that is named belongs to whatever was talked about.
function isAbstract(frame: Frame, { pack, weights }: Reader): boolean {
  const telling = tellingTopics(frame, weights)
  return frame.text.length <= SHORT && telling.length > 0 && telling.every((t) => pack.concepts.get(t.id)?.abstract)
}

// 那回执呢,还能交不: with another date's own topic, the date before is no longer spoken of.
function namesOtherDate(frame: Frame, { date }: Focus, { pack }: Reader): boolean {
  const named = frame.topics.filter(isSpoken).map((t) => t.id)
  const own = pack.dates.filter((d) => named.includes(d.topics[0] ?? ''))
  return date !== undefined && own.length > 0 && !own.some((d) => d.id === date)
}

// 还要另附一份纸件吗: asked of the thing that was talked about.
function isManner(frame: Frame, { pack, weights }: Reader): boolean {
  const telling = tellingTopics(frame, weights).filter(isSpoken)
  return (
    (frame.polar || frame.marks.has('choice')) &&
    telling.length > 0 &&
    telling.every((t) => pack.concepts.get(t.id)?.manner)
  )
}

function otherTrack(frame: Frame, focus: Focus, { pack }: Reader): readonly string[] | undefined {
  if (!frame.marks.has('other') || focus.tracks.length !== 1) return undefined
  return pack.tracks.map((t) => t.id).filter((id) => !focus.tracks.includes(id))
}
