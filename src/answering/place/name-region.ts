import type { RegionAnswer } from '../../domain/answer.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Pack, RegionRule } from '../../domain/pack.ts'
import type { RegionCode } from '../../domain/region.ts'
import type { ResolvedRegion } from './resolved-region.ts'

/** The names above a region, from the province down; empty for a province. */
export const namesAbove = (code: RegionCode, regions: Gazetteer): string =>
  [...regions.above(code)]
    .reverse()
    .map((r) => r.name)
    .join('')

/** A region's name with those above it. */
export const fullName = (code: RegionCode, regions: Gazetteer): string =>
  namesAbove(code, regions) + regions.get(code).name

/** The type that a named place has: its division's, that of the zone, street or village in it, or that of any division of a kind in it; undefined where the kind has several. */
export function typeOf({ code, part, kind }: ResolvedRegion, regions: Gazetteer): string | undefined {
  if (part !== undefined) return part
  if (kind === undefined) return regions.get(code).type
  const types = kindTypes(code, kind, regions)
  return types.length === 1 ? types[0] : undefined
}

/** The types of the divisions in a region whose names end so. */
export const kindTypes = (code: RegionCode, ending: string, regions: Gazetteer): readonly string[] => [
  ...new Set(
    regions
      .below(code)
      .filter((r) => r.name.endsWith(ending))
      .map((r) => r.type),
  ),
]

/** What the notice says of places of a type; undefined where the pack has no rule for it. */
export const ruleFor = (type: string | undefined, pack: Pack): RegionRule | undefined =>
  pack.regionRules.find((r) => type !== undefined && r.types.includes(type))

/** The place as programs read it. A part of a division has no code of its own, so nothing is said of it. */
export function regionAnswer(place: ResolvedRegion, pack: Pack, regions: Gazetteer): RegionAnswer | undefined {
  if (place.part !== undefined || place.kind !== undefined) return undefined
  const { code, name, type } = regions.get(place.code)
  return { code, name, type, track: ruleFor(type, pack)?.track ?? 'unnamed' }
}
