import type { Fact } from '../domain/fact.ts'
import type { Pack } from '../domain/pack.ts'
import type { Frame } from '../understanding/frame.ts'
import { isSpoken } from '../understanding/topics.ts'
import { copy } from './copy.ts'
import type { Draft } from './draft.ts'
import { excludes } from './facets.ts'

// A fact of no track that says how the tracks differ.
const tellsDifference = (fact: Fact): boolean =>
  fact.aspects.includes('difference') && fact.tracks.length === 0 && fact.stages.length === 0

// Whether a question asks if something holds in the same way for another track or stage.
const asksSame = (frame: Frame): boolean =>
  frame.polar && (frame.aspects.includes('difference') || /也|同样/u.test(frame.text))

/** 示范县也是这个路数不, 跟市里一样吗: the fact of the other track or stage, and beside it, where the difference is asked for, the one just shown. Undefined when nothing is compared. */
export function compare(frame: Frame, [fact]: readonly Fact[], pack: Pack): readonly Fact[] | undefined {
  const differs = frame.aspects.includes('difference')
  const named = frame.topics.some((t) => isSpoken(t) && !pack.concepts.get(t.id)?.generic)
  if (!fact || named || !(differs || asksSame(frame))) return undefined
  const isOther = (of: readonly string[], asked: readonly string[]): boolean =>
    asked.length === 1 && excludes(of, asked)
  const alike = pack.facts.filter((f) => f !== fact && f.topics[0] === fact.topics[0])
  const compared = alike.filter(tellsDifference)
  if (compared.length > 0 && differs) return compared.slice(0, 1)
  const other = alike.find(
    (f) =>
      (isOther(fact.tracks, frame.tracks) && f.tracks.some((t) => frame.tracks.includes(t))) ||
      (isOther(fact.stages, frame.stages) && f.stages.some((s) => frame.stages.includes(s))),
  )
  return other && (differs ? [other, fact] : [other])
}

const ONE_SIDE = /(?:只有?|光|单|哪)一?(?:边|头|类|方)|两(?:边|头|类)都/u
const EACH = /各(?:是|有|自|写|怎|咋)|分别/u
/** 城市和县都要做,还是只有一边写了: whether a question asks for which track something holds, or what holds for each. */
export const asksWhichTrack = ({ tracks, marks, text }: Frame, pack: Pack): boolean =>
  ONE_SIDE.test(text) ||
  ((marks.has('choice') || EACH.test(text)) && pack.tracks.length > 1 && tracks.length === pack.tracks.length)

/** A difference is told by saying both: a fact of one track or stage brings the one of the other. */
export function withCounterpart(facts: readonly Fact[], pack: Pack): readonly Fact[] {
  const [fact] = facts
  if (!fact || facts.length > 1 || tellsDifference(fact)) return facts
  const other = pack.facts.find(
    (f) => f.topics[0] === fact.topics[0] && (excludes(f.tracks, fact.tracks) || excludes(f.stages, fact.stages)),
  )
  return other ? [fact, other] : facts
}

/** 示范县也是一样吗: how the fact stands to what was just answered, as opening words; undefined when that was not asked. */
export function sameAsBefore(frame: Frame, facts: readonly Fact[], draft: Draft): string | undefined {
  const { focus } = draft
  if (!asksSame(frame) || !focus || focus.facts.length === 0 || facts.some(tellsDifference)) return undefined
  const before = draft.reader.pack.facts.filter((f) => focus.facts.includes(f.id))
  const [now] = facts
  const twin = before.find((f) => f.topics[0] === now?.topics[0])
  // 县也有份吗, and nothing but the same fact is there: it does not speak of the county.
  if (now && now === twin && frame.tracks.length > 0 && now.tracks.length === 0) return undefined
  if (now && twin) return now.say === twin.say ? copy.verdict.same : copy.verdict.differs
  // 最后那样也一样: of two materials the way they are handed in is compared.
  const way = before[0]?.values.medium
  if (!now?.values.medium || !way) return undefined
  return now.values.medium.join() === way.join() ? copy.verdict.same : copy.verdict.differs
}
