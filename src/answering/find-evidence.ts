import type { Aspect, Fact } from '../domain/fact.ts'
import type { NoticeDate } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import type { Frame } from '../understanding/frame.ts'
import { namesItself } from '../understanding/names-itself.ts'
import { isSpoken, tellingTopics } from '../understanding/topics.ts'
import { chooseCloser, chooseLikeliest } from './choose-closer.ts'
import { chooseEvidence, type Evidence, SURE } from './choose-evidence.ts'
import { asksWhichTrack, withCounterpart } from './counterpart.ts'
import type { Draft } from './draft.ts'
import { conditionBeside, followUp } from './follow-up.ts'
import { stateVerdict } from './state-verdict.ts'
import { asksTime, dateAskedFor, isOfDate } from './tell-time.ts'

/** Finds what answers a question: what the last answer still holds, facts and silences by frame, dates for questions about time, else a clause by its words. */
export function findEvidence(frame: Frame, draft: Draft): Evidence {
  const next = followUp(frame, draft)
  if (next) return next
  const spoken = spokenDate(frame, draft)
  if (spoken) return spoken
  const chosen = datedOrNot(frame, chooseCloser(frame, draft.reader), draft)
  const evidence = datedByTopic(frame, chosen, draft) ?? chosen
  if (evidence.is === 'silence' && frame.polar) return contradicted(frame, draft) ?? evidence
  if (evidence.is === 'facts' && frame.aspects.includes('condition'))
    return { ...evidence, facts: conditionBeside(frame, evidence.facts, draft) }
  if (evidence.is === 'facts' && (frame.aspects.includes('difference') || asksWhichTrack(frame, draft.reader.pack)))
    return { ...evidence, facts: withCounterpart(evidence.facts, draft.reader.pack) }
  if (evidence.is !== 'nothing') return evidence
  return (
    dateBeside(frame, draft) ??
    byDate(frame, draft) ??
    likeliest(frame, evidence, draft) ??
    fromPassages(frame, draft) ??
    evidence
  )
}

function likeliest(frame: Frame, evidence: Evidence, draft: Draft): Evidence | undefined {
  const found =
    draft.resembles === undefined ? undefined : chooseLikeliest(frame, evidence, draft.reader, draft.resembles)
  const fitting = found && datedOrNot(frame, found, draft)
  return fitting && fitting.is !== 'nothing' ? fitting : undefined
}

// 让厅级领导兼着行吗: a rank or a notion that the notice itself contradicts is said before what it does not say.
function contradicted(frame: Frame, { reader }: Draft): Evidence | undefined {
  const stated = frame.topics.filter((t) => !reader.weights.unstated.has(t.id))
  const evidence = chooseEvidence({ ...frame, topics: stated }, reader)
  if (evidence.is !== 'facts' || evidence.score < SURE) return undefined
  const [fact] = evidence.facts
  const isNamed = stated.some((t) => isSpoken(t) && t.weight >= 1 && !t.negated && fact?.denies.includes(t.id))
  const ofRank = frame.ranks.length > 0 && fact?.values.rank !== undefined
  if (!fact || !(isNamed || ofRank)) return undefined
  return stateVerdict(frame, [fact], reader.pack) === 'wrong' ? { ...evidence, facts: [fact] } : undefined
}

/** 还来得及吗 right after a date was spoken of is about that date, not about the main one. */
export function spokenDate(frame: Frame, { reader: { pack, weights }, focus }: Draft): Evidence | undefined {
  const topic = focus?.topics[0] ?? ''
  const date =
    pack.dates.find((d) => d.id === focus?.date) ?? pack.dates.find((d) => !d.main && d.topics.includes(topic))
  if (!date || frame.marks.has('between') || frame.dates.length > 0) return undefined
  if (!(asksTime(frame) || frame.aspects.includes('when'))) return undefined
  if (frame.aspects.includes('still') && date.kind !== 'deadline') return undefined
  const main = pack.dates.find((d) => d.main)
  const named = tellingTopics(frame, weights).filter(isSpoken)
  // 推荐那个呢, 那材料呢: another date's own matter is spoken of now.
  const switches = frame.topics.some((t) => isSpoken(t) && !date.topics.includes(t.id) && main?.topics.includes(t.id))
  if (switches && /呢/u.test(frame.text)) return stating(main, pack, 1)
  if (!named.every((t) => !pack.own.has(t.id) && main?.topics.includes(t.id))) return undefined
  return stating(date, pack, 1)
}

// 离报联系人的期限还有多少日子: one date only is about what is named.
function datedByTopic(frame: Frame, chosen: Evidence, { reader: { pack, weights } }: Draft): Evidence | undefined {
  if (!asksTime(frame) || frame.marks.has('between') || frame.dates.length > 0) return undefined
  const named = tellingTopics(frame, weights).filter(
    (t) => isSpoken(t) && pack.dates.some((d) => d.topics.includes(t.id)),
  )
  const main = pack.dates.find((d) => d.main)
  // What was found speaks of a date already, unless it leaves out what is named.
  const facts = chosen.is === 'facts' ? chosen.facts : []
  if (chosen.is === 'silence' || (facts.length > 0 && !facts.some((f) => f.values.date))) return undefined
  const [first] = facts
  const isLeftOut = (id: string): boolean => !first || !(first.topics.includes(id) || first.also.includes(id))
  const own = named.filter((t) => !main?.topics.includes(t.id) && isLeftOut(t.id))
  const dates = pack.dates.filter((d) => own.some((t) => d.topics.includes(t.id)))
  const found = dates.length === 1 ? stating(dates[0], pack, 1) : undefined
  const [fact] = found?.is === 'facts' ? found.facts : []
  const about = [...(fact?.topics ?? []), ...(fact?.also ?? [])]
  const speaksOfMore = frame.topics.some((t) => isSpoken(t) && main?.topics.includes(t.id) && !about.includes(t.id))
  return speaksOfMore || named.some((t) => weights.unstated.has(t.id)) ? undefined : found
}

// 哪天 right after who issued it: the date that stands in the same clause.
function dateBeside(frame: Frame, { reader: { pack }, focus }: Draft): Evidence | undefined {
  if (!frame.aspects.includes('when') || frame.topics.some(isSpoken)) return undefined
  const [shown] = pack.facts.filter((f) => focus?.facts.includes(f.id))
  const date = pack.dates.find((d) => shown?.cites.some((c) => c.clause === d.clause))
  return stating(date, pack, 1)
}

const BARE = 6
// Questions about time that name no topic (还来得及吗) are about the date written, the one last spoken of, or the main deadline.
function byDate(frame: Frame, { reader, focus }: Draft): Evidence | undefined {
  if (!(asksTime(frame) || frame.dates.length > 0) || namesItself(frame, reader)) return undefined
  // 还剩几天 said alone can only mean the deadline; with anything beside it (离高考还有几天) it need not.
  if (frame.domain === 'none' && !isOfDate(frame, reader.pack) && (!asksTime(frame) || frame.text.length > BARE))
    return undefined
  const { pack } = reader
  return stating(dateAskedFor(frame, [], pack, focus?.date) ?? pack.dates.find((d) => d.main), pack, 1)
}

// The fact that states this date and no other.
function stating(date: NoticeDate | undefined, pack: Pack, score: number): Evidence | undefined {
  const states = (f: Fact): boolean => f.values.date?.length === 1 && f.values.date[0] === date?.id
  const fact = pack.facts.find((f) => states(f) && f.denies.length === 0) ?? pack.facts.find(states)
  return fact && { is: 'facts', facts: [fact], score }
}

// “When” is answered by a date, “how long” by a span and “who” by a body, or not at all: a fact without one is at most near.
function datedOrNot(frame: Frame, evidence: Evidence, { reader: { pack, weights } }: Draft): Evidence {
  // 回执已经逾期几天: a distance from a date that the notice states is computed, whatever else it is silent about.
  if (evidence.is === 'silence' && frame.aspects.some((a) => DISTANCE.has(a))) {
    const stated = frame.topics.filter((t) => !weights.unstated.has(t.id) && t.weight >= 0.6)
    const date = pack.dates.find((d) => d.kind === 'deadline' && stated.some((t) => d.topics.includes(t.id)))
    return stating(date, pack, evidence.score) ?? evidence
  }
  if (evidence.is !== 'facts') return evidence
  const { facts, score } = evidence
  const near: Evidence = { is: 'nothing', near: facts.slice(0, 1), score }
  const states = (aspect: Aspect): boolean => facts.some((f) => f.aspects.includes(aspect))
  if (asksLong(frame) && !states('duration')) return near
  if (asksWhoUnknown(frame) && !states('who')) return near
  const asksWhen = frame.aspects.includes('when') || asksTime(frame)
  if (!asksWhen || states('when') || facts.some((f) => f.values.date)) return evidence
  const date = pack.dates.find((d) => frame.topics.some((t) => d.topics.includes(t.id)))
  return stating(date, pack, score) ?? (frame.aspects.length > 1 ? evidence : near)
}

const DISTANCE: ReadonlySet<string> = new Set(['left', 'elapsed'])
// 挂几天才作数: how long, and what hangs on it.
const LONG: ReadonlySet<string> = new Set(['duration', 'how-many', 'condition', 'whether'])
const asksLong = ({ aspects, marks }: Frame): boolean =>
  !marks.has('between') && aspects.includes('duration') && aspects.every((a) => LONG.has(a))

// 归哪个公司管: who, beside a noun that nothing explains.
const asksWhoUnknown = ({ aspects, unexplained }: Frame): boolean =>
  unexplained.length > 0 && aspects.includes('who') && aspects.every((a) => a === 'who' || a === 'what')

const ENOUGH_WORDS = 0.5
// How long, how many, when: a clause that shares the words but not the figure is no answer.
const EXACT: ReadonlySet<string> = new Set(['duration', 'how-many', 'when', 'left', 'elapsed', 'still'])
// A clause that holds most of the telling words is quoted; one that shares a few is only near, and near is no answer.
function fromPassages(frame: Frame, { passages, reader: { pack } }: Draft): Evidence | undefined {
  if (frame.domain !== 'own' || frame.asksUnexplained || frame.aspects.some((a) => EXACT.has(a))) return undefined
  const [found] = passages.find(frame.text, 1)
  // A bare heading says nothing.
  const says = (id: string): boolean => pack.clauses.get(id)?.text.includes('。') ?? false
  return found && found.share >= ENOUGH_WORDS && says(found.clause)
    ? { is: 'extract', clause: found.clause, score: found.share }
    : undefined
}
