import { type Alignment, gapOf } from './alignment.ts'
import type { GateFault } from './gate-fault.ts'
import type { Names } from './names.ts'
import { isPlain, LISTING } from './plain-words.ts'
import { agree, type Token } from './tokens.ts'
import { isTurned } from './turned.ts'
import type { Unit } from './unit.ts'

type Found = Omit<GateFault, 'sentence'>

/** What a sentence changed of the verified one it nearly repeats: tokens, dropped turns of meaning, words put for others. */
export function changesOf(ours: Unit, theirs: Unit, places: Alignment, names: Names): readonly Found[] {
  const claimed = new Set<Token>()
  const moved = ours.tokens.filter((t) => !isFree(t) && !claim(t, claimed, ours, theirs, places))
  const added = moved.filter((t) => !isElsewhere(t, claimed, ours, theirs, places))
  const dropped = theirs.tokens.filter((t) => turns(t) && isDropped(t, ours, theirs, places))
  const tokens = [...added, ...dropped].map((t): Found => ({ what: t.kind, found: t.text }))
  return tokens.length > 0 ? tokens : swapsOf(ours, theirs, places, names)
}

// 和 and 及 may join what the notice lists with 、.
const isFree = (token: Token): boolean => token.kind === 'connective' && token.values.includes('and')

const KEPT = new Set(['prohibition', 'permission', 'exemption', 'or', 'both'])
/** Whether leaving a token out turns the meaning. */
export const turns = (token: Token): boolean => token.kind === 'negation' || token.values.some((v) => KEPT.has(v))

// A token of the verified sentence answers for one of ours: a doubled negation is not the single one.
function claim(token: Token, claimed: Set<Token>, ours: Unit, theirs: Unit, places: Alignment): boolean {
  const found = counterpart(token, theirs, places)
  if (found && agree(token, found) && !claimed.has(found) && !isTurned(token, ours, found, theirs)) {
    claimed.add(found)
    return true
  }
  return isCopied(token, theirs, places) || isRead(token, ours, theirs, matchedOf(token, places))
}

// A term that stands there letter for letter is that term, even inside a longer one (联系邮箱 in 报送至联系邮箱).
function isCopied(token: Token, theirs: Unit, places: Alignment): boolean {
  const [first] = matchedOf(token, places)
  return token.kind === 'name' && first !== undefined && theirs.text.startsWith(token.text, first)
}

// A rewording may say a thing in another place or twice, unless the place where it says it belongs to something else.
function isElsewhere(token: Token, claimed: Set<Token>, ours: Unit, theirs: Unit, places: Alignment): boolean {
  const found = counterpart(token, theirs, places)
  const gap = gapOf(places, token.start, token.end, theirs.text.length)
  const rival = theirs.tokens.some(
    (t) =>
      t.kind === token.kind && !agree(token, t) && t.start >= gap.from && t.end <= Math.min(gap.to, gap.from + REACH),
  )
  if (rival || (found && found.kind === token.kind && !agree(token, found)) || FIXED.has(token.kind)) return false
  if (
    token.kind === 'name' &&
    [...theirs.tokens.flatMap((t) => t.values), ...theirs.implied].some((v) => token.values.includes(v))
  )
    return true
  const left = theirs.tokens.find((t) => agree(token, t) && !claimed.has(t) && !isTurned(token, ours, t, theirs))
  if (left) claimed.add(left)
  return left !== undefined
}

// These mean nothing apart from the words around them.
const FIXED = new Set(['negation', 'connective', 'modal'])

const matchedOf = (token: Token, places: Alignment): readonly number[] =>
  Array.from(places.slice(token.start, token.end)).filter((p) => p >= 0)

// The one that most of its characters came from, else what stands between its neighbours.
function counterpart(token: Token, theirs: Unit, places: Alignment): Token | undefined {
  const matched = matchedOf(token, places)
  const overlap = (t: Token): number => matched.filter((p) => p >= t.start && p < t.end).length
  const most = theirs.tokens.reduce<Token | undefined>(
    (best, t) => (overlap(t) > (best ? overlap(best) : 0) ? t : best),
    undefined,
  )
  if (most && overlap(most) * 2 > token.text.length) return most
  const gap = gapOf(places, token.start, token.end, theirs.text.length)
  const [from, to] = [Math.max(gap.from, gap.to - REACH), Math.min(gap.to, gap.from + REACH)]
  return theirs.tokens.find((t) => agree(token, t) && t.start >= from && t.end <= to) ?? most
}

const REACH = 16

// The same characters in a row are the same thing, however the words around them made the reader cut.
function isRead(token: Token, ours: Unit, theirs: Unit, matched: readonly number[]): boolean {
  const [first = -1] = matched
  if (matched.length !== token.text.length || theirs.text.slice(first, first + matched.length) !== token.text)
    return false
  const before = ours.text[token.start - 1] === theirs.text[first - 1]
  const after = ours.text[token.end] === theirs.text[first + matched.length]
  return before && after
}

// Dropped: what stood on both sides of it now stands together, or part of it is left.
function isDropped(token: Token, ours: Unit, theirs: Unit, places: Alignment): boolean {
  const back = inverse(places, theirs.text.length)
  const own = back.slice(token.start, token.end).filter((p) => p >= 0)
  const agrees = (at: number): boolean => ours.tokens.some((t) => agree(t, token) && at >= t.start - 1 && at <= t.end)
  const left = neighbour(back, theirs.text, token.start - 1, -1)
  const right = neighbour(back, theirs.text, token.end, 1)
  if (own.length > 0) return !own.some(agrees)
  if (right < 0 || (left < 0 && token.start > 0)) return false
  return right - left <= NEAR && !Array.from({ length: right - left + 1 }, (_, n) => left + n).some(agrees)
}

const NEAR = 5

function inverse(places: Alignment, length: number): readonly number[] {
  const back = new Array<number>(length).fill(-1)
  for (const [at, place] of places.entries()) if (place >= 0) back[place] = at
  return back
}

// Where the next letter on one side came to stand; -1 when it is gone.
function neighbour(back: readonly number[], text: string, from: number, step: 1 | -1): number {
  let at = from
  while (at >= 0 && at < text.length && !/[\p{L}\p{N}]/u.test(text[at] ?? '')) at += step
  return back[at] ?? -1
}

// Words that stand where the verified sentence has others, and are not words for the same thing.
function swapsOf(ours: Unit, theirs: Unit, places: Alignment, names: Names): readonly Found[] {
  const found: Found[] = []
  for (let at = 0; at < ours.text.length; at += 1) {
    const start = at
    while (at < ours.text.length && (places[at] ?? -1) < 0) at += 1
    const word = ours.text.slice(start, at)
    const gap = gapOf(places, start, at, theirs.text.length)
    const other = theirs.text.slice(gap.from, gap.to)
    if (
      isPlain(word) ||
      isPlain(other) ||
      LISTING.has(word) ||
      isSynonym(ours.text, start, at, theirs.text.slice(Math.max(0, gap.from - 1), gap.to + 1), names)
    )
      continue
    found.push({ what: 'unsupported', found: word })
  }
  return found
}

function isSynonym(text: string, start: number, end: number, other: string, names: Names): boolean {
  const ours = names.synonyms(text).filter((n) => n.start < end && n.end > start)
  const theirs = names.synonyms(other)
  return ours.some((a) => theirs.some((b) => a.values.some((v) => b.values.includes(v))))
}
