import type { ConceptId } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import { oncePer } from '../text/once.ts'
import type { Frame, Topic } from '../understanding/frame.ts'
import type { Reader } from '../understanding/read-message.ts'
import { asks } from '../understanding/split-questions.ts'
import { isSpoken, unspoken } from '../understanding/topics.ts'
import { chooseEvidence, type Evidence } from './choose-evidence.ts'

// In characters: fewer words resemble anything.
const SHORTEST = 9
// So much of a question must be in words of a concept for it to be heard: where nothing was understood, where something is claimed
// (a wrong yes is worse than none), and against what the frame says.
const AUDIBLE = 0.1
const CLAIMED = 0.25
const PLAIN = 0.15
// An answer is in doubt when its concepts have less than this share of what the likeliest one has.
const DOUBTFUL = 0.45
// From this share on a gap is what a yes/no question is about, however well a fact fits: no yes is better than a wrong one.
const HONEST = 0.28
// Shares of the likeliest: to be meant as well, and to stay of what the frame says.
const CLOSE = 0.7
const KEPT = 0.5
const SECOND = 0.8
// How well what is found must fit: alone, and beyond what the frame found.
const FITS = 1.2
const BESIDE_FACT = -0.15
const BESIDE_NAMED = 1
const WITH_SILENCE = 0.4
// In characters: shorter words of the notice (同意, 评定) are everyday words as well.
const NAME = 3
const TOLD = 0.5
// A figure that is stated must be plainly what is asked.
const COUNTED = 0.3
const EXACT: ReadonlySet<string> = new Set(['duration', 'how-many', 'left', 'elapsed'])

type Shares = ReadonlyMap<ConceptId, number>

/** Evidence by the frame, unless the words of the question plainly resemble something else. */
export function chooseCloser(frame: Frame, reader: Reader): Evidence {
  const evidence = chooseEvidence(frame, reader)
  return evidence.is === 'nothing' ? evidence : (closer(frame, evidence, reader) ?? evidence)
}

/** What a question that found nothing resembles most; undefined when it resembles nothing enough. */
export function chooseLikeliest(frame: Frame, evidence: Evidence, reader: Reader, least = 0): Evidence | undefined {
  const asksElse =
    !asks(frame) ||
    frame.talk.size > 0 ||
    frame.domain === 'none' ||
    frame.topics.some((t) => isSpoken(t) && reader.weights.unstated.has(t.id))
  const isFaint = greatest(reader.likeness(frame.text).values()) < least
  return asksElse || isFaint ? undefined : closer(frame, evidence, reader)
}

function closer(frame: Frame, evidence: Evidence, reader: Reader): Evidence | undefined {
  if (
    frame.text.length < SHORTEST ||
    frame.topics.some((t) => t.weight > 1) ||
    isToldOf(evidence, frame) ||
    isUnheard(evidence, frame, reader) ||
    settles(evidence, frame)
  )
    return undefined
  const all = reader.likeness(frame.text)
  const like = frame.polar && evidence.is === 'nothing' ? all : withoutNotions(reader.pack)(all)
  const top = greatest(like.values())
  const most = (ids: readonly ConceptId[], of = like): number => Math.max(0, ...ids.map((id) => of.get(id) ?? 0))
  if (
    top < (evidence.is !== 'nothing' ? PLAIN : frame.polar ? CLAIMED : AUDIBLE) ||
    most(conceptsOf(evidence), all) >= DOUBTFUL * top
  )
    return undefined
  const read = lean(frame, like, top, reader.pack)
  const found = chooseEvidence(read, reader)
  if (found.is === 'nothing' || most(conceptsOf(found)) < CLOSE * top || !isBetter(found, evidence, top, frame, reader))
    return undefined
  return { ...found, read }
}

// A wrong notion is meant only where something is claimed, and where the frame knows nothing better. Filtered once a text.
const withoutNotions = oncePer((pack: Pack) =>
  oncePer((like: Shares): Shares => new Map([...like].filter(([id]) => !notionsOf(pack).has(id)))),
)

// Concepts that every fact about them denies.
const notionsOf = oncePer(({ facts }: Pack): ReadonlySet<ConceptId> => {
  const held = new Set(facts.flatMap((f) => f.topics.slice(0, 1).filter((id) => !f.denies.includes(id))))
  return new Set(facts.flatMap((f) => f.topics.slice(0, 1)).filter((id) => !held.has(id)))
})

const greatest = (shares: Iterable<number>): number => {
  let most = 0
  for (const share of shares) if (share > most) most = share
  return most
}

// The frame with what its words resemble instead of what they do not.
function lean(frame: Frame, like: Shares, top: number, pack: Pack): Frame {
  const kept = frame.topics.filter(
    (t) => !isSpoken(t) || pack.concepts.get(t.id)?.generic || (like.get(t.id) ?? 0) >= KEPT * top,
  )
  const heard = [...like]
    .filter(([id, share]) => share >= CLOSE * top && !kept.some((t) => t.id === id))
    .filter(([id, share]) => share === top || !notionsOf(pack).has(id))
    .map(([id, share]): Topic => unspoken(id, share === top ? 1 : (SECOND * share) / top))
  return { ...frame, topics: [...kept, ...heard], unexplained: [], asksUnexplained: false }
}

function isBetter(closer: Evidence, evidence: Evidence, top: number, frame: Frame, reader: Reader): boolean {
  if (evidence.is !== 'facts' && !givesFigure(closer, top, frame)) return false
  if (evidence.is === 'nothing') return closer.score >= FITS
  if (evidence.is === 'silence')
    return (
      (closer.is === 'silence' || isUnnamed(closer, frame, reader)) && closer.score >= evidence.score + WITH_SILENCE
    )
  if (frame.polar && closer.is === 'silence' && top >= HONEST) return true
  const firm = frame.polar || namesIt(evidence, frame, reader)
  return closer.score >= evidence.score + (firm ? BESIDE_NAMED : closer.is === 'silence' ? WITH_SILENCE : BESIDE_FACT)
}

// How many or how long is answered by a figure; what merely resembles the question has none.
function givesFigure(closer: Evidence, top: number, { aspects }: Frame): boolean {
  if (!aspects.some((a) => EXACT.has(a))) return true
  if (closer.is === 'silence') return closer.silence.outcome === 'not_stated'
  return (
    closer.is === 'facts' &&
    top >= COUNTED &&
    closer.facts.some(({ values }) => values.count ?? values.years ?? values.date)
  )
}

// 盖着大印递上去的那份请求: described, not named. What is asked of a thing that is named may well be left open.
const isUnnamed = (closer: Evidence, frame: Frame, { pack, weights, likeness }: Reader): boolean => {
  if (closer.is !== 'facts') return false
  const holds = (id: ConceptId): boolean => closer.facts.some((f) => f.topics.includes(id) || f.also.includes(id))
  const isMain = (id: ConceptId): boolean => closer.facts.some((f) => f.topics[0] === id)
  const audible = likeness(frame.text)
  return !frame.topics.some(({ id, ...t }) => {
    if (!isSpoken({ id, ...t })) return false
    if (pack.concepts.get(id)?.generic) return isMain(id)
    return holds(id) && (!weights.unstated.has(id) || (audible.get(id) ?? 0) >= AUDIBLE)
  })
}

// The question calls the thing by its name as the notice does (联络员, 推荐函).
const namesIt = (evidence: Evidence, frame: Frame, { lexicon }: Reader): boolean =>
  frame.topics.some(
    (t) =>
      t.end - t.start >= NAME &&
      conceptsOf(evidence).includes(t.id) &&
      lexicon.noticeText.includes(frame.text.slice(t.start, t.end)),
  )

// What a story told or the conversation carried over stands in no word of the question.
const isToldOf = (evidence: Evidence, frame: Frame): boolean =>
  frame.topics.some((t) => (!isSpoken(t) || t.weight < TOLD) && conceptsOf(evidence).includes(t.id))

// 申报函发个电子邮件算数不: the fact has a slot for the very value that is named.
const settles = (evidence: Evidence, { media, ranks, dates }: Frame): boolean =>
  evidence.is === 'facts' &&
  evidence.facts.some(
    ({ values }) =>
      (media.length > 0 && values.medium) || (ranks.length > 0 && values.rank) || (dates.length > 0 && values.date),
  )

// 啥官 asks for a rank in words that only ask: no likeness can be told of them.
const isUnheard = (evidence: Evidence, frame: Frame, { likeness }: Reader): boolean =>
  evidence.is === 'facts' &&
  frame.topics.some(
    (t) => isSpoken(t) && conceptsOf(evidence).includes(t.id) && likeness(frame.text.slice(t.start, t.end)).size === 0,
  )

function conceptsOf(evidence: Evidence): readonly ConceptId[] {
  if (evidence.is === 'facts') return evidence.facts.flatMap((f) => f.topics)
  return evidence.is === 'silence' ? evidence.silence.topics : []
}
