import type { Pack } from '../domain/pack.ts'
import { normalise } from '../text/normalise.ts'
import { soundOf } from '../text/sound.ts'
import { unstatedConcepts } from './rank-entries.ts'

/** What a word stands for. `mark` covers signs of a question, a claim, negation and back-reference; `talk` is small talk and foreign matter. */
export type MentionKind =
  | 'concept'
  | 'track'
  | 'stage'
  | 'role'
  | 'level'
  | 'medium'
  | 'rank'
  | 'aspect'
  | 'mark'
  | 'talk'

/** One way of saying one thing. */
export interface Entry {
  readonly kind: MentionKind
  readonly id: string
  /** Pieces of the word; more than one when it has a gap. */
  readonly pieces: readonly string[]
  /** Only at the end of the question. */
  readonly atEnd: boolean
  /** Sound of the word with mixed-up sounds folded; empty for words with gaps and for those too short to be recognised by sound. */
  readonly sound: string
  /** Sound without folding: words of two syllables must match it. */
  readonly exactSound: string
  /** The word stands in the notice. */
  readonly inNotice: boolean
}

/** Words are looked up by so many of their first characters or sounds, shorter ones by all they have. */
export const LONGEST_KEY = 3

/** All words of a pack and of the language, by their first characters and by their first sounds. */
export interface Lexicon {
  readonly byText: ReadonlyMap<string, readonly Entry[]>
  readonly bySound: ReadonlyMap<string, readonly Entry[]>
  /** Entries long enough to be found with one syllable wrong or missing, by their first and by their last two sounds: one of these still stands in the text. */
  readonly byHalf: ReadonlyMap<string, readonly Entry[]>
  /** Nouns so common that they do not make a question foreign. */
  readonly plainNouns: ReadonlySet<string>
  /** Concepts for kinds of places (副省级城市下辖的区): the words for a track inside them name no track. */
  readonly placeKinds: ReadonlySet<string>
  /** Concepts that only silences are about. */
  readonly unstated: ReadonlySet<string>
  /** The whole notice, to see whether a noun stands in it. */
  readonly noticeText: string
}

const SHORTEST_SOUND = 2
const SHORTEST_NEAR = 4
// Most words need no folding, which is the slow part of loading them.
const PLAIN_HAN = /^[\u4e00-\u9fa5…]+$/u
// Common nouns are no talk: they only keep a question from looking foreign.
const PLAIN = 'plain-nouns'
// Whole sentences that only take note are left out before a message is read; inside a sentence they are words like any other.
const NOTES = 'acknowledge'
// Phrases held together by function words are near to far too much.
const FUNCTION_WORDS = /[能不可要得吗有没是的]/u
// 什么时 sounds like 什么司: what is left beside the question word must be heard, not the question word.
const QUESTION_PART = /什么|多少|[几哪谁啥咋怎]/gu
const NOT_BY_SOUND: ReadonlySet<MentionKind> = new Set(['talk'])

function entriesOf(kind: MentionKind, id: string, words: readonly string[]): Omit<Entry, 'inNotice'>[] {
  return words.map((word) => {
    const atEnd = word.endsWith('$')
    const bare = atEnd ? word.slice(0, -1) : word
    const pieces = (PLAIN_HAN.test(bare) ? bare : normalise(bare)).split(/…|\.\.\./u)
    const whole = pieces.length === 1 ? (pieces[0] ?? '') : ''
    const telling = whole.replace(QUESTION_PART, '')
    const audible =
      /^\p{Script=Han}+$/u.test(whole) &&
      telling.length >= SHORTEST_SOUND &&
      !(kind === 'concept' && telling.length === SHORTEST_SOUND && whole.startsWith('什么')) &&
      !NOT_BY_SOUND.has(kind) &&
      id !== 'negation' &&
      !atEnd
    const sound = audible ? soundOf(whole) : { code: '', exact: '' }
    return { kind, id, pieces, atEnd, sound: sound.code, exactSound: sound.exact }
  })
}

const record = (kind: MentionKind, lists: Readonly<Record<string, readonly string[]>>): Omit<Entry, 'inNotice'>[] =>
  Object.entries(lists).flatMap(([id, words]) => entriesOf(kind, id, words))

/** Builds the lexicon of a pack: done once at load. */
export function buildLexicon(pack: Pack): Lexicon {
  const { language } = pack
  const noticeText = [...pack.clauses.values()]
    .map((c) => c.text)
    .join('\n')
    .toLowerCase()
  const all = [
    ...[...pack.concepts.values()].flatMap((c) => entriesOf('concept', c.id, c.words)),
    ...pack.tracks.flatMap((t) => entriesOf('track', t.id, t.words)),
    ...pack.stages.flatMap((s) => entriesOf('stage', s.id, s.words)),
    ...pack.roles.flatMap((r) => entriesOf('role', r.id, r.words)),
    ...record('medium', language.media),
    ...record('rank', language.ranks),
    ...record('aspect', language.aspects),
    ...record('mark', language.marks),
    ...record('talk', language.talk).filter((e) => e.id !== PLAIN && e.id !== NOTES),
  ]
    .filter((e) => (e.pieces[0] ?? '') !== '')
    .map((e): Entry => ({ ...e, inNotice: e.sound.length === 2 && noticeText.includes(e.pieces[0] ?? '') }))
  const long = all.filter(
    (e) =>
      e.sound.length >= SHORTEST_NEAR &&
      (e.kind === 'concept' || e.kind === 'track') &&
      !FUNCTION_WORDS.test(e.pieces[0] ?? '') &&
      // Whatever is asked why sounds alike: 为什么要隔 is near 为什么要搞.
      !(e.pieces[0] ?? '').startsWith('为'),
  )
  return {
    byText: groupBy(all, (e) => (e.pieces[0] ?? '').slice(0, LONGEST_KEY)),
    bySound: groupBy(
      all.filter((e) => e.sound !== ''),
      (e) => e.sound.slice(0, LONGEST_KEY),
    ),
    byHalf: groupByAll(long, (e) => [e.sound.slice(0, 2), e.sound.slice(-2)]),
    plainNouns: new Set(language.talk[PLAIN]),
    placeKinds: new Set(pack.facts.filter((f) => f.values.track).map((f) => f.topics[0] ?? '')),
    unstated: unstatedConcepts(pack),
    noticeText,
  }
}

const groupBy = <T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> =>
  groupByAll(all, (one) => [key(one)])

function groupByAll<T>(all: readonly T[], keys: (one: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all)
    for (const key of new Set(keys(one))) {
      const group = groups.get(key)
      if (group) group.push(one)
      else groups.set(key, [one])
    }
  return groups
}
