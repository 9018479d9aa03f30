import type { Focus } from '../domain/conversation.ts'
import type { RegionCode } from '../domain/region.ts'
import type { Walk, WalkMemory } from '../domain/walkthrough.ts'

/** A focus that may have been kept since before the regions were renewed, without a place that they no longer hold. */
export function knownFocus(focus: Focus | undefined, isRegion: (code: RegionCode) => boolean): Focus | undefined {
  if (!focus?.place) return focus
  const { code, candidates } = focus.place
  const named = code === undefined ? candidates : [...candidates, code]
  return named.every(isRegion) ? focus : { ...focus, place: undefined }
}

/** What a person keeps, without places that the regions no longer hold; the same object where all are known. */
export function knownWalks(
  walks: WalkMemory | undefined,
  isRegion: (code: RegionCode) => boolean,
): WalkMemory | undefined {
  const isLost = ({ place }: Walk): boolean => place !== undefined && !isRegion(place)
  if (!walks?.saved.some(isLost)) return walks
  return { ...walks, saved: walks.saved.map((w) => (isLost(w) ? { ...w, place: undefined } : w)) }
}
