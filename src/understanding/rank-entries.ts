import type { Aspect, Fact } from '../domain/fact.ts'
import type { ConceptId } from '../domain/notice.ts'
import type { Pack, PackSilence } from '../domain/pack.ts'
import { quantitiesOf } from '../rules/check-claim.ts'
import { oncePer } from '../text/once.ts'
import type { Frame, Topic } from './frame.ts'

/** Something a question may be answered with. */
export type Entry =
  | { readonly is: 'fact'; readonly fact: Fact }
  | { readonly is: 'silence'; readonly silence: PackSilence }

/** An entry with how well it fits: above about one it explains the question. */
export interface Ranked {
  readonly entry: Entry
  readonly score: number
  /** Topics of the question that the entry explains. */
  readonly explains: readonly ConceptId[]
}

/** How much a concept tells entries apart: rare ones much, generic ones little. `unstated` are those that only silences are about. */
export interface Weights {
  get(id: ConceptId): number | undefined
  readonly unstated: ReadonlySet<ConceptId>
  /** Facts and silences that have the concept as a topic, in the pack's order. */
  about(id: ConceptId): readonly Entry[]
}

const GENERIC = 0.3
/** Weights of all concepts of a pack, between 1 (in many entries) and 2 (in one). */
export function weighConcepts(pack: Pack): Weights {
  const weights = new Map<ConceptId, number>()
  for (const concept of pack.concepts.values()) {
    // Several facts about one clause say one thing in several ways.
    const clauses = new Set(pack.facts.filter((f) => f.topics.includes(concept.id)).map((f) => f.cites[0]?.clause))
    const uses = clauses.size + pack.silences.filter((s) => s.topics.includes(concept.id)).length
    weights.set(concept.id, concept.generic ? GENERIC : 2 - Math.min(1, Math.log2(1 + uses) / 4))
  }
  const entries = entriesByTopic(pack)
  return { get: (id) => weights.get(id), unstated: unstatedConcepts(pack), about: (id) => entries.get(id) ?? [] }
}

/** Concepts that only silences are about. */
export function unstatedConcepts(pack: Pack): ReadonlySet<ConceptId> {
  const stated = new Set(pack.facts.flatMap((f) => f.topics))
  return new Set(pack.silences.flatMap((s) => s.topics).filter((id) => !stated.has(id)))
}

function entriesByTopic(pack: Pack): ReadonlyMap<ConceptId, readonly Entry[]> {
  const byTopic = new Map<ConceptId, Entry[]>()
  const all: readonly Entry[] = [
    ...pack.facts.map((fact): Entry => ({ is: 'fact', fact })),
    ...pack.silences.map((silence): Entry => ({ is: 'silence', silence })),
  ]
  for (const entry of all)
    for (const id of (entry.is === 'fact' ? entry.fact : entry.silence).topics)
      byTopic.set(id, [...(byTopic.get(id) ?? []), entry])
  return byTopic
}

const SUPPORT = 0.55
const MISSING = 0.7
const UNEXPLAINED = 0.45
const MOST_UNEXPLAINED = 0.8
const UNSTATED = 1.7
const ASPECT_FITS = 1
// Who, when, where ask for one thing only; what, how and the like may be answered by anything said of the topic.
const NARROW: ReadonlySet<string> = new Set([
  'who',
  'to-whom',
  'when',
  'where',
  'duration',
  'left',
  'elapsed',
  'still',
  'how-many',
])
// From a stated date every distance in time can be computed.
const ABOUT_TIME: ReadonlySet<string> = new Set(['left', 'elapsed', 'still'])
const NARROW_MISSES = 0.75
const BROAD_MISSES = 0.3
const WHY_MISSES = 1.2
const OVERVIEW = 0.35
// A silence holds whatever is asked of it.
const UNSAID = 0.6
const OTHER_TRACK = 2.5
const OTHER_STAGE = 1.5
const ASSERTED = 0.7
// 省局出的是哪样: a fact of the body that is named.
const ACTS = 0.3

/** Facts and silences that share a topic with the frame, best first. */
export function rankEntries(frame: Frame, pack: Pack, weights: Weights): readonly Ranked[] {
  const entries = new Set(frame.topics.flatMap((t) => weights.about(t.id)))
  return [...entries].map((entry) => rank(entry, frame, pack, weights)).sort((a, b) => b.score - a.score)
}

function rank(entry: Entry, frame: Frame, pack: Pack, weights: Weights): Ranked {
  const about = entry.is === 'fact' ? entry.fact : entry.silence
  const weightOf = (topic: Topic): number => (weights.get(topic.id) ?? 1) * topic.weight
  const explains: ConceptId[] = []
  let score = 0
  let left = 0
  for (const topic of frame.topics) {
    if (about.topics.includes(topic.id)) score += weightOf(topic)
    else if (about.also.includes(topic.id)) score += SUPPORT * weightOf(topic)
    else {
      // What the notice is silent about is not answered by what stands beside it.
      const asked = topic.end > topic.start || topic.weight >= 1
      if (entry.is === 'fact' && asked && weights.unstated.has(topic.id)) score -= UNSTATED * weightOf(topic)
      else left += UNEXPLAINED * weightOf(topic)
      continue
    }
    explains.push(topic.id)
  }
  score -= Math.min(MOST_UNEXPLAINED, left)
  for (const id of about.topics) if (!frame.topics.some((t) => t.id === id)) score -= MISSING * (weights.get(id) ?? 1)
  score += aspectScore(frame, about, entry.is === 'fact' && (entry.fact.values.date?.length ?? 0) > 0)
  if (entry.is === 'fact') score += facetScore(frame, entry.fact, pack, weights) + assertedScore(frame, entry.fact)
  return { entry, score, explains }
}

function aspectScore(frame: Frame, about: Fact | PackSilence, dated: boolean): number {
  if (about.aspects.length === 0) return frame.aspects.length > 0 || frame.polar ? UNSAID : OVERVIEW
  const asked = frame.aspects.filter((a) => a !== 'whether')
  if (asked.length === 0)
    return (frame.polar && about.aspects.includes('whether')) || about.aspects.includes('what') ? OVERVIEW : 0
  // Reasons are seldom stated: what a notice says is not why it says so.
  if (asked.includes('why') && !about.aspects.includes('why')) return -WHY_MISSES
  // 隔几天 asks for a distance between dates, not for how long something lasts.
  const computed = (a: Aspect): boolean => ABOUT_TIME.has(a) || (a === 'duration' && frame.marks.has('between'))
  const fits = asked.filter((a) => about.aspects.includes(a) || (dated && computed(a))).length
  if (fits > 0) return ASPECT_FITS + 0.1 * (fits - 1)
  return asked.some((a) => NARROW.has(a)) ? -NARROW_MISSES : -BROAD_MISSES
}

function facetScore(frame: Frame, fact: Fact, pack: Pack, weights: Weights): number {
  let score = 0
  if (fact.tracks.length > 0 && frame.tracks.length > 0)
    score += fact.tracks.some((t) => frame.tracks.includes(t)) ? 0.2 : -OTHER_TRACK
  if (fact.stages.length > 0) {
    const stages = frame.stages.length > 0 ? frame.stages : defaultStages(fact, pack, weights)
    if (stages.length > 0) score += fact.stages.some((s) => stages.includes(s)) ? 0.2 : -OTHER_STAGE
  }
  return score
}

// Without a word about it the usual stage is meant, where the notice says anything of the topic for it (核准 is there for one stage only).
function defaultStages(fact: Fact, { defaultStage }: Pack, weights: Weights): readonly string[] {
  if (defaultStage === undefined) return []
  const others = weights.about(fact.topics[0] ?? '').flatMap((e) => (e.is === 'fact' ? [e.fact] : []))
  return others.some((f) => f.stages.length === 0 || f.stages.includes(defaultStage)) ? [defaultStage] : []
}

// A value that the question names and the fact has a slot for makes the fact the likelier one meant.
function assertedScore(frame: Frame, fact: Fact): number {
  const { values } = fact
  let score = 0
  if (frame.ranks.length > 0 && values.rank) score += ASSERTED
  if (frame.quantities.length > 0 && sharesUnit(frame, fact)) score += ASSERTED
  if (frame.media.length > 0 && values.medium) score += ASSERTED
  if (frame.dates.length > 0 && values.date) score += ASSERTED
  if (frame.polar && frame.bodies.some((b) => b.as === 'by' && values.by)) score += ASSERTED
  else if (frame.bodies.some((b) => b.as === 'by' && values.by?.includes(b.role))) score += ACTS
  if (frame.polar && frame.bodies.some((b) => b.as === 'to' && values.to)) score += ASSERTED
  return score
}

// Reading the quantities of a sentence is slow beside everything else: once a fact.
const unitsOf = oncePer((fact: Fact): ReadonlySet<string> => new Set(quantitiesOf(fact).map((q) => q.unit)))
const sharesUnit = (frame: Frame, fact: Fact): boolean => frame.quantities.some((q) => unitsOf(fact).has(q.unit))
