import { isOfficeOf, withoutBlanks, withoutSerial } from './document-words.ts'
import { knownAs, type Names, type Place, placeOf } from './place-of.ts'

/** In characters: official names are no longer. */
export const LONGEST_NAME = 15
const MOST_SEARCHED = 2_000

/** Official names that stand inside a text, from the left, longest first. */
export function namesInside(text: string, names: Names): readonly Place[] {
  const plain = withoutBlanks(text).slice(0, MOST_SEARCHED)
  const places: Place[] = []
  for (let at = 0; at < plain.length; ) {
    const place = longestAt(plain, at, names)
    if (place) places.push(place)
    at += place?.name.length ?? 1
  }
  return places
}

function longestAt(text: string, at: number, names: Names): Place | undefined {
  for (let length = Math.min(LONGEST_NAME, text.length - at); length > 1; length -= 1) {
    const place = placeOf(text.slice(at, at + length), names)
    if (place.name.length === length && place.candidates.some((c) => c.by === 'official')) return place
  }
  return undefined
}

/** The province whose office a text names; undefined where it names none. */
export function readOffice(text: string, names: Names): Place | undefined {
  const name = withoutBlanks(withoutSerial(text))
  for (let end = Math.min(name.length - 1, LONGEST_NAME); end > 1; end -= 1) {
    if (!isOfficeOf(name.slice(end))) continue
    const candidates = knownAs(name.slice(0, end), names).filter((c) => c.region.parent === undefined)
    if (candidates.length > 0) return { text: text.trim(), name: name.slice(0, end), candidates, leads: false }
  }
  return undefined
}
