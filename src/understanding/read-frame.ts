import type { Aspect } from '../domain/fact.ts'
import type { Pack } from '../domain/pack.ts'
import { readDates } from '../text/read-dates.ts'
import { readQuantities } from '../text/read-quantities.ts'
import { tagWords } from '../text/words.ts'
import { findMentions, type Leniency, type Mention } from './find-mentions.ts'
import type { Frame, Topic } from './frame.ts'
import type { Lexicon } from './lexicon.ts'
import { of } from './mentions.ts'
import { isNegated, readBodies } from './read-bodies.ts'
import { domainOf, namesForeignTrack } from './read-domain.ts'
import { asksFor, isPlace, unexplainedNouns, unexplainedVerbs } from './read-nouns.ts'
import { readOrdinals } from './read-ordinals.ts'
import { readRest } from './read-rest.ts'
import { isPartOfWord, isVague } from './vague-mentions.ts'

const VIA_WEIGHT = { text: 1, sound: 0.85, near: 0.7 } as const
/** Reads one question (already normalised) into a frame. Pure: conversation and clock come later. */
export function readFrame(text: string, pack: Pack, lexicon: Lexicon, leniency: Leniency = 'close'): Frame {
  const words = tagWords(text)
  const known = words.filter((w) => w.tag !== 'x' && w.tag !== 'eng' && w.end - w.start > 1)
  const cutsWord = (start: number, end: number): boolean => {
    const inside = known.filter((w) => w.start < end && start < w.end)
    return (
      inside.some((w) => w.start < start || w.end > end) ||
      inside.reduce((length, w) => length + w.end - w.start, 0) === end - start
    )
  }
  const found = findMentions(text, lexicon, cutsWord, leniency).filter(
    (m) => !isVague(m, text, lexicon) && !isPartOfWord(m, known, lexicon),
  )
  const kinds = found.filter((m) => m.kind === 'concept' && lexicon.placeKinds.has(m.id))
  const mentions = found.filter((m) => (m.kind !== 'track' && m.kind !== 'role') || !kinds.some((k) => isInside(m, k)))
  const marks = new Set(of(mentions, 'mark').map((m) => m.id))
  // Before a tag (对吧) a question word asks nothing.
  if (marks.has('tag')) marks.delete('interrogative')
  const rest = readRest(text)
  if (rest !== undefined) marks.add('rest')
  const dates = readDates(text)
  const bodies = readBodies(mentions, text, pack)
  const topics = readTopics(mentions, text, lexicon)
  const nouns = unexplainedNouns(words, mentions, lexicon).filter(
    (w) => !dates.some((d) => d.start < w.end && w.start < d.end),
  )
  const places = words.filter((w) => isPlace(w, mentions) && !lexicon.plainNouns.has(w.text))
  return {
    text,
    topics,
    // 余下三份 leaves things over and no time.
    aspects: [...new Set(of(mentions, 'aspect').map((m) => m.id as Aspect))].filter(
      (a) => rest === undefined || a !== 'left',
    ),
    tracks: tracksAsked(mentions, text),
    stages: [...new Set(of(mentions, 'stage').map((m) => m.id))],
    bodies,
    media: [...new Set(of(mentions, 'medium').map((m) => m.id))],
    ranks: [...new Set(of(mentions, 'rank').map((m) => m.id))],
    dates: dates.map((d) => ({ ...d, before: /^(?:之|以)?前|^截止|^为止|^止/u.test(text.slice(d.end)) })),
    quantities: readQuantities(text),
    ordinals: readOrdinals(text),
    ...(rest !== undefined && { rest }),
    polar:
      marks.has('polar') ||
      (/(?<!呢)\?\s*$/u.test(text) && assertsValue(mentions, text, marks)) ||
      A_NOT_A.test(text) ||
      (ALSO.test(text) && !marks.has('interrogative') && !marks.has('choice')) ||
      marks.has('claim') ||
      marks.has('tag') ||
      marks.has('insist'),
    claim: marks.has('claim') || marks.has('tag'),
    insists: marks.has('insist'),
    negated: topics.some((t) => t.negated),
    lacks:
      topics.some((t) => LACKS.test(text.slice(t.end, t.end + 10))) ||
      (!topics.some((t) => t.negated) && !bodies.some((b) => b.negated) && deniesSomething(mentions, text)),
    only: marks.has('only'),
    claimed: of(mentions, 'mark')
      .filter((m) => m.id === 'official' || m.id === 'manner')
      .map((m) => text.slice(m.start, m.end)),
    marks,
    pointsBack: pointsBack(mentions),
    talk: new Set([
      ...of(mentions, 'talk').map((m) => m.id),
      ...(namesForeignTrack(mentions, nouns) ? ['elsewhere'] : []),
    ]),
    places: places.map((w) => w.text),
    unexplained: nouns.filter((w) => !places.includes(w)).map((w) => w.text),
    dark: hasDarkClause(text, mentions, known),
    verbs: unexplainedVerbs(words, mentions),
    asksUnexplained: nouns.some((w) => asksFor(w, text)),
    domain: domainOf(mentions, nouns, pack),
  }
}

const OWN = /^(?:咱们?|我们?|俺们?|本|那|这)?$/u
// 市里要建机制,咱县也得搭一个吗: what the last clause asks of its own track, the clause before only tells of another.
function tracksAsked(mentions: readonly Mention[], text: string): Frame['tracks'] {
  const last = /[, ](?=[^, ]*也[^, ]*$)/u.exec(text)
  const all = of(mentions, 'track')
  const own = last ? all.filter((m) => m.start > last.index && OWN.test(text.slice(last.index + 1, m.start))) : []
  return [...new Set((own.length > 0 ? own : all).map((m) => m.id))]
}

// A denial that reaches no topic still denies something (前三个条件可以不管); at the end it only asks (交了没).
const deniesSomething = (mentions: readonly Mention[], text: string): boolean =>
  of(mentions, 'mark').some((m) => {
    const word = text.slice(m.start, m.end)
    const governs = /^\p{Script=Han}{0,6}/u.exec(text.slice(m.end))?.[0].replace(/[吗吧呢啊的了]/gu, '') ?? ''
    return m.id === 'negation' && (governs !== '' || /^不\p{Script=Han}/u.test(word))
  })

// 由省局来写? A value in a sentence that has no question word is asked about; a bare noun (申报材料?) is not.
const assertsValue = (mentions: readonly Mention[], text: string, marks: ReadonlySet<string>): boolean =>
  !marks.has('interrogative') &&
  !marks.has('choice') &&
  (mentions.some((m) => m.kind === 'role' || m.kind === 'medium' || m.kind === 'rank') ||
    readQuantities(text).length > 0)

const LACKS =
  /^\p{Script=Han}{0,4}?(?<![要能行是会])不(?:管|看|用|算|交|写|报|审|签|盖|经|走|考|需|满足|具备|达标|过关)|^\p{Script=Han}{0,5}?(?<![有是能要会行])(?:没有?|未|缺|漏)(?![\s?吗呢吧,。!]|$)|^\p{Script=Han}{0,5}都?(?:没有|没了|缺了)[,\s]/u
const isInside = (inner: Mention, outer: Mention): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start

const DARK = /(?<=^|[ ,])(?![也都就还不没又才那这])\p{Script=Han}{2,4}(?=$|[ ,?])/gu
function hasDarkClause(
  text: string,
  mentions: readonly Mention[],
  known: readonly { readonly start: number; readonly end: number }[],
): boolean {
  return [...text.matchAll(DARK)].some(({ index, 0: clause }) => {
    const overlaps = (m: { readonly start: number; readonly end: number }): boolean =>
      m.start < index + clause.length && index < m.end
    return !mentions.some(overlaps) && !known.some(overlaps)
  })
}

// 公示也归它? said as a statement, asked by the mark at its end.
const ALSO = /也.{1,12}\?\s*$/u
// 给没给, 收不收: a verb beside its negation asks for yes or no.
const A_NOT_A = /(\p{Script=Han})[没不]\1/u

const BACK: ReadonlySet<string> = new Set(['it', 'back', 'both'])
function pointsBack(mentions: readonly Mention[]): boolean {
  const pronoun = mentions.find((m) => m.kind === 'mark' && BACK.has(m.id))
  const named = mentions.find((m) => m.kind === 'concept')
  // 那回执呢names what it is about; 那个表 points back.
  const opens =
    pronoun !== undefined && named !== undefined && pronoun.end - pronoun.start === 1 && pronoun.end === named.start
  return pronoun !== undefined && !opens && (named === undefined || pronoun.start < named.start)
}

// 推荐的一个县: the word tells which one is meant and asks nothing.
const OF_SOME = /^的(?:一|那|这|几|某|两)[个家些]/u
const IN_PASSING = 0.45
// The strongest mention of a concept stands for all of them.
function readTopics(mentions: readonly Mention[], text: string, lexicon: Lexicon): readonly Topic[] {
  const best = new Map<string, Topic>()
  const concepts = of(mentions, 'concept')
  for (const m of concepts) {
    const passing = OF_SOME.test(text.slice(m.end)) || isDoubtful(m, concepts, lexicon)
    const weight = VIA_WEIGHT[m.via] * (passing ? IN_PASSING : 1)
    const topic = { id: m.id, weight, start: m.start, end: m.end, negated: isNegated(mentions, text, m) }
    const before = best.get(m.id)
    if (!before || before.weight < weight) best.set(m.id, topic)
  }
  return [...best.values()].sort((a, b) => a.start - b.start)
}

// 一把手 may change, which is left open, or lead, which is stated: a word of both asks first for what is stated.
const isDoubtful = (m: Mention, all: readonly Mention[], { unstated, generic }: Lexicon): boolean =>
  unstated.has(m.id) &&
  all.some((o) => o.start <= m.start && m.end <= o.end && !unstated.has(o.id) && !generic.has(o.id))
