import type { Focus } from '../domain/conversation.ts'
import type { Fact } from '../domain/fact.ts'
import type { Pack } from '../domain/pack.ts'
import type { Frame } from '../understanding/frame.ts'
import { namesItself } from '../understanding/names-itself.ts'
import type { Reader } from '../understanding/read-message.ts'
import { isSpoken } from '../understanding/topics.ts'
import { dutiesOf } from './body-duties.ts'
import { type Evidence, MOST_FACTS } from './choose-evidence.ts'
import { compare } from './counterpart.ts'
import type { Draft } from './draft.ts'
import { insideShown } from './inside-shown.ts'
import { otherDocument } from './other-document.ts'

// The shared concept of asking for the words themselves.
const QUOTE_REQUEST = 'quote-request'
const SHORT = 16
// What asks for one figure is not answered by naming the thing again.
const EXACT: ReadonlySet<string> = new Set(['duration', 'how-many', 'when', 'left', 'elapsed'])

/** What the last answer itself still answers: its own words asked for again, and what stands beside it. Undefined when the question is new. */
export function followUp(frame: Frame, draft: Draft): Evidence | undefined {
  const { pack } = draft.reader
  const shown = factsShown(draft)
  if (shown.length === 0) return undefined
  if (asksWords(frame, draft)) return { is: 'facts', facts: shown, score: 1, verbatim: true }
  const compared = compare(frame, shown, pack)
  if (compared) return { is: 'facts', facts: compared, score: 1, ...alsoRequired(frame, compared) }
  const unsaid = otherDocument(frame, shown, draft.reader)
  if (unsaid) return unsaid
  const duty = dutiesOf(frame, shown, pack)
  if (duty) return { is: 'facts', facts: [duty], score: 1 }
  const inside = insideShown(frame, shown, pack)
  if (inside) return { is: 'facts', facts: inside, score: 1 }
  if (pointsInside(frame, shown, draft)) return { is: 'facts', facts: shown, score: 1 }
  if (holdsForBoth(frame, shown, pack)) return { is: 'facts', facts: shown.slice(0, 1), score: 1, verdict: 'right' }
  const member = memberOf(frame, shown, pack)
  if (member) return member
  const rest = frame.marks.has('rest') ? restOfList(shown, draft.focus, draft.reader, frame.rest) : []
  if (rest.length > 0) return { is: 'facts', facts: rest, score: 1 }
  if (!frame.marks.has('rest') && !frame.marks.has('beside')) return undefined
  const named = frame.topics.some((t) => isSpoken(t) && !pack.concepts.get(t.id)?.generic)
  const whole = named ? undefined : fullestOf(shown, pack)
  return whole && { is: 'facts', facts: [whole], score: 1 }
}

/** 前提还得是啥 after a kind of place: the condition stands in the same clause as the fact that was carried over. */
export function conditionBeside(frame: Frame, facts: readonly Fact[], { reader }: Draft): readonly Fact[] {
  const states = (f: Fact): boolean => f.aspects.includes('condition')
  const [fact] = facts
  const carriedOver = frame.topics.length > 0 && !saysItself(frame, reader)
  if (!fact || !carriedOver || !frame.aspects.includes('condition') || facts.some(states)) return facts
  const clause = fact.cites[0]?.clause
  const beside = reader.pack.facts.find((f) => states(f) && f.cites.every((c) => c.clause === clause))
  return beside ? [beside] : facts
}

// Whether the words themselves name a topic of weight, whatever was carried over to them.
const saysItself = (frame: Frame, reader: Reader): boolean =>
  namesItself({ ...frame, topics: frame.topics.filter(isSpoken) }, reader)

// 市里也要符合吗 after a fact that names both tracks.
function holdsForBoth(frame: Frame, [fact]: readonly Fact[], pack: Pack): boolean {
  const track = pack.tracks.find((t) => frame.tracks.length === 1 && t.id === frame.tracks[0])
  const bare = !frame.topics.some((t) => isSpoken(t) && !pack.concepts.get(t.id)?.generic)
  return (
    ALSO.test(frame.text) &&
    frame.polar &&
    !frame.negated &&
    bare &&
    track !== undefined &&
    fact?.tracks.length === 0 &&
    fact.denies.length === 0 &&
    fact.say.includes(`${track.name}`) &&
    /都/u.test(fact.say)
  )
}
const ALSO = /也[要得须需有]/u

// 县也要吗: the fact for the other track, where it denies nothing, is the yes.
const alsoRequired = (frame: Frame, [fact]: readonly Fact[]): { readonly verdict?: 'right' } =>
  frame.polar && !frame.negated && ALSO.test(frame.text) && fact?.denies.length === 0 ? { verdict: 'right' } : {}

const AMONG = /(?:里面|里头|里边|其中|之列|在内|里)[吗么吧呢啊?]*$/u
const AND_THAT = /^(?:那|那么)?[^,]{2,8}呢[?]?$/u
// 国务院各部委在不在里面, 县政府呢: whether a body is among those that the last answer names as receivers.
function memberOf(frame: Frame, shown: readonly Fact[], pack: Pack): Evidence | undefined {
  const [fact] = shown
  const asked = (frame.polar && AMONG.test(frame.text)) || (AND_THAT.test(frame.text) && isBare(frame, pack))
  if (!fact?.values.to || fact.values.by || frame.bodies.length === 0 || !asked) return undefined
  const whole = fullestOf(shown, pack) ?? fact
  const bodies = frame.bodies.map((b) => ({ ...b, as: 'to' as const }))
  return { is: 'facts', facts: [whole], score: 1, read: { ...frame, bodies, aspects: [], polar: true } }
}

const isBare = (frame: Frame, pack: Pack): boolean =>
  frame.topics.every((t) => !isSpoken(t) || pack.concepts.get(t.id)?.generic) && frame.stages.length === 0

// The facts of the last answer, in their order.
const factsShown = ({ focus, reader: { pack } }: Draft): readonly Fact[] =>
  (focus?.facts ?? []).map((id) => pack.facts.find((f) => f.id === id)).filter((f) => f !== undefined)

// 原话贴一下, 依据在哪条: nothing but the words of what was just said.
function asksWords(frame: Frame, { reader }: Draft): boolean {
  const asked = frame.topics.some((t) => t.id === QUOTE_REQUEST && isSpoken(t))
  return asked && frame.text.length <= SHORT && !saysItself(frame, reader)
}

// 其中第三个, 后一份: one of several things that the last fact itself names; an ordinal in a list of the pack finds its own fact.
function pointsInside(frame: Frame, shown: readonly Fact[], { focus, reader }: Draft): boolean {
  const [fact] = shown
  const points = frame.ordinals.length > 0 || frame.marks.has('former') || frame.marks.has('latter')
  if (!fact || !points || !holdsSeveral(fact)) return false
  if (!frame.aspects.every((a) => !EXACT.has(a) || fact.aspects.includes(a))) return false
  const list = reader.pack.lists.find((l) => l.id === focus?.list)
  // 第四条 after the third: its counter is the list's own.
  const counts = frame.ordinals.some(
    (o) => list?.items.some((i) => fact.cites.some((c) => c.clause === i.clause)) && list.words.includes(o.noun),
  )
  const isItself = counts || list?.items.every((i) => fact.cites.some((c) => c.clause === i.clause))
  return !isItself && !saysItself(frame, reader)
}

const holdsSeveral = ({ say, values }: Fact): boolean =>
  (values.count?.some((n) => n > 1) ?? false) || say.split('《').length > 2

// 除此之外, 跟它并列的: the clause as a whole holds what the fact said a part of.
function fullestOf([first]: readonly Fact[], pack: Pack): Fact | undefined {
  const [cited] = first?.cites ?? []
  const holds = (f: Fact): boolean => [...f.topics, ...f.also].includes(first?.topics[0] ?? '')
  return pack.facts
    .filter((f) => f.denies.length === 0 && holds(f) && f.cites.every((c) => c.clause === cited?.clause))
    .reduce<Fact | undefined>((best, f) => (best && best.say.length >= f.say.length ? best : f), first)
}

// 剩下的呢: the facts about the rest of a list of which the last answer showed a part, one that covers it, or one an item.
function restOfList(
  shown: readonly Fact[],
  focus: Focus | undefined,
  { pack }: Reader,
  count?: number,
): readonly Fact[] {
  const cited = new Set(shown.flatMap((f) => f.cites.map((c) => c.clause)))
  const lists = [...pack.lists].sort((a, b) => Number(b.id === focus?.list) - Number(a.id === focus?.list))
  const partly = lists
    .map((list) => ({ list, rest: list.items.filter((i) => !cited.has(i.clause)) }))
    .filter(({ list, rest }) => rest.length > 0 && rest.length < list.items.length)
  // 余下三份: the three of the list that a fact brings together and that were not shown.
  for (const { list, rest } of count === undefined ? [] : partly) {
    const held = (f: Fact): readonly string[] =>
      list.items.map((i) => i.clause).filter((id) => f.cites.some((c) => c.clause === id))
    const fact = pack.facts.find(
      (f) => held(f).length === count && held(f).every((id) => rest.some((i) => i.clause === id)),
    )
    if (fact) return [fact]
  }
  for (const { list, rest } of partly) {
    const fits = (f: Fact): boolean =>
      rest.every(({ clause }) => f.cites.some((c) => c.clause === clause)) &&
      !f.cites.some((c) => cited.has(c.clause) && list.items.some((i) => i.clause === c.clause))
    const fact = pack.facts.find(fits)
    if (fact) return [fact]
  }
  const [shownLast] = partly.filter(({ list }) => list.id === focus?.list)
  return (shownLast?.rest ?? []).slice(0, MOST_FACTS).flatMap(({ clause, topic }) => {
    const fact = pack.facts.find((f) => f.topics[0] === topic && f.cites[0]?.clause === clause)
    return fact ? [fact] : []
  })
}
