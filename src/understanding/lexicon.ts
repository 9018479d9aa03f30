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
  /** Concepts that never decide alone. */
  readonly generic: ReadonlySet<string>
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

const HAN_ONLY = /^\p{Script=Han}+$/u

function entryOf(kind: MentionKind, id: string, word: string, noticeText: string): Entry {
  const atEnd = word.endsWith('$')
  const bare = atEnd ? word.slice(0, -1) : word
  const plain = PLAIN_HAN.test(bare) ? bare : normalise(bare)
  const pieces = plain.includes('…') || plain.includes('...') ? plain.split(/…|\.\.\./u) : [plain]
  const whole = pieces.length === 1 ? plain : ''
  const sound = isAudible(kind, id, whole) && !atEnd ? soundOf(whole) : SILENT
  const inNotice = sound.code.length === 2 && noticeText.includes(whole)
  return { kind, id, pieces, atEnd, sound: sound.code, exactSound: sound.exact, inNotice }
}

const SILENT = { code: '', exact: '' }
function isAudible(kind: MentionKind, id: string, whole: string): boolean {
  if (whole.length < SHORTEST_SOUND || NOT_BY_SOUND.has(kind) || id === 'negation' || !HAN_ONLY.test(whole))
    return false
  const telling = whole.replace(QUESTION_PART, '').length
  return telling >= SHORTEST_SOUND && !(kind === 'concept' && telling === SHORTEST_SOUND && whole.startsWith('什么'))
}

/** Builds the lexicon of a pack: done once at load. */
export function buildLexicon(pack: Pack): Lexicon {
  const { language } = pack
  const noticeText = [...pack.clauses.values()]
    .map((c) => c.text)
    .join('\n')
    .toLowerCase()
  const all: Entry[] = []
  const add = (kind: MentionKind, id: string, words: readonly string[]): void => {
    for (const word of words) {
      const entry = entryOf(kind, id, word, noticeText)
      if (entry.pieces[0]) all.push(entry)
    }
  }
  const addAll = (kind: MentionKind, lists: Readonly<Record<string, readonly string[]>>): void => {
    for (const [id, words] of Object.entries(lists)) if (id !== PLAIN && id !== NOTES) add(kind, id, words)
  }
  for (const c of pack.concepts.values()) add('concept', c.id, c.words)
  for (const t of pack.tracks) add('track', t.id, t.words)
  for (const s of pack.stages) add('stage', s.id, s.words)
  for (const r of pack.roles) add('role', r.id, r.words)
  addAll('medium', language.media)
  addAll('rank', language.ranks)
  addAll('aspect', language.aspects)
  addAll('mark', language.marks)
  addAll('talk', language.talk)
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
    byHalf: groupByHalves(long),
    plainNouns: new Set(language.talk[PLAIN]),
    placeKinds: new Set(pack.facts.filter((f) => f.values.track).map((f) => f.topics[0] ?? '')),
    generic: new Set([...pack.concepts.values()].flatMap((c) => (c.generic ? [c.id] : []))),
    unstated: unstatedConcepts(pack),
    noticeText,
  }
}

function groupBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) addTo(groups, key(one), one)
  return groups
}

function groupByHalves(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const one of entries) {
    const [first, last] = [one.sound.slice(0, 2), one.sound.slice(-2)]
    addTo(groups, first, one)
    if (last !== first) addTo(groups, last, one)
  }
  return groups
}

function addTo<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key)
  if (group) group.push(one)
  else groups.set(key, [one])
}
