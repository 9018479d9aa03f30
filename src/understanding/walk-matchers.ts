import type { Reply, Status, WalkCommand, WalkKind, WalkWords } from '../domain/walkthrough.ts'
import { escapePattern } from '../text/escape-pattern.ts'
import { normalise } from '../text/normalise.ts'
import { oncePer } from '../text/once.ts'

/** Whether a normalised text holds a word of a list. */
export type Matcher = (text: string) => boolean

/** The word lists of walk-throughs as one pattern each, in the order in which they are tried. */
export interface WalkMatchers {
  readonly starts: readonly (readonly [WalkKind, Matcher])[]
  readonly startsOn: readonly (readonly [WalkKind, Matcher])[]
  readonly own: Matcher
  readonly manner: Matcher
  readonly engage: Matcher
  readonly request: Matcher
  readonly things: readonly (readonly [WalkKind, Matcher])[]
  readonly applying: Matcher
  readonly beginning: Matcher
  readonly opening: Matcher
  readonly openings: RegExp
  readonly corrections: Matcher
  readonly commands: readonly (readonly [WalkCommand, Matcher])[]
  readonly statuses: readonly (readonly [Status | 'vague', Matcher])[]
  readonly replies: readonly (readonly [Reply | 'vague', Matcher])[]
  readonly praise: Matcher
  readonly all: Matcher
  readonly except: Matcher
  readonly modal: Matcher
  readonly points: readonly (readonly ['last' | 'here', Matcher])[]
}

/** The patterns of word lists, made once for each. */
export const matchersOf = oncePer((words: WalkWords): WalkMatchers => {
  return {
    starts: [
      ['self-check', matcherOf(words['start-self-check'])],
      ['checklist', matcherOf(words['start-checklist'])],
    ],
    startsOn: [['checklist', matcherOf(words['checklist-nouns'])]],
    own: matcherOf(words.own),
    manner: matcherOf(words.manner),
    engage: matcherOf(words.engage),
    request: matcherOf(words.request),
    things: pairs(words.things, ['self-check', 'checklist']),
    applying: matcherOf(words.applying),
    beginning: matcherOf(words.beginning),
    opening: matcherOf(words.openings.map((w) => `^${w}$`)),
    openings: prefixOf(words.openings),
    corrections: matcherOf(words.corrections),
    commands: pairs(words.commands, Object.keys(words.commands) as WalkCommand[]),
    // 还没起草 has the word of something under way, and is not begun.
    statuses: [
      ['open', matcherOf(words.statuses.unbegun)],
      ...pairs(words.statuses, ['doing', 'open', 'none', 'vague', 'done'] as const),
    ],
    replies: [
      ...pairs(words.replies, ['unsure', 'no', 'vague', 'yes'] as const),
      ['yes', matcherOf(words.replies.praise)],
    ],
    praise: matcherOf(words.replies.praise),
    all: matcherOf(words.all),
    except: matcherOf(words.except),
    modal: matcherOf(words.modal),
    points: pairs(words.points, ['last', 'here']),
  }
})

const pairs = <K extends string>(lists: Readonly<Record<K, readonly string[]>>, order: readonly K[]) =>
  order.map((key): readonly [K, Matcher] => [key, matcherOf(lists[key])])

function matcherOf(words: readonly string[]): Matcher {
  const pattern = new RegExp(words.map(patternOf).join('|'), 'u')
  return (text) => pattern.test(text)
}

// 哦不对没盖: what only opens a clause is taken off; a single 好 or 行 may be the answer itself.
const prefixOf = (openings: readonly string[]): RegExp =>
  new RegExp(
    `^(?:${openings
      .filter((w) => (w.length > 1 && !/[a-z]/u.test(w)) || INTERJECTION.test(w))
      .sort(longestFirst)
      .map(patternOf)
      .join('|')})+`,
    'u',
  )
const INTERJECTION = /[哦噢喔哎唉诶欸啊呃额]/u
const longestFirst = (a: string, b: string): number => b.length - a.length

function patternOf(word: string): string {
  const start = word.startsWith('^') ? '^' : ''
  const end = word.endsWith('$') ? '$' : ''
  const inner = word.slice(start.length, word.length - end.length)
  const escaped = escapePattern(normalise(inner)).replaceAll('\\.\\.\\.', '.{0,6}').replaceAll('…', '.{0,6}')
  return `${start}${escaped}${end}`
}
