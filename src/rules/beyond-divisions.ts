import type { NameRules } from '../domain/gazetteer.ts'
import type { PlaceName } from './find-regions.ts'
import { endsFree } from './stands-free.ts'

const LONGEST = 6
// Words that go on with a sentence, and kinds of places rather than one.
const NO_NAME = /^[各全本这那哪某下所其辖市县区省]|[的有是在能可算想要归走们和与及或没报设评跟这那个一两几嘅格系]/u

/** Names in a text of which more belongs to a name than any division has: a place in the division (汕尾红海湾) has no candidates, and the division is only near it. */
export function beyondDivisions(
  places: readonly PlaceName[],
  text: string,
  { geographic }: NameRules,
): readonly PlaceName[] {
  return places.map((place) => {
    const { start, end, candidates, part, near } = place
    if (part !== undefined || near !== undefined || candidates.length === 0) return place
    const beyond = endOfName(text, end, geographic)
    if (beyond === undefined || places.some((p) => p !== place && p.start < beyond && end <= p.start)) return place
    const written = text.slice(start, beyond)
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
