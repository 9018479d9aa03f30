import type { Pack } from '../../domain/pack.ts'
import type { PlaceName } from '../../rules/find-regions.ts'
import type { Frame } from '../../understanding/frame.ts'
import { isSpoken } from '../../understanding/topics.ts'
import type { Draft } from '../draft.ts'
import { kindTypes } from './name-region.ts'
import { NOTICED } from './place-question.ts'

// 湖北的一个区: of a province there are several kinds, or none right below it.
/** Whether a name means a kind of place of which there are several, or none right below. */
export const isBlurred = ({ kind, candidates }: PlaceName, { regions }: Draft): boolean =>
  kind !== undefined &&
  !(candidates.length === 1 && candidates.every((c) => kindTypes(c.region.code, kind, regions).length === 1))

// A province is mostly named in passing (北京挂出来还是…, 四川呢); that it applies itself must be said.
/** Whether the places may be what applies. */
export function mayApply(
  places: readonly PlaceName[],
  frame: Frame,
  { regions, focus, reader: { pack } }: Draft,
): boolean {
  const isWhole = (p: PlaceName): boolean =>
    p.kind === undefined &&
    p.candidates.length > 0 &&
    p.candidates.every((c) => regions.get(c.region.code).parent === undefined)
  if (
    places.length === 0 ||
    !places.every(isWhole) ||
    focus?.place?.candidates.some((c) => regions.above(c).length > 0)
  )
    return true
  const applies = frame.polar && frame.marks.has('asks-can')
  return OPENS.test(frame.text) && (applies || asksWhichTrack(frame, pack))
}

// 北京归示范城市还是示范县, 我们河北算哪一类
/** Whether a question asks nothing but where a place itself belongs. */
export function asksWhichTrack({ topics, tracks, marks }: Frame, pack: Pack): boolean {
  const told = topics.filter((t) => t.weight >= NOTICED && isSpoken(t))
  if (!told.every((t) => pack.regionTopics.has(t.id))) return false
  return marks.has('choice')
    ? tracks.length > 1
    : marks.has('interrogative') && told.some((t) => !pack.applyTopics.has(t.id))
}
const OPENS = /^[^\u25a0-\u25f9]{0,4}[\u25a0-\u25f9]/u
