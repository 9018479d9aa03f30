import type { Aspect } from '../domain/fact.ts'
import type { Pack } from '../domain/pack.ts'
import { NUMBER, readNumber } from '../text/numbers.ts'
import { readDates } from '../text/read-dates.ts'
import { readQuantities } from '../text/read-quantities.ts'
import { tagWords, type Word } from '../text/words.ts'
import { findMentions, type Leniency, type Mention } from './find-mentions.ts'
import type { Body, Frame, Topic } from './frame.ts'
import type { Lexicon } from './lexicon.ts'

const VIA_WEIGHT = { text: 1, sound: 0.85, near: 0.7 } as const
const NEGATION_REACH = 3
const ORDINALS = new RegExp(`第(${NUMBER})(?:个|大)?([^\\d,，。?？!！\\s]?)`, 'gu')
const FIRST_FEW = new RegExp(`前(${NUMBER})(?:个|大)?(条|项|步|样|条件|材料|个)`, 'u')
// 2呢, 那3和4呢: bare numbers count in the list shown last.
const BARE = new RegExp(`^[那后面再]*(${NUMBER})(?:[和与、跟](${NUMBER}))?呢?[?。]*$`, 'u')
const LAST_ONE = /最末|最后(?:一|那)?[个条项]|末一个|倒数第一/u

/** Reads one question (already normalised) into a frame. Pure: conversation and clock come later. */
export function readFrame(text: string, pack: Pack, lexicon: Lexicon, leniency: Leniency = 'close'): Frame {
  const words = tagWords(text)
  const known = words.filter((w) => w.tag !== 'x' && w.end - w.start > 1)
  const cutsWord = (start: number, end: number): boolean => {
    const inside = known.filter((w) => w.start < end && start < w.end)
    return (
      inside.some((w) => w.start < start || w.end > end) ||
      inside.reduce((length, w) => length + w.end - w.start, 0) === end - start
    )
  }
  const mentions = findMentions(text, lexicon, cutsWord, leniency)
  const marks = new Set(of(mentions, 'mark').map((m) => m.id))
  const dates = readDates(text)
  const topics = readTopics(mentions, text)
  const nouns = unexplainedNouns(words, mentions, lexicon)
  const places = words.filter((w) => isPlace(w, mentions) && !lexicon.plainNouns.has(w.text))
  return {
    text,
    topics,
    aspects: [...new Set(of(mentions, 'aspect').map((m) => m.id as Aspect))],
    tracks: [...new Set(of(mentions, 'track').map((m) => m.id))],
    stages: [...new Set(of(mentions, 'stage').map((m) => m.id))],
    bodies: readBodies(mentions, text, pack),
    media: [...new Set(of(mentions, 'medium').map((m) => m.id))],
    ranks: [...new Set(of(mentions, 'rank').map((m) => m.id))],
    dates: dates.map((d) => ({ ...d, before: /^(?:之|以)?前|^截止|^为止|^止/u.test(text.slice(d.end)) })),
    quantities: readQuantities(text),
    ordinals: readOrdinals(text),
    polar: marks.has('polar') || A_NOT_A.test(text) || marks.has('claim') || marks.has('insist'),
    claim: marks.has('claim'),
    insists: marks.has('insist'),
    negated: topics.some((t) => t.negated),
    only: marks.has('only'),
    marks,
    pointsBack: pointsBack(mentions),
    talk: new Set([
      ...of(mentions, 'talk').map((m) => m.id),
      ...(tracksOf(mentions).some((t) => isForeignTrack(t, mentions, nouns)) ? ['elsewhere'] : []),
    ]),
    places: places.map((w) => w.text),
    unexplained: nouns.filter((w) => !places.includes(w)).map((w) => w.text),
    asksUnexplained: nouns.some((w) => asksFor(w, text)),
    domain: domainOf(mentions, nouns, pack),
  }
}

// 给没给, 收不收: a verb beside its negation asks for yes or no.
const A_NOT_A = /(\p{Script=Han})[没不]\1/u

const BACK: ReadonlySet<string> = new Set(['it', 'back', 'both'])
function pointsBack(mentions: readonly Mention[]): boolean {
  const pronoun = mentions.find((m) => m.kind === 'mark' && BACK.has(m.id))
  const named = mentions.find((m) => m.kind === 'concept')
  return pronoun !== undefined && (named === undefined || pronoun.start < named.start)
}

// -1 stands for the last one.
function readOrdinals(text: string): Frame['ordinals'] {
  const few = FIRST_FEW.exec(text)
  const bare = BARE.exec(text)
  return [
    ...[...text.matchAll(ORDINALS)].map((m) => ({ value: readNumber(m[1] ?? '') ?? 0, noun: m[2] ?? '' })),
    ...Array.from({ length: Math.min(9, readNumber(few?.[1] ?? '') ?? 0) }, (_, at) => ({
      value: at + 1,
      noun: few?.[2] ?? '',
    })),
    ...(bare ? bare.slice(1, 3) : []).flatMap((n) =>
      n === undefined ? [] : [{ value: readNumber(n) ?? 0, noun: '' }],
    ),
    ...(LAST_ONE.test(text) ? [{ value: -1, noun: '' }] : []),
  ]
}

const of = (mentions: readonly Mention[], kind: Mention['kind']): readonly Mention[] =>
  mentions.filter((m) => m.kind === kind)

// The strongest mention of a concept stands for all of them.
function readTopics(mentions: readonly Mention[], text: string): readonly Topic[] {
  const best = new Map<string, Topic>()
  for (const m of of(mentions, 'concept')) {
    const weight = VIA_WEIGHT[m.via]
    const topic = { id: m.id, weight, start: m.start, end: m.end, negated: isNegated(mentions, text, m) }
    const before = best.get(m.id)
    if (!before || before.weight < weight) best.set(m.id, topic)
  }
  return [...best.values()].sort((a, b) => a.start - b.start)
}

// 不用公示: the negation stands right before; 要不要, 是不是 are questions and negate nothing.
function isNegated(mentions: readonly Mention[], text: string, m: Mention): boolean {
  const negation = of(mentions, 'mark').find(
    (n) => n.id === 'negation' && n.end <= m.start && m.start - n.end <= NEGATION_REACH,
  )
  if (!negation) return false
  const around = text.slice(Math.max(0, negation.start - 1), negation.end + 1)
  return !/(.)[不没]\1/u.test(around) && !/[有是能要]没有?|是不是|有没有/u.test(around)
}

const RECEIVES = /(?:给|向|到|往|至|报|交|递|送|寄|对|呈|发|抄送)(?:了|到|给)?$/u
const ACTS = /(?:由|让|归|叫|请|派|靠|是|经|找)$/u
function readBodies(mentions: readonly Mention[], text: string, pack: Pack): readonly Body[] {
  const bodies: Body[] = []
  for (const m of of(mentions, 'role')) {
    const before = text.slice(Math.max(0, m.start - 3), m.start)
    const possessive =
      /^(?:我们|咱们|咱|俺们|俺|我|本)/u.test(text.slice(Math.max(0, m.start - 2), m.start)) && !ACTS.test(before)
    const isSelf = possessive && /^[^。,]{0,8}(?:想|问|要问)/u.test(text.slice(m.end))
    if (isSelf || !pack.roles.some((r) => r.id === m.id)) continue
    bodies.push({
      role: m.id,
      as: RECEIVES.test(before) && !/申报$|填报$/u.test(before) ? 'to' : 'by',
      negated: isNegated(mentions, text, m),
    })
  }
  return bodies
}

// What the dictionary cannot cut is a name, unless it holds a character that sentences are made of.
const COMMON = /[各归的了人时个上下来去做写交报要把给是有不在到之与和或就也还再这那我你他她它们几哪谁啥]/u

// Nouns that nothing explains. Single characters and words everyone uses say nothing about what is asked.
function unexplainedNouns(
  words: readonly Word[],
  mentions: readonly Mention[],
  { plainNouns: plain, noticeText }: Lexicon,
): readonly Word[] {
  const explained = mentions.filter((m) => !(m.kind === 'talk' && m.id === 'elsewhere'))
  return words
    .filter(
      (w) =>
        (/^(?:n|vn|an|i|l|j|eng)/u.test(w.tag) || (w.tag === 'x' && !COMMON.test(w.text))) &&
        [...w.text].length > 1 &&
        /\p{L}/u.test(w.text) &&
        !plain.has(w.text) &&
        !noticeText.includes(w.text),
    )
    .filter((w) => !explained.some((m) => m.kind !== 'aspect' && m.start < w.end && w.start < m.end))
}

// A name that the dictionary tags as a place, or a word with the ending of one; the gazetteer will know better.
const PLACE = /^\p{Script=Han}{2,}(?:省|市|区|县|旗|州|盟)$/u
function isPlace(w: Word, mentions: readonly Mention[]): boolean {
  if (!(w.tag === 'ns' || (PLACE.test(w.text) && w.tag !== 'n')) || [...w.text].length < 2) return false
  return !mentions.some(
    (m) =>
      (m.kind === 'concept' || m.kind === 'role' || m.end - m.start > 1) &&
      m.kind !== 'mark' &&
      m.start < w.end &&
      w.start < m.end,
  )
}

const QUESTION_BEFORE =
  /(?:什么|啥子?|哪个?|哪些|几[个家间条张名位种]?|多少[个家间条张名位种]?|多大|多高)(?:样的|类型的?|级别的?)?$/u
const QUESTION_AFTER = /^(?:是|为|有|叫|要|得|用|属|在|到底|究竟)*(?:什么|啥|哪|谁|多少|几|咋|怎)/u
const asksFor = (w: Word, text: string): boolean =>
  QUESTION_BEFORE.test(text.slice(0, w.start)) || QUESTION_AFTER.test(text.slice(w.end))

const tracksOf = (mentions: readonly Mention[]): readonly Mention[] =>
  mentions.filter((m) => (m.kind === 'track' || m.kind === 'stage') && m.end - m.start > 1)

// 卫生城市, 乡村振兴示范县: with a foreign noun right before it, the word for a track means another programme.
function isForeignTrack(track: Mention, mentions: readonly Mention[], nouns: readonly Word[]): boolean {
  const elsewhere = of(mentions, 'talk').filter((m) => m.id === 'elsewhere')
  return [...nouns, ...elsewhere].some((n) => n.start < track.start && n.end >= track.start)
}

// Where another programme is named, only a track or stage of its own shows that a question is about this notice.
function domainOf(mentions: readonly Mention[], nouns: readonly Word[], pack: Pack): Frame['domain'] {
  const tracks = tracksOf(mentions)
  const foreign = tracks.some((t) => isForeignTrack(t, mentions, nouns))
  const elsewhere = foreign || of(mentions, 'talk').some((m) => m.id === 'elsewhere')
  const strong = mentions.some(
    (m) => (m.kind === 'concept' && pack.own.has(m.id)) || (m.kind === 'role' && m.end - m.start > 3),
  )
  if (tracks.some((t) => !isForeignTrack(t, mentions, nouns) && !foreign) || (strong && !elsewhere)) return 'own'
  return mentions.some((m) => ['concept', 'role', 'track', 'stage'].includes(m.kind)) ? 'shared' : 'none'
}
