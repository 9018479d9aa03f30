import type { Gazetteer } from '../domain/gazetteer.ts'
import type { PlaceName } from './find-regions.ts'
import { endsFree } from './stands-free.ts'

const LONGEST = 6
// Words that go on with a sentence, and kinds of places rather than one.
const NO_NAME =
  /^[各全本这那哪某下所其辖市县区省直]|^(?:地级|县级|副省级)|[的有是在不也还叫虽因没带改能可算想要归走们和与及或没报设评跟这那个一两几嘅格系]/u

/** Names in a text of which more belongs to a name than any division has: a place in the division (汕尾红海湾) has no candidates, and the division is only near it. */
export function beyondDivisions(
  places: readonly PlaceName[],
  text: string,
  { rules: { geographic }, zoneType }: Pick<Gazetteer, 'rules' | 'zoneType'>,
  isWord: (text: string) => boolean,
): readonly PlaceName[] {
  return places.map((place) => {
    const { start, end, candidates, part, near } = place
    if (part !== undefined || near !== undefined || candidates.length === 0) return place
    const beyond = endOfName(text, end, geographic)
    if (beyond === undefined || places.some((p) => p !== place && p.start < beyond && end <= p.start)) return place
    if (isWord(text.slice(end, beyond))) return place
    const written = text.slice(start, beyond)
    // 郑州航空港实验区: a zone by another of its names is still that zone.
    if (candidates.every((c) => c.region.type === zoneType)) return { ...place, written, end: beyond }
    return { ...place, text: written, written, end: beyond, candidates: [], near: candidates }
  })
}

function endOfName(text: string, from: number, endings: readonly string[]): number | undefined {
  for (let size = 2; size <= LONGEST; size += 1) {
    const stretch = text.slice(from, from + size)
    if (stretch.length < size || !/^\p{Script=Han}+$/u.test(stretch) || NO_NAME.test(stretch)) return undefined
    if (endings.some((e) => stretch.endsWith(e) && stretch !== e) && endsFree(text, from + size)) return from + size
  }
  return undefined
}
