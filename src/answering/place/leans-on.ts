import type { PlaceFocus } from '../../domain/conversation.ts'
import type { Frame } from '../../understanding/frame.ts'
import type { Draft } from '../draft.ts'
import { choosesNone, chosenAmong } from './choose-among.ts'

// 那它能报示范县吗, 第二个: about the place last spoken of.
const SHORT = 16
/** Whether a question that names no place is about the one last spoken of, or chooses among those offered. */
export function leansOn(frame: Frame, place: PlaceFocus, { reader: { pack } }: Draft): boolean {
  if (frame.text.length > SHORT && !frame.marks.has('it')) return false
  if (place.candidates.length > 1 && frame.ordinals.length > 0) return true
  const kinds = new Set(pack.regionRules.flatMap((r) => pack.facts.find((f) => f.id === r.fact)?.topics ?? []))
  return !frame.topics.some((t) => kinds.has(t.id)) && place.code !== undefined
}

/** Whether a message without a place's name picks one of those offered (2, 常春的), or says that it is none of them. */
export function picks(
  text: string,
  ordinal: number | undefined,
  { focus, regions }: Pick<Draft, 'focus' | 'regions'>,
): boolean {
  const offered = focus?.place
  if (!offered || offered.code !== undefined || offered.candidates.length === 0) return false
  return choosesNone(text) || chosenAmong(offered, { text, places: [], ordinal }, regions).length > 0
}
