import type { Focus } from '../domain/conversation.ts'
import type { NoticeList } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import type { Frame, Topic } from './frame.ts'
import { namesItself } from './names-itself.ts'
import type { Reader } from './read-message.ts'
import { isSpoken, unspoken } from './topics.ts'

const POINTED = 1.1

/** 第三条, 前者, 后面那个 become the topic they point to; a frame that points to nothing is returned as it is. */
export function pointOut(frame: Frame, focus: Focus | undefined, reader: Reader): Frame {
  const pointedTopics: Topic[] = []
  let tracks = frame.tracks
  for (const ordinal of frame.ordinals) {
    const list = listHolding(ordinal.value, frame, reader) ?? listFor(ordinal.noun, frame, focus, reader)
    const item = list?.items.at(ordinal.value > 0 ? ordinal.value - 1 : ordinal.value)
    if (!list || !item || claimsPlace(frame, list)) continue
    pointedTopics.push(unspoken(item.topic, POINTED))
    if (tracks.length === 0) tracks = list.tracks
  }
  const described = pointedTopics.length === 0 ? byAuthor(frame, reader) : undefined
  if (described !== undefined) pointedTopics.push(unspoken(described, POINTED))
  const neighbour = neighbourOf(frame, focus, reader)
  if (neighbour && pointedTopics.length === 0) {
    pointedTopics.push(unspoken(neighbour.topic, POINTED))
    if (tracks.length === 0) tracks = neighbour.tracks
  }
  const last = focus && focus.pair.length > 1 ? focus.pair : (focus?.topics ?? [])
  // 这两个, 中间隔了几天: the two things last talked about.
  const pairs = frame.marks.has('both') || (frame.marks.has('between') && !namesItself(frame, reader))
  const both = pairs && last.length > 1 ? last.slice(-2) : []
  for (const id of both) pointedTopics.push(unspoken(id, POINTED))
  const side = frame.marks.has('former') ? last[0] : frame.marks.has('latter') ? last.at(-1) : undefined
  if (side !== undefined && pointedTopics.length === 0) pointedTopics.push(unspoken(side, POINTED))
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

const GOVERNMENT = 'government'
const ONE_OF_THEM =
  /(?:自己|自个儿)?(?:出|写|提|编|开|拟|弄|搞|做|拿)?的?[那这哪]一?(?:份|个|张|件|封|样)(?!地|省|市|县|区|人|单位)/u
// 政府出的那份: the one item of a list that this body makes.
function byAuthor(frame: Frame, { pack, weights }: Reader): string | undefined {
  const word = frame.topics.find((t) => t.id === GOVERNMENT && isSpoken(t))
  const roles = frame.bodies.length > 0 ? frame.bodies.map((b) => b.role) : word ? governments(pack) : []
  const named = frame.topics.some((t) => isSpoken(t) && (weights.get(t.id) ?? 1) >= 1)
  if (named || roles.length === 0 || !ONE_OF_THEM.test(frame.text)) return undefined
  const makes = (topic: string): boolean =>
    pack.facts.some(
      (f) =>
        f.topics.length === 1 &&
        f.topics[0] === topic &&
        f.aspects.includes('who') &&
        f.values.by?.some((r) => roles.includes(r)),
    )
  const made = pack.lists.flatMap((l) => (l.tracks.length === 0 ? l.items : [])).filter((i) => makes(i.topic))
  return made.length === 1 ? made[0]?.topic : undefined
}

const governments = (pack: Pack): readonly string[] =>
  pack.roles.filter((r) => r.as.length === 1 && r.as[0] === 'government').map((r) => r.id)

// 状况表是第三项材料吧: the number is claimed of an item that is named, and points to none.
const claimsPlace = (frame: Frame, list: NoticeList): boolean =>
  frame.polar &&
  /[是算排列]第/u.test(frame.text) &&
  frame.topics.some((t) => isSpoken(t) && list.items.some((i) => i.topic === t.id))

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

// 第四条里的主导产业: the list that has there what the sentence names.
const listHolding = (place: number, frame: Frame, { pack }: Reader): NoticeList | undefined =>
  frame.polar
    ? undefined
    : pack.lists.find((l) => frame.topics.some((t) => isSpoken(t) && l.items[place - 1]?.topic === t.id))

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
