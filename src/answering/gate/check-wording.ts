import { align, coverage } from './alignment.ts'
import { unknownWords } from './content-words.ts'
import type { Evidence } from './evidence.ts'
import type { GateFault } from './gate-fault.ts'
import type { Names } from './names.ts'
import { changesOf } from './near-copy.ts'
import { strayTokens } from './reworded.ts'
import { type Unit, pairsOf, share, unitOf } from './unit.ts'

type Found = Omit<GateFault, 'sentence'>

const NEAR_COPY = 0.75
const WORTH_ALIGNING = 0.5
const RELATED = 0.2
const OF_BEST = 0.6

/** What is wrong with a sentence in words of its own: empty when everything in it stands in the evidence it rests on. */
export function wordingFaults(sentence: string, evidence: Evidence, names: Names): readonly Found[] {
  const ours = unitOf(sentence, names)
  if (!/\p{Script=Han}/u.test(ours.text)) return [{ what: 'unsupported', found: sentence }]
  const changes = bestChanges(ours, evidence.units, names) ?? changesOfMeaning(ours, evidence.units)
  if (changes.length > 0) return changes
  return unknownWords(ours, evidence.words).map((found) => ({ what: 'unsupported', found }))
}

// Undefined when it nearly repeats nothing. One verified sentence that it repeats without change is enough.
function bestChanges(ours: Unit, units: readonly Unit[], names: Names): readonly Found[] | undefined {
  let best: { readonly covered: number; readonly changes: readonly Found[] } | undefined
  for (const unit of units.filter((u) => share(ours.pairs, u.pairs) >= WORTH_ALIGNING)) {
    const places = align(ours.text, unit.text)
    const covered = coverage(ours.text, places)
    if (covered < NEAR_COPY) continue
    const changes = changesOf(ours, unit, places, names)
    if (changes.length === 0) return []
    if (!best || covered > best.covered) best = { covered, changes }
  }
  return best?.changes
}

function changesOfMeaning(ours: Unit, units: readonly Unit[]): readonly Found[] {
  const pool = poolOf(ours, units)
  if (pool.length === 0) return [{ what: 'unsupported', found: ours.text }]
  return strayTokens(ours, pool)
}

// A sentence may join two verified ones: the best for the whole and the best for each part.
function poolOf(ours: Unit, units: readonly Unit[]): readonly Unit[] {
  const parts = ours.text.split(/[,;:。]/u).map(pairsOf).filter((p) => p.size > 0)
  return [...new Set([ours.pairs, ...parts].flatMap((pairs) => nearest(pairs, units)))]
}

function nearest(pairs: ReadonlySet<string>, units: readonly Unit[]): readonly Unit[] {
  const likeness = units.map((unit) => ({ unit, share: share(pairs, unit.pairs) }))
  const best = Math.max(0, ...likeness.map((l) => l.share))
  return best < RELATED ? [] : likeness.filter((l) => l.share >= best * OF_BEST).map((l) => l.unit)
}
