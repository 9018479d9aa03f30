import type { Fact } from '../domain/fact.ts'
import type { ClauseId } from '../domain/notice.ts'
import type { PackSilence } from '../domain/pack.ts'
import type { ClaimVerdict } from '../rules/check-claim.ts'
import { askedOf, enumeratedTopics } from '../understanding/enumerated.ts'
import type { Frame, Topic } from '../understanding/frame.ts'
import { type Ranked, rankEntries } from '../understanding/rank-entries.ts'
import type { Reader } from '../understanding/read-message.ts'
import { isSpoken } from '../understanding/topics.ts'
import { excludes } from './facets.ts'

/** What a question can be answered with. `near` facts are stated nearby but do not answer it. */
export type Evidence = {
  /** The question as it was understood, where that is not the frame it was read into. */
  readonly read?: Frame
} & (
  | {
      readonly is: 'facts'
      readonly facts: readonly Fact[]
      readonly score: number
      /** The words of the notice were asked for: they are shown even where the facts repeat them. */
      readonly verbatim?: boolean
      /** Whether what was asked holds, where that is plain from how the facts were found. */
      readonly verdict?: ClaimVerdict
    }
  | {
      readonly is: 'silence'
      readonly silence: PackSilence
      readonly near: readonly Fact[]
      readonly facts: readonly Fact[]
      readonly score: number
    }
  | { readonly is: 'extract'; readonly clause: ClauseId; readonly score: number }
  | { readonly is: 'nothing'; readonly near: readonly Fact[]; readonly score: number }
)

/** From this score on a fact is surely what the question is about; a weaker one may only stand near. */
export const SURE = 2.4
const ANSWERS = 0.9
const UNEXPLAINED_NOUN = 0.2
const MOST_UNEXPLAINED = 0.6
const ASKED_FOR = 0.9
const TIE = 0.45
const NEAR_ENOUGH = 0.2
/** An answer says no more facts than this. */
export const MOST_FACTS = 4
const STRONG = 0.85

/** Chooses among the facts and silences of the pack. A question whose telling words nothing explains finds nothing. */
export function chooseEvidence(frame: Frame, reader: Reader): Evidence {
  const listed = frame.aspects.includes('difference') ? [] : enumeratedTopics(frame, reader.weights)
  const whole = chooseOne(frame, reader)
  if (listed.length < 2 || (whole.is === 'facts' && explainsAll(whole.facts, listed, frame))) return whole
  return joined(
    listed.map((topic) => chooseOne(askedOf(topic, listed, frame), reader)),
    whole,
  )
}

// 在规划和考核上怎么体现: a fact that denies one of the two does not tell the other. A claim wants no more than that it is denied.
const explainsAll = (facts: readonly Fact[], topics: readonly Topic[], { marks }: Frame): boolean =>
  topics.every((t) =>
    facts.some(
      (f) =>
        f.topics.includes(t.id) ||
        (f.also.includes(t.id) && !(marks.has('interrogative') && topics.some((o) => f.denies.includes(o.id)))),
    ),
  )

// 文号、发文机关、联系电话: each is answered by itself; what is stated is said beside what is not.
function joined(each: readonly Evidence[], whole: Evidence): Evidence {
  const facts = [...new Set(each.flatMap((e) => (e.is === 'facts' ? e.facts : [])))].slice(0, MOST_FACTS)
  const silence = each.find((e) => e.is === 'silence')
  if (silence?.is === 'silence') return { ...silence, facts }
  return facts.length > 0 ? { is: 'facts', facts, score: Math.max(...each.map((e) => e.score)) } : whole
}

function chooseOne(frame: Frame, reader: Reader): Evidence {
  const ranked = rankEntries(frame, reader.pack, reader.weights)
  const best = ranked[0]
  const doubt =
    Math.min(MOST_UNEXPLAINED, frame.unexplained.length * UNEXPLAINED_NOUN) + (frame.asksUnexplained ? ASKED_FOR : 0)
  const near = (): readonly Fact[] =>
    ranked
      .filter((r) => r.score > NEAR_ENOUGH)
      .map(factOf)
      .filter((f) => f !== undefined)
      .slice(0, 1)
  if (!best || best.score - doubt < ANSWERS || isOfOtherStage(best, frame, reader))
    return { is: 'nothing', near: near(), score: best?.score ?? 0 }
  if (best.entry.is === 'silence') {
    const { silence } = best.entry
    const named = silence.nearby.map((id) => reader.pack.facts.find((f) => f.id === id)).filter((f) => f !== undefined)
    return {
      is: 'silence',
      silence,
      near: named.length > 0 ? forTracks(named, frame) : near(),
      facts: [],
      score: best.score,
    }
  }
  return { is: 'facts', facts: allFacts(best, ranked, frame, reader), score: best.score }
}

// What the notice says of 示范 it has not said of 试点: where a question names the stage, a fact of another one is only near.
function isOfOtherStage(best: Ranked, frame: Frame, { pack }: Reader): boolean {
  const stages = factOf(best)?.stages ?? []
  const named = pack.stages.filter((s) => s.words.some((w) => frame.text.includes(w))).map((s) => s.id)
  return stages.length > 0 && named.length > 0 && !stages.some((s) => named.includes(s))
}

const factOf = (r: Ranked): Fact | undefined => (r.entry.is === 'fact' ? r.entry.fact : undefined)

const forTracks = (facts: readonly Fact[], frame: Frame): readonly Fact[] => {
  const fitting = facts.filter(
    (f) => f.tracks.length === 0 || frame.tracks.length === 0 || f.tracks.some((t) => frame.tracks.includes(t)),
  )
  return fitting.length > 0 ? fitting : facts
}

// The best fact, its twin for the other track when none was named, and facts for topics it leaves unexplained.
function allFacts(best: Ranked, ranked: readonly Ranked[], frame: Frame, reader: Reader): readonly Fact[] {
  const first = factOf(best)
  if (!first) return []
  const chosen = [first, ...twins(first, best.score, ranked, frame)]
  const explained = new Set(best.explains)
  // What was only carried over from the conversation helps to find the answer and asks for none of its own.
  const wanted = frame.topics.filter((t) => isStrong(t.id, t.weight, reader) && (isSpoken(t) || t.weight > 1))
  // 第四条…围绕什么: what an ordinal points to is the answer; the words beside it only say more of it.
  if (
    frame.topics.some((t) => t.weight > 1 && explained.has(t.id)) &&
    wanted.every((t) => t.weight <= 1 || explained.has(t.id))
  )
    return chosen
  let aspects = frame.aspects
  while (chosen.length < MOST_FACTS) {
    const topics = wanted.filter((t) => !explained.has(t.id))
    if (topics.length === 0) break
    // 文号、落款日期: what was asked of one topic is not asked of the next.
    aspects = aspects.filter((a) => !chosen.some((f) => f.aspects.includes(a)))
    const rest = rankEntries({ ...frame, topics, aspects }, reader.pack, reader.weights)
    const next = rest.find((r) => factOf(r) && r.score >= ANSWERS)
    const fact = next && factOf(next)
    if (!next || !fact || chosen.includes(fact)) break
    chosen.push(fact, ...twins(fact, next.score, rest, frame))
    for (const id of next.explains) explained.add(id)
  }
  return chosen.slice(0, MOST_FACTS)
}

const isStrong = (id: string, weight: number, { weights }: Reader): boolean => (weights.get(id) ?? 1) * weight >= STRONG

function twins(fact: Fact, score: number, ranked: readonly Ranked[], frame: Frame): readonly Fact[] {
  return ranked
    .filter((r) => score - r.score <= TIE)
    .map(factOf)
    .filter((f) => f !== undefined)
    .filter(
      (f) =>
        f !== fact &&
        f.topics[0] === fact.topics[0] &&
        ((frame.tracks.length !== 1 && excludes(f.tracks, fact.tracks)) ||
          (frame.stages.length > 1 && excludes(f.stages, fact.stages))),
    )
    .slice(0, 1)
}
