import type { Fact } from '../domain/fact.ts'
import type { NoticeDate } from '../domain/notice.ts'
import { normalise } from '../text/normalise.ts'
import { type Quantity, readQuantities } from '../text/read-quantities.ts'
import { addDays, resolveDate } from './calendar.ts'

/** What a yes/no question asserts, in the slots that facts carry. */
export interface Claim {
  readonly bodies: readonly { readonly role: string; readonly as: 'by' | 'to'; readonly negated: boolean }[]
  readonly media: readonly string[]
  readonly ranks: readonly string[]
  readonly quantities: readonly Quantity[]
  readonly dates: readonly {
    readonly year?: number
    readonly month?: number
    readonly day?: number
    readonly before: boolean
  }[]
  readonly tracks: readonly string[]
  /** Concepts that it asserts, and those it denies (不用公示). */
  readonly asserts: readonly string[]
  readonly denies: readonly string[]
  readonly only: boolean
}

/** How a claim stands to a fact. `unclear`: the fact has no slot for what is claimed, so no verdict is owed. */
export type ClaimVerdict = 'right' | 'wrong' | 'partly' | 'unclear'

/** Compares a claim with a fact, slot by slot: one contradiction makes it wrong, right and wrong values together make it partly right. */
export function checkClaim(claim: Claim, fact: Fact, dates: readonly NoticeDate[]): ClaimVerdict {
  const slots = [
    ...bodySlots(claim, fact),
    slot(claim.media, fact.values.medium, claim.only),
    slot(claim.ranks, fact.values.rank, claim.only),
    ...quantitySlots(claim.quantities, fact),
    slot(claim.tracks, fact.values.track, claim.only),
    dateSlot(claim, fact, dates),
  ].filter((s) => s !== 'unclear')
  if (claim.asserts.some((id) => fact.denies.includes(id))) return 'wrong'
  if (claim.denies.some((id) => fact.denies.includes(id)) && slots.every((s) => s === 'right')) return 'right'
  if (slots.length === 0) return 'unclear'
  if (slots.every((s) => s === 'right')) return 'right'
  return slots.includes('right') || slots.includes('partly') ? 'partly' : 'wrong'
}

function slot<T>(claimed: readonly T[], stated: readonly T[] | undefined, only: boolean): ClaimVerdict {
  if (claimed.length === 0 || !stated || stated.length === 0) return 'unclear'
  const right = claimed.filter((c) => stated.includes(c)).length
  if (right === 0) return 'wrong'
  if (right < claimed.length) return 'partly'
  return only && right < stated.length ? 'partly' : 'right'
}

/** Quantities that a fact states: those of its slots, and measures in its sentence. Bare counts in a sentence count parts, not the whole. */
export function quantitiesOf(fact: Fact): readonly Quantity[] {
  return [
    ...(fact.values.years ?? []).map((value) => ({ value, unit: 'year' })),
    ...(fact.values.count ?? []).map((value) => ({ value, unit: 'count' })),
    ...readQuantities(normalise(fact.say)).filter(
      (q) => q.unit !== 'count' && !(q.unit === 'year' && fact.values.years),
    ),
  ]
}

function quantitySlots(claimed: readonly Quantity[], fact: Fact): ClaimVerdict[] {
  const stated = quantitiesOf(fact)
  return [...new Set(claimed.map((q) => q.unit))].map((unit) => {
    const values = (all: readonly Quantity[]): number[] => all.filter((q) => q.unit === unit).map((q) => q.value)
    return slot(values(claimed), values(stated), false)
  })
}

// 不归省局管: what is denied of a body must not be stated of it.
function bodySlots(claim: Claim, fact: Fact): ClaimVerdict[] {
  return (['by', 'to'] as const).flatMap((as) => {
    const stated = fact.values[as]
    if (!stated) return []
    const bodies = claim.bodies.filter((b) => b.as === as)
    const denied = bodies.filter((b) => b.negated).map((b) => b.role)
    const asserted = bodies.filter((b) => !b.negated).map((b) => b.role)
    const against: ClaimVerdict =
      denied.length === 0 ? 'unclear' : denied.some((r) => stated.includes(r)) ? 'wrong' : 'right'
    return [against, slot(asserted, stated, claim.only)]
  })
}

// 2022年7月: a month is right only in its year, when the year is said.
function monthVerdict(
  written: { readonly year?: number; readonly month?: number },
  stated: readonly NoticeDate[],
): ClaimVerdict {
  if (written.month === undefined) return 'unclear'
  const fits = (d: NoticeDate): boolean =>
    Number(d.date.slice(5, 7)) === written.month &&
    (written.year === undefined || Number(d.date.slice(0, 4)) === written.year)
  return stated.some(fits) ? 'right' : 'wrong'
}

// A date given as the limit must be the limit; a day on which somebody acts must not lie after it.
function dateSlot(claim: Claim, fact: Fact, dates: readonly NoticeDate[]): ClaimVerdict {
  const stated = dates.filter((d) => fact.values.date?.includes(d.id))
  const [first] = stated
  if (!first || claim.dates.length === 0) return 'unclear'
  const verdicts = claim.dates
    .map((written): ClaimVerdict => {
      const day = resolveDate(written, first.date)
      if (!day) return monthVerdict(written, stated)
      if (stated.some((d) => d.date === day)) return 'right'
      // The day before an open limit is the safe reading of it, not another limit.
      if (written.before && stated.some((d) => d.openDay && addDays(d.date, -1) === day)) return 'unclear'
      return 'wrong'
    })
    .filter((v) => v !== 'unclear')
  if (verdicts.length === 0) return 'unclear'
  if (verdicts.every((v) => v === 'right')) return 'right'
  return verdicts.includes('right') ? 'partly' : 'wrong'
}
