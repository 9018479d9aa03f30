import type { PlaceFocus } from '../../domain/conversation.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { RegionCode } from '../../domain/region.ts'
import type { PlaceName } from '../../rules/find-regions.ts'
import type { Draft } from '../draft.ts'
import { choosesNone, chosenAmong } from './choose-among.ts'
import { ruleFor } from './name-region.ts'
import { asksForRows, type PlaceQuestion } from './place-question.ts'
import type { ResolvedRegion } from './resolved-region.ts'
import { tablesAsked } from './tables-asked.ts'

/** What a question's places are: regions that can be answered for, a choice to be made, a name that no division has, or none at all. */
export type Resolved =
  | { readonly is: 'regions'; readonly regions: readonly ResolvedRegion[]; readonly chosenFrom?: PlaceFocus }
  | { readonly is: 'choice'; readonly written: string; readonly candidates: readonly RegionCode[] }
  | { readonly is: 'unknown'; readonly written: string; readonly near: readonly RegionCode[] }
  /** Of all the country. */
  | { readonly is: 'country' }
  /** Of the person's own province or place, which was not named. */
  | { readonly is: 'unsaid' }

const MOST_PLACES = 3

/** Finds the regions that a question is about: its own names, those offered before, or the one last spoken of. Never guesses among several. */
export function resolvePlaces(question: PlaceQuestion, draft: Draft): Resolved {
  const { frame } = question
  const { regions, focus } = draft
  const places = asksOfProvince(question) ? question.places.map((p) => provincesOf(p, regions)) : question.places
  const last = focus?.place
  if (last && (last.candidates.length > 1 || last.code === undefined)) {
    const chosen = chosenAmong(last, { text: frame.text, places, ordinal: frame.ordinals[0]?.value }, regions)
    if (chosen.length === 1 && chosen[0] !== undefined)
      return {
        is: 'regions',
        regions: [{ code: chosen[0], written: last.written, by: 'official' }],
        chosenFrom: last,
      }
    if (places.length === 0 && choosesNone(frame.text)) return { is: 'unsaid' }
    if (chosen.length > 1) return { is: 'choice', written: last.written, candidates: chosen }
  }
  if (places.length === 0) return notNamed(question, last, regions)
  const open = places.map((p) => decided(p, question, draft)).find((p) => p.candidates.length > 1)
  if (open) return { is: 'choice', written: open.text, candidates: open.candidates.map((c) => c.region.code) }
  const found = places.map((p) => decided(p, question, draft)).flatMap(only)
  const [unknown] = places.filter((p) => p.candidates.length === 0)
  if (unknown && found.length === 0)
    return { is: 'unknown', written: unknown.text, near: (unknown.near ?? []).map((c) => c.region.code) }
  return { is: 'regions', regions: found.slice(0, MOST_PLACES) }
}

function notNamed({ asks, frame }: PlaceQuestion, last: PlaceFocus | undefined, regions: Gazetteer): Resolved {
  const isOfCountry = asks !== 'level' && !(last && frame.marks.has('it'))
  const isProvince = last?.code !== undefined && regions.get(last.code).parent === undefined
  if (isOfCountry && OWN.test(frame.text) && !isProvince) return { is: 'unsaid' }
  if (isOfCountry && !isProvince) return { is: 'country' }
  if (last?.code === undefined)
    return { is: 'choice', written: last?.written ?? '', candidates: last?.candidates ?? [] }
  return { is: 'regions', regions: [{ code: last.code, written: last.written, by: 'official' }] }
}
const OWN = /(?:我|我们|咱们?|俺们?|本|阿拉|伲)个?(?:省|自治区|直辖市|兵团|市|区|县|州|盟|旗)/u

// 西安是不是试点城市: a short name that only one city has, asked of cities, is that city's and not that of a district or county.
function decided(place: PlaceName, { asks, frame }: PlaceQuestion, draft: Draft): PlaceName {
  const { candidates, text } = place
  const { regions } = draft
  const { pack } = draft.reader
  const tracks = asks === 'level' ? frame.tracks : tablesAsked(frame, asks, undefined, draft).map((t) => t.track)
  const [track, ...others] = [...new Set(tracks)]
  if (candidates.length < 2 || track === undefined || others.length > 0) return place
  if (candidates.some((c) => c.by !== 'short' || regions.get(c.region.code).parent === undefined)) return place
  const fitting = candidates.filter((c) => ruleFor(c.region.type, pack)?.track === track)
  const [one] = fitting
  return fitting.length === 1 && one?.region.name === `${text}${CITY}` ? { ...place, candidates: fitting } : place
}
// What is left off the name of a city in speaking.
const CITY = '市'

// 河南有几个试点县: rows and quotas are asked of the province, not of a county of that name.
const asksOfProvince = ({ asks, frame }: PlaceQuestion): boolean =>
  asks === 'quota' || (asks === 'list' && asksForRows(frame))
function provincesOf(place: PlaceName, regions: Gazetteer): PlaceName {
  const provinces = place.candidates.filter((c) => regions.get(c.region.code).parent === undefined)
  return provinces.length > 0 ? { ...place, candidates: provinces } : place
}

const only = ({ candidates, text, part, kind }: PlaceName): readonly ResolvedRegion[] => {
  const [one] = candidates
  return one ? [{ code: one.region.code, written: text, by: one.by, until: one.until, part, kind }] : []
}
