import type { PlaceName } from '../rules/find-regions.ts'

// Geometric shapes: no letters, so that no reading of the question takes them for words. Each place of a message has its own.
const FIRST = 0x25a0
const MOST = 90
const ANY = /[\u25a0-\u25f9]/gu

/** The text with every character of a place's name replaced by that place's sign: what is asked of the place is read without the name's own words (朝阳区 names no 区). */
export function maskPlaces(text: string, places: readonly PlaceName[]): string {
  const bare = text.replace(ANY, ' ')
  return places
    .slice(0, MOST)
    .reduce(
      (masked, { start, end }, at) =>
        masked.slice(0, start) + String.fromCharCode(FIRST + at).repeat(end - start) + masked.slice(end),
      bare,
    )
}

/** The places whose signs stand in a masked text, in order. */
export function placesIn(masked: string, places: readonly PlaceName[]): readonly PlaceName[] {
  const signs = [...new Set(masked.match(ANY) ?? [])]
  return signs.map((sign) => places[sign.charCodeAt(0) - FIRST]).filter((p) => p !== undefined)
}

/** A masked text with the names put back as they were written. */
export function unmask(masked: string, places: readonly PlaceName[]): string {
  return masked.replace(/([\u25a0-\u25f9])\1*/gu, (run) => places[run.charCodeAt(0) - FIRST]?.written ?? run)
}
