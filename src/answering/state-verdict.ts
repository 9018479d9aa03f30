import type { Fact } from '../domain/fact.ts'
import type { Pack } from '../domain/pack.ts'
import { type ClaimVerdict, checkClaim } from '../rules/check-claim.ts'
import { normalise } from '../text/normalise.ts'
import { readQuantities } from '../text/read-quantities.ts'
import type { Frame, Topic } from '../understanding/frame.ts'
import { isSpoken } from '../understanding/topics.ts'
import { bodiesMeant } from './bodies-meant.ts'
import { copy } from './copy.ts'
import { excludes } from './facets.ts'

/** The verdict of the facts on a yes/no question, or undefined when it asks none. */
export function stateVerdict(frame: Frame, facts: readonly Fact[], pack: Pack): ClaimVerdict | undefined {
  if (!isPolar(frame, facts)) return isMistaken(frame, facts, pack) ? 'wrong' : undefined
  const judged = facts
    .map((fact) => ({ fact, verdict: judge(frame, fact, pack) }))
    .filter((j) => j.verdict !== 'unclear')
  const clear = judged.map((j) => j.verdict)
  // 附件三就是回执吧: two things that no fact brings together are not the same.
  if (clear.length === 0) return facts.length > 1 && IDENTITY.test(frame.text) ? 'wrong' : 'unclear'
  // 协调机制要不要下设办公室: that one of two tracks has none is no answer to what neither fact settles for the other.
  const [one, other] = facts
  if (clear.length === 1 && clear[0] === 'wrong' && facts.length === 2 && one && other && areTwins(one, other))
    return 'unclear'
  if (clear.every((v) => v === 'right')) {
    const confirming = judged.map((j) => j.fact)
    return explainsAll(frame, confirming, pack) ? 'right' : 'unclear'
  }
  return clear.includes('wrong') && !clear.includes('right') ? 'wrong' : 'partly'
}

const areTwins = (one: Fact, other: Fact): boolean =>
  one.topics[0] === other.topics[0] && excludes(one.tracks, other.tracks)

// 那个协议是硬杠杠不: a word that none of the confirming facts is about may be what is asked, and a yes would answer it unread.
function explainsAll(frame: Frame, facts: readonly Fact[], pack: Pack): boolean {
  const known = new Set(facts.flatMap((f) => [...f.topics, ...f.also, ...f.denies]))
  return (
    frame.topics
      .filter((t) => isSpoken(t) && t.weight >= NOTICED && !pack.concepts.get(t.id)?.generic)
      // 推荐的一个县: said of something in passing.
      .filter((t) => frame.text[t.end] !== '的')
      .every((t) => known.has(t.id) || facts.some((f) => f.say.includes(frame.text.slice(t.start, t.end))))
  )
}

const NOTICED = 0.4

// 名单最后是省局拍板定的: said as a statement, and what it says of a body, date, rank or medium is not so.
function isMistaken(frame: Frame, facts: readonly Fact[], pack: Pack): boolean {
  const [fact] = facts
  if (!fact || facts.length > 1 || asksForMore(frame) || !STATES.test(frame.text)) return false
  return judge(frame, fact, pack) === 'wrong'
}
const STATES = /是|有|由|归|让|得|要|可以|只|就|算|都/u

const IDENTITY = /就是|等于|等同|同一/u

// A question word or a choice (还是) asks for more than yes or no, even beside 吗 in another clause.
const asksForMore = (frame: Frame): boolean => frame.marks.has('interrogative') || frame.marks.has('choice')

function isPolar(frame: Frame, facts: readonly Fact[]): boolean {
  if (asksForMore(frame) || frame.aspects.includes('difference')) return false
  const contradicts = frame.topics.some((t) => !t.negated && facts.some((f) => f.denies.includes(t.id)))
  if (frame.polar) return true
  // A list of things that are asked for claims nothing.
  if (facts.length > 2) return false
  return contradicts || ((frame.only || frame.negated) && frame.aspects.length === 0)
}

function judge(read: Frame, fact: Fact, pack: Pack): ClaimVerdict {
  const frame = { ...read, bodies: bodiesMeant(read, fact, pack) }
  const verdict = checkClaim(
    {
      // One negation is counted once: where it denies the topic, it does not also deny who acts.
      bodies: frame.negated ? frame.bodies.map((b) => ({ ...b, negated: false })) : frame.bodies,
      media: frame.media,
      ranks: frame.ranks,
      quantities: frame.quantities,
      dates: frame.dates,
      tracks: fact.tracks.length > 0 ? [] : frame.tracks,
      asserts: frame.topics.filter((t) => !t.negated).map((t) => t.id),
      denies: frame.topics.filter((t) => t.negated).map((t) => t.id),
      only: frame.only,
    },
    fact,
    pack.dates,
  )
  if (frame.topics.some((t) => t.negated && !fact.denies.includes(t.id) && states(fact, t, frame, pack)))
    return verdict === 'wrong' ? 'right' : 'wrong'
  // 专项规划不是县里的条件: the place denied is the one that the fact is about.
  const flips = frame.bodies.some((b) => b.negated && isTrackOf(fact, b.role, pack)) && !fact.values.by
  if (flips && verdict !== 'unclear') return verdict === 'wrong' ? 'right' : 'wrong'
  // An official or a manner that the fact does not name may or may not be meant by it: no yes is owed.
  if (verdict === 'right' && (frame.lacks || !saysWhatIsClaimed(frame, fact))) return 'unclear'
  if (verdict === 'right' && ALL.test(frame.text) && !SAYS_ALL.test(fact.say)) return 'unclear'
  if (asksBeyond(frame, fact)) return 'unclear'
  if (verdict !== 'unclear') return verdict
  return isCovered(frame, fact, pack) ? 'right' : 'unclear'
}

// 推荐上去的全都能评上: what is claimed of all is not confirmed by what is said of some.
const ALL = /全都|全部|统统|一律|所有|都(?:能|会|可)/u
const SAYS_ALL = /[都全均各每]|所有/u

/** Whether a question goes beyond what a fact can settle: it asks for something nothing explains (有没有高校的人), or for a span of time that the fact does not state. */
export const asksBeyond = ({ text, unexplained }: Frame, { say, values }: Fact): boolean =>
  unexplained.some((noun) => !say.includes(noun) && HAVING.test(text.slice(0, text.indexOf(noun)))) ||
  (SPAN.test(text) && !values.years && !values.date)
const HAVING = /(?:有|含|包括|设|请)(?:没有?|无)?[的着]?$/u
const SPAN = /(?:几|多少|[一二两三四五六七八九十\d]+)个?(?:年|月|天|周)(?:之内|以内|内|之后|以后|后)/u

const isTrackOf = (fact: Fact, id: string, pack: Pack): boolean => {
  const [track, ...others] = pack.tracks.filter((t) => fact.tracks.includes(t.id))
  const role = pack.roles.find((r) => r.id === id)
  return others.length === 0 && (role?.words.some((w) => track?.words.includes(w)) ?? false)
}

// 兵团不在收文单位里: what is denied is what the fact says of its topic. A wrong notion denied is none of that, nor is what only leads to 能不能.
function states(fact: Fact, { id }: Topic, frame: Frame, pack: Pack): boolean {
  if (fact.topics.includes(id)) return true
  const asserted = frame.topics.some((t) => !t.negated && fact.denies.includes(t.id))
  const isNotion = pack.facts.some((f) => f.topics[0] === id && f.denies.includes(id))
  return (
    fact.also.includes(id) && !pack.concepts.get(id)?.generic && !isNotion && !asserted && !frame.marks.has('asks-can')
  )
}

// A body, medium, rank, date or quantity that the fact neither has a slot for nor names is claimed and not known.
function namesUnknownValues(frame: Frame, fact: Fact, pack: Pack): boolean {
  const roles = new Set([...(fact.values.by ?? []), ...(fact.values.to ?? [])])
  const nameOf = (role: string): string => pack.roles.find((r) => r.id === role)?.name ?? role
  const stated = readQuantities(normalise(fact.say))
  return (
    frame.bodies.some((b) => !roles.has(b.role) && !fact.say.includes(nameOf(b.role))) ||
    frame.quantities.some((q) => !stated.some((s) => s.value === q.value)) ||
    [frame.media, frame.ranks, frame.dates].some((values) => values.length > 0)
  )
}

const saysWhatIsClaimed = (frame: Frame, fact: Fact): boolean =>
  frame.claimed.every((o) => fact.say.includes(o)) || (fact.values.rank !== undefined && frame.ranks.length > 0)

// Every telling word of the question, one of them its own, is explained by the fact, and nothing speaks against it: it holds.
function isCovered(frame: Frame, fact: Fact, pack: Pack): boolean {
  const known = new Set([...fact.topics, ...fact.also])
  const telling = frame.topics.filter((t) => !pack.concepts.get(t.id)?.generic && t.weight >= 0.5)
  return (
    saysWhatIsClaimed(frame, fact) &&
    !frame.lacks &&
    !namesUnknownValues(frame, fact, pack) &&
    telling.some(isSpoken) &&
    coversTracks(frame, fact, pack) &&
    frame.verbs.every((v) => fact.say.includes(v)) &&
    telling.every((t) => known.has(t.id)) &&
    frame.unexplained.length === 0 &&
    !frame.only &&
    fact.aspects.includes('whether')
  )
}

// 拟推荐的县也算吗: a fact that says nothing of counties is no yes for them.
function coversTracks({ tracks }: Frame, fact: Fact, pack: Pack): boolean {
  if (tracks.length !== 1 || fact.tracks.length > 0 || fact.values.track) return true
  const words = pack.tracks.find((t) => tracks.includes(t.id))?.words ?? []
  return words.some((w) => fact.say.includes(w))
}

/** The opening words that tell the verdict, in the form the question was put. */
export function verdictWords(verdict: ClaimVerdict, frame: Frame, facts: readonly Fact[]): string {
  if (verdict === 'unclear') return copy.verdict.unclear
  if (verdict === 'partly') return copy.verdict.partly
  const form =
    frame.claim || frame.insists
      ? 'is'
      : frame.marks.has('asks-need')
        ? 'need'
        : frame.marks.has('asks-can')
          ? 'can'
          : 'is'
  // 能报吗 about a condition is never a plain yes: whether it is met is for others to judge.
  if (verdict === 'right' && form === 'can' && facts.some((f) => f.aspects.includes('condition')))
    return copy.verdict.conditional
  return copy.verdict[verdict][form]
}
