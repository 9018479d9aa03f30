import type { Piece } from '../../domain/answer.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { RegionCode } from '../../domain/region.ts'
import { formsOf } from '../../rules/region-forms.ts'
import { normalise } from '../../text/normalise.ts'
import { fullName, namesAbove, typeOf } from './name-region.ts'
import { placeCopy } from './place-copy.ts'
import type { ResolvedRegion } from './resolved-region.ts'

/** Says which division a name means and of which type it is, with what it was called or typed before. */
export function identify(place: ResolvedRegion, regions: Gazetteer): readonly Piece[] {
  return identityTexts(place, regions).map((text) => ({
    kind: 'computed',
    text,
    citations: [],
    computation: { rule: 'region', states: text.match(/\d+/gu) ?? [] },
  }))
}

/** The sentences that say what a named place is. */
export function identityTexts(place: ResolvedRegion, regions: Gazetteer): readonly string[] {
  const { name, type } = regions.get(place.code)
  const above = namesAbove(place.code, regions)
  if (place.part !== undefined) return [placeCopy.isPart(place.written, fullName(place.code, regions), place.part)]
  const kind = typeOf(place, regions)
  if (place.kind !== undefined) return kind === undefined ? [] : [placeCopy.isKind(name, above, place.kind, kind)]
  if (type === regions.zoneType) return [placeCopy.isZone(name, above, type)]
  // 湖北省是省 says nothing.
  const is = above === '' && name.endsWith(type) ? [] : [placeCopy.is(name, above, type)]
  const how =
    place.by === 'former'
      ? [formerText(place.written, place.code, place.until, regions)]
      : place.by === 'sound'
        ? [placeCopy.heard(place.written, name, above)]
        : []
  return [...how, ...is]
}

/** What became of a former name: another name, or the same one (资阳简阳) in another city. */
export function formerText(former: string, code: RegionCode, until: number | undefined, regions: Gazetteer): string {
  const { name } = regions.get(code)
  const kept = formsOf(name, regions.rules).some(
    (form) => former !== form && normalise(former).endsWith(normalise(form)),
  )
  return placeCopy[kept ? 'moved' : 'formerly'](former, name, namesAbove(code, regions), until)
}
