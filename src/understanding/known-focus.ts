import type { Focus } from '../domain/conversation.ts'
import type { RegionCode } from '../domain/region.ts'

/** A focus that may have been kept since before the regions were renewed, without a place that they no longer hold. */
export function knownFocus(focus: Focus | undefined, isRegion: (code: RegionCode) => boolean): Focus | undefined {
  if (!focus?.place) return focus
  const { code, candidates } = focus.place
  const named = code === undefined ? candidates : [...candidates, code]
  return named.every(isRegion) ? focus : { ...focus, place: undefined }
}
