import type { Piece } from '../domain/answer.ts'
import type { Fact, Quote } from '../domain/fact.ts'
import type { Pack } from '../domain/pack.ts'
import { skeleton } from '../text/normalise.ts'
import { cite, unrepeated } from './cite.ts'
import { copy } from './copy.ts'
import type { Draft } from './draft.ts'

/** Longer clauses are cited but not shown whole, in characters. */
export const LONGEST_QUOTE = 220
const MOST_QUOTED = 2

/** A fact as a piece; beside facts of other tracks it names its own. */
export function sayFact(fact: Fact, all: readonly Fact[], { reader: { pack } }: Draft): Piece {
  const track = pack.tracks.find((t) => t.id === fact.tracks[0])
  const needsName = all.length > 1 && track && fact.tracks.length === 1 && !fact.say.includes(track.name)
  return {
    kind: 'fact',
    text: needsName ? copy.track(track.name) + fact.say : fact.say,
    citations: fact.cites.map((c) => cite(pack, c)),
  }
}

// The pack's texts are folded once each: folding is slow beside the rest of a turn.
const bare = new WeakMap<object, string>()
function bareOf(owner: object, text: string): string {
  const known = bare.get(owner) ?? skeleton(text)
  bare.set(owner, known)
  return known
}

/** The quotes to show with facts. A quote that the fact already repeats word for word, and a long list, need no second showing: the citations hold them. */
export function quotesOf(facts: readonly Fact[], { reader: { pack } }: Draft): readonly Piece[] {
  const wanted =
    facts.length > 1 ? facts.flatMap((f) => f.cites.slice(0, 1)) : (facts[0]?.cites ?? []).slice(0, MOST_QUOTED)
  if (facts.some((f) => f.say.includes('\n')) || (facts.length === 1 && (facts[0]?.cites.length ?? 0) > 3)) return []
  const said = facts.map((f) => bareOf(f, f.say)).join('')
  return shownQuotes(
    wanted.filter((c) => !said.includes(bareOf(c, c.quote))),
    pack,
  )
}

/** The quotes of facts whose very words were asked for. */
export const allQuotesOf = (facts: readonly Fact[], { reader: { pack } }: Draft): readonly Piece[] =>
  shownQuotes(
    facts.flatMap((f) => f.cites),
    pack,
  )

/** Quotes as pieces, each once, those short enough to be shown whole. */
export const shownQuotes = (quotes: readonly Quote[], pack: Pack): readonly Piece[] =>
  unrepeated(quotes.filter((c) => c.quote.length <= LONGEST_QUOTE).map((c) => cite(pack, c))).map((c) => ({
    kind: 'quote',
    text: copy.quote(c.quote),
    citations: [c],
  }))
