import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Region, RegionCode, RegionType } from '../../domain/region.ts'
import type { Place } from './place-of.ts'

/** Which divisions can stand on a list, and which only head others. */
export interface ListScope {
  readonly regions: Gazetteer
  /** Types that the notice gives to the list's own track. */
  readonly own: ReadonlySet<RegionType>
  /** Types that it gives to another track. */
  readonly others: ReadonlySet<RegionType>
  /** Whether a division may be a row: one of the list's types, or one that the wording leaves open and that no row lies in. */
  isEntry(region: Region): boolean
}

/** Makes the scope of a list: a province never is a row, and what holds divisions of the list's own types is so only where it is of them itself. */
export function listScope(
  regions: Gazetteer,
  own: ReadonlySet<RegionType>,
  others: ReadonlySet<RegionType>,
): ListScope {
  const holdsOwn = (region: Region): boolean => regions.below(region.code).some((r) => own.has(r.type))
  const isEntry = (region: Region): boolean =>
    region.parent !== undefined && (own.has(region.type) || !holdsOwn(region))
  return { regions, own, others, isEntry }
}

/** Whether a name in a list heads the names after it: it can be no row, or the next name lies in it and it is none of the list's own. */
export function isHeading({ candidates }: Place, scope: ListScope, after?: Place): boolean {
  if (candidates.length === 0) return false
  const { regions } = scope
  if (candidates.every((c) => !scope.isEntry(c.region))) return true
  const holds = (code: string): boolean =>
    after?.candidates.some((c) => c.region.code !== code && regions.isWithin(c.region.code, code)) ?? false
  return candidates.some((c) => !scope.isEntry(c.region) && holds(c.region.code))
}

/** The one division that a name means as a heading, within others; undefined where it may mean several or can only be a row. */
export function headingOf(place: Place, scope: ListScope, within: readonly RegionCode[] = []): Region | undefined {
  const fitting = place.candidates
    .map((c) => c.region)
    .filter((r) => !scope.isEntry(r) || place.leads)
    .filter((r) => within.every((w) => scope.regions.isWithin(r.code, w)))
  const provinces = fitting.filter((r) => r.parent === undefined)
  const [one, ...others] = provinces.length > 0 ? provinces : fitting
  return others.length === 0 ? one : undefined
}
