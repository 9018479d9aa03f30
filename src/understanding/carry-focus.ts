import type { Focus } from '../domain/conversation.ts'
import type { ConceptId, NoticeList } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import type { Frame, Topic } from './frame.ts'
import type { Reader } from './read-message.ts'

const CARRIED = 0.8
const LEANT_ON = 0.5
const FAINT = 0.45
const POINTED = 1.1
const SHORT = 14
const VERY_SHORT = 9

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
    (pointed === frame || (pointed.polar && pointed.marks.has('it'))) &&
    (pointed.pointsBack || pointed.text.length <= VERY_SHORT || isManner(pointed, reader))
  return {
    ...pointed,
    topics: [
      ...(nameless || leans
        ? [
            ...pointed.topics,
            ...carried(
              focus,
              pointed,
              nameless || pointed.pointsBack || isManner(pointed, reader) ? CARRIED : LEANT_ON,
              reader,
            ),
          ]
        : pointed.topics
      ).filter((t) => !unsaid.includes(t.id)),
      ...unsaid.map((id) => ({ id, weight: 1, start: 0, end: 0, negated: false })),
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

/** Whether the question names a topic of weight by itself. */
export function namesItself(frame: Frame, { weights }: Reader): boolean {
  return frame.topics.some((t) => t.weight >= 0.6 && (weights.get(t.id) ?? 1) * t.weight >= 0.8)
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
  return [...new Set([...focus.topics, ...focus.pair])]
    .map((id) => twinFor(id, frame, pack))
    .filter((id) => !frame.topics.some((t) => t.id === id))
    .map((id) => ({ id, weight: isFaint(id) ? weight * FAINT : weight, start: 0, end: 0, negated: false }))
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
  const telling = frame.topics.filter((t) => (weights.get(t.id) ?? 1) >= 1)
  return frame.text.length <= SHORT && telling.length > 0 && telling.every((t) => pack.concepts.get(t.id)?.abstract)
}

// 还要另附一份纸件吗: asked of the thing that was talked about.
function isManner(frame: Frame, { pack, weights }: Reader): boolean {
  const telling = frame.topics.filter((t) => t.end > t.start && (weights.get(t.id) ?? 1) >= 1)
  return frame.polar && telling.length > 0 && telling.every((t) => pack.concepts.get(t.id)?.manner)
}

function otherTrack(frame: Frame, focus: Focus, { pack }: Reader): readonly string[] | undefined {
  if (!frame.marks.has('other') || focus.tracks.length !== 1) return undefined
  return pack.tracks.map((t) => t.id).filter((id) => !focus.tracks.includes(id))
}

// 第三条, 前者, 后面那个 become the topic they point to.
function pointOut(frame: Frame, focus: Focus | undefined, reader: Reader): Frame {
  const pointedTopics: Topic[] = []
  let tracks = frame.tracks
  for (const ordinal of frame.ordinals) {
    const list = listFor(ordinal.noun, frame, focus, reader)
    const item = list?.items.at(ordinal.value > 0 ? ordinal.value - 1 : ordinal.value)
    if (!list || !item) continue
    pointedTopics.push({ id: item.topic, weight: POINTED, start: 0, end: 0, negated: false })
    if (tracks.length === 0) tracks = list.tracks
  }
  const neighbour = neighbourOf(frame, focus, reader)
  if (neighbour && pointedTopics.length === 0) {
    pointedTopics.push({ id: neighbour.topic, weight: POINTED, start: 0, end: 0, negated: false })
    if (tracks.length === 0) tracks = neighbour.tracks
  }
  const last = focus && focus.pair.length > 1 ? focus.pair : (focus?.topics ?? [])
  // 这两个, 中间隔了几天: the two things last talked about.
  const pairs = frame.marks.has('both') || (frame.marks.has('between') && !namesItself(frame, reader))
  const both = pairs && last.length > 1 ? last.slice(-2) : []
  for (const id of both) pointedTopics.push({ id, weight: POINTED, start: 0, end: 0, negated: false })
  const side = frame.marks.has('former') ? last[0] : frame.marks.has('latter') ? last.at(-1) : undefined
  if (side !== undefined && pointedTopics.length === 0)
    pointedTopics.push({ id: side, weight: POINTED, start: 0, end: 0, negated: false })
  if (pointedTopics.length === 0) return frame
  // The words that named the list (条件, 材料) are spent: what is meant is the item.
  const spent = new Set(reader.pack.lists.flatMap((l) => l.words))
  const rest = frame.topics.filter((t) => !spent.has(frame.text.slice(t.start, t.end)) || frame.ordinals.length === 0)
  return {
    ...frame,
    topics: [...pointedTopics, ...rest.filter((t) => !pointedTopics.some((p) => p.id === t.id))],
    tracks,
    domain: 'own',
  }
}

// 再下一步, 它前面那一条: the neighbour of the item last shown.
function neighbourOf(
  frame: Frame,
  focus: Focus | undefined,
  { pack }: Reader,
): { readonly topic: string; readonly tracks: readonly string[] } | undefined {
  const step = frame.marks.has('next-item') ? 1 : frame.marks.has('previous-item') ? -1 : 0
  const stays = frame.marks.has('same-item')
  const list = pack.lists.find((l) => l.id === focus?.list)
  if ((step === 0 && !stays) || !list || focus?.item === undefined) return undefined
  const item = list.items[focus.item + step]
  return item && { topic: item.topic, tracks: list.tracks }
}

/** The list that an ordinal counts in: one named in the sentence, else the one shown last. */
function listFor(noun: string, frame: Frame, focus: Focus | undefined, { pack }: Reader): NoticeList | undefined {
  const fits = (list: NoticeList): boolean =>
    list.tracks.length === 0 || frame.tracks.length === 0 || list.tracks.some((t) => frame.tracks.includes(t))
  const shown = pack.lists.find((l) => l.id === focus?.list)
  const lengthOf = (l: NoticeList): number =>
    Math.max(0, ...l.words.filter((w) => w.length > 1 && frame.text.includes(w)).map((w) => w.length))
  const longest = Math.max(0, ...pack.lists.filter(fits).map(lengthOf))
  const named = longest > 0 ? pack.lists.filter((l) => fits(l) && lengthOf(l) === longest) : []
  if (named.length > 0)
    return (
      named.find((l) => l === shown) ??
      named.find((l) => l.tracks.length > 0 && focus?.tracks.some((t) => l.tracks.includes(t))) ??
      named[0]
    )
  // A counter such as 条 or 个 fits many lists: the one shown last is meant.
  if (shown)
    return fits(shown) ? shown : pack.lists.find((l) => fits(l) && l.words.some((w) => shown.words.includes(w)))
  return noun === '' ? undefined : pack.lists.find((l) => fits(l) && l.words.includes(noun))
}
