import type { GateFault } from './gate-fault.ts'
import { turns } from './near-copy.ts'
import { agree, type Token } from './tokens.ts'
import { isTurned } from './turned.ts'
import { pairsOf, share, type Unit } from './unit.ts'

type Found = Omit<GateFault, 'sentence'>

const AROUND = 8
const TELLING = 0.4
const AHEAD = 0.25
const TOUCHING = 0.08
const SHORT_WORDS = new Set(['modal', 'negation', 'connective'])

/** What a freely worded sentence says that the verified sentences it rests on do not, or say of something else. */
export function strayTokens(ours: Unit, pool: readonly Unit[]): readonly Found[] {
  const stray = ours.tokens.filter((t) => !isFree(t) && !isSupported(t, ours, pool))
  const lost = pool.flatMap((unit) => unit.tokens.filter((t) => turns(t) && isLost(t, unit, ours, pool)))
  return [...stray, ...lost].map((t) => ({ what: t.kind, found: t.text }))
}

const isFree = (token: Token): boolean => token.kind === 'connective' && token.values.includes('and')

// The place in the evidence with the most similar surroundings must have the same value.
function isSupported(token: Token, ours: Unit, pool: readonly Unit[]): boolean {
  if (pool.some((u) => token.values.some((v) => u.implied.includes(v)))) return true
  const around = surroundings(token, ours)
  let same = -1
  let other = -1
  for (const unit of pool) {
    for (const t of unit.tokens) {
      if (t.kind !== token.kind) continue
      const likeness = alike(around, surroundings(t, unit))
      if (agree(token, t) && !isTurned(token, ours, t, unit)) same = Math.max(same, likeness)
      else other = Math.max(other, likeness)
    }
  }
  if (same < (SHORT_WORDS.has(token.kind) ? TOUCHING : 0)) return false
  return other < TELLING || other - same < AHEAD
}

interface Surroundings {
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
}

const surroundings = (token: Token, { text }: Unit): Surroundings => ({
  before: pairsOf(text.slice(Math.max(0, token.start - AROUND), token.start)),
  after: pairsOf(text.slice(token.end, token.end + AROUND)),
})

// What stands before must stand before there too: in a short sentence everything is near everything.
function alike(ours: Surroundings, theirs: Surroundings): number {
  const [before, after] = [ours.before.size, ours.after.size]
  if (before + after === 0) return 0
  return (share(ours.before, theirs.before) * before + share(ours.after, theirs.after) * after) / (before + after)
}

// 不在名单的: the words that a negation governs must not come back without it.
function isLost(token: Token, unit: Unit, ours: Unit, pool: readonly Unit[]): boolean {
  const governed = unit.text.slice(token.end, token.end + 3)
  if (governed.length < 3 || /[^\p{Script=Han}]/u.test(governed)) return false
  const at = ours.text.indexOf(governed)
  if (at < 0 || ours.tokens.some((t) => agree(t, token) && t.end <= at + 1 && t.end > at - 6)) return false
  return !pool.some((u) => hasFree(u, governed, token))
}

function hasFree(unit: Unit, words: string, token: Token): boolean {
  for (let at = unit.text.indexOf(words); at >= 0; at = unit.text.indexOf(words, at + 1)) {
    if (!unit.tokens.some((t) => agree(t, token) && t.end <= at + 1 && t.end > at - 6)) return true
  }
  return false
}
