import type { Gazetteer } from '../domain/gazetteer.ts'
import { soundOut } from '../text/sound.ts'
import type { PlaceName } from './find-regions.ts'

const PINYIN = /[a-z]{2,24}(?: [a-z]{2,24})*/gu
const SHORTEST = 4

/** Names typed as pinyin, in one word or several (yuhang, pudong xinqu, beijing chaoyang). What `isSound` knows is a word of the notice unless it leads to another name. */
export function findTypedPlaces(
  text: string,
  gazetteer: Gazetteer,
  isSound: (code: string) => boolean,
): readonly PlaceName[] {
  // An English sentence is no pinyin.
  if (!/\p{Script=Han}/u.test(text)) return []
  return [...text.matchAll(PINYIN)]
    .flatMap((m) => placesIn(m[0], m.index, gazetteer))
    .filter((p) => p.text !== p.written || !isSound(codeOf(p.text)))
}

function placesIn(run: string, at: number, gazetteer: Gazetteer): readonly PlaceName[] {
  const words = [...run.matchAll(/[a-z]+/gu)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const found: PlaceName[] = []
  for (let first = 0; first < words.length; first += 1)
    for (let last = words.length - 1; last >= first; last -= 1) {
      const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0]
      const text = run.slice(start, end)
      const candidates = text.length < SHORTEST ? [] : gazetteer.soundingAs(codeOf(text))
      if (candidates.length === 0) continue
      join(found, { text, written: text, start: at + start, end: at + end, candidates }, gazetteer)
      first = last
      break
    }
  return found
}

// beijing chaoyang: the one before says which.
function join(found: PlaceName[], place: PlaceName, { isWithin }: Gazetteer): void {
  const above = found.at(-1)
  const fitting = place.candidates.filter((c) =>
    above?.candidates.some((a) => c.region !== a.region && isWithin(c.region.code, a.region.code)),
  )
  if (!above || above.end !== place.start - 1 || fitting.length === 0) found.push(place)
  else {
    const written = `${above.written} ${place.text}`
    found.splice(-1, 1, { ...place, written, start: above.start, candidates: fitting })
  }
}

const codeOf = (pinyin: string): string =>
  pinyin
    .split(' ')
    .flatMap(soundOut)
    .map((s) => s.code)
    .join('')
