import { align, coverage, likenessOf } from './alignment.ts'
import { unknownWords } from './content-words.ts'
import type { Evidence } from './evidence.ts'
import type { GateFault } from './gate-fault.ts'
import type { Names } from './names.ts'
import { changesOf } from './near-copy.ts'
import { strayTokens } from './reworded.ts'
import { fold, pairsOf, share, type Unit, unitOf } from './unit.ts'
import { verdictOf, withoutVerdict } from './verdict.ts'

type Found = Omit<GateFault, 'sentence'>

const NEAR_COPY = 0.75
const IN_RUNS = 0.55
const WORTH_ALIGNING = 0.5
const RELATED = 0.2
const OF_BEST = 0.6
const NEARLY_AS_GOOD = 0.08
const LONGEST_LEAD = 40
const FEW = 4

/** What is wrong with a sentence in words of its own: empty when everything in it stands in the evidence it rests on. */
export function wordingFaults(sentence: string, evidence: Evidence, names: Names): readonly Found[] {
  if (!/\p{Script=Han}/u.test(sentence)) return [{ what: 'unsupported', found: sentence }]
  const opening = openingFaults(sentence, evidence, names)
  const rest = withoutVerdict(sentence)
  if (opening.length > 0 || rest === '') return opening
  const ours = unitOf(rest, names)
  const changes =
    bestChanges(ours, [...evidence.units, ...evidence.free], names) ?? changesOfMeaning(ours, evidence.units)
  if (changes.length > 0) return changes
  const deniesToo = ours.tokens.some((t) => t.kind === 'negation')
  return unknownWords(ours, deniesToo ? evidence.unstatedWords : evidence.words).map((found) => ({
    what: 'unsupported',
    found,
  }))
}

// A verdict must be one that a verified piece gives; words that lead over must not be turned round.
function openingFaults(sentence: string, { verdicts, leads }: Evidence, names: Names): readonly Found[] {
  const verdict = verdictOf(sentence)
  if (verdict !== undefined && !verdicts.includes(verdict)) return [{ what: 'negation', found: sentence.slice(0, 4) }]
  const heads = [...fold(sentence).matchAll(/[,:]/gu)].map((m) => fold(sentence).slice(0, m.index + 1))
  return heads
    .filter((h) => h.length <= LONGEST_LEAD)
    .flatMap((head) => leads.flatMap((lead) => turnedLead(head, lead, names)))
}

function turnedLead(head: string, lead: Unit, names: Names): readonly Found[] {
  if (Math.abs(head.length - lead.text.length) > head.length / 2) return []
  const places = align(head, lead.text)
  const alike = Math.min(coverage(head, places), coverage(lead.text, align(lead.text, head)))
  if (alike < NEAR_COPY) return []
  return changesOf(unitOf(head, names), lead, places, names).filter((c) => c.what !== 'unsupported')
}

interface Repeated {
  readonly likeness: number
  readonly changes: readonly Found[]
}

// Undefined when it nearly repeats nothing. Of the sentences that it repeats best, one that it leaves unchanged is enough.
function bestChanges(ours: Unit, units: readonly Unit[], names: Names): readonly Found[] | undefined {
  const repeated: Repeated[] = []
  for (const unit of units.filter((u) => share(ours.pairs, u.pairs) >= WORTH_ALIGNING)) {
    const places = align(ours.text, unit.text)
    const likeness = likenessOf(ours.text, places)
    const isNear = coverage(ours.text, places) >= NEAR_COPY && likeness >= IN_RUNS
    if (isNear || isExtended(ours, unit)) repeated.push({ likeness, changes: changesOf(ours, unit, places, names) })
  }
  const best = Math.max(...repeated.map((r) => r.likeness)) - NEARLY_AS_GOOD
  const first = repeated.filter((r) => r.likeness >= best).sort((a, b) => a.changes.length - b.changes.length)[0]
  return first?.changes
}

// A short sentence with a word put in is more new than old, and still that sentence.
function isExtended(ours: Unit, unit: Unit): boolean {
  const added = ours.text.length - unit.text.length
  return added > 0 && added <= FEW && coverage(unit.text, align(unit.text, ours.text)) >= NEAR_COPY
}

function changesOfMeaning(ours: Unit, units: readonly Unit[]): readonly Found[] {
  const pool = poolOf(ours, units)
  if (pool.length === 0) return [{ what: 'unsupported', found: ours.text }]
  return strayTokens(ours, pool)
}

// A sentence may join two verified ones: the best for the whole and the best for each part.
function poolOf(ours: Unit, units: readonly Unit[]): readonly Unit[] {
  const parts = ours.text
    .split(/[,;:。]/u)
    .map(pairsOf)
    .filter((p) => p.size > 0)
  return [...new Set([ours.pairs, ...parts].flatMap((pairs) => nearest(pairs, units)))]
}

function nearest(pairs: ReadonlySet<string>, units: readonly Unit[]): readonly Unit[] {
  const likeness = units.map((unit) => ({ unit, share: share(pairs, unit.pairs) }))
  const best = Math.max(0, ...likeness.map((l) => l.share))
  return best < RELATED ? [] : likeness.filter((l) => l.share >= best * OF_BEST).map((l) => l.unit)
}
