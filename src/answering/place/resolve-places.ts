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
  | {
      readonly is: 'regions'
      readonly regions: readonly ResolvedRegion[]
      readonly chosenFrom?: PlaceFocus
      /** Another name of the question, which means several places. */
      readonly open?: OpenName
    }
  | ({ readonly is: 'choice' } & OpenName)
  | { readonly is: 'unknown'; readonly written: string; readonly near: readonly RegionCode[] }
  /** Of all the country. */
  | { readonly is: 'country' }
  /** Of the person's own province or place, which was not named. */
  | { readonly is: 'unsaid' }

/** A name and the several places that it can mean. */
export interface OpenName {
  readonly written: string
  readonly candidates: readonly RegionCode[]
}

const MOST_PLACES = 4

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
  // Which province it is makes no difference to a table that is not there.
  const isThere =
    question.asks !== 'quota' || tablesAsked(frame, 'quota', undefined, draft).some((t) => draft.tables.has(t.id))
  if (places.length === 0) return notNamed(question, last, regions, isThere)
  const read = places.map((p) => decided(p, question, draft))
  const several = read.find((p) => p.candidates.length > 1)
  const open = several && { written: several.text, candidates: several.candidates.map((c) => c.region.code) }
  const found = read.filter((p) => p.candidates.length === 1).flatMap(only)
  if (open && found.length === 0) return { is: 'choice', ...open }
  const [unknown] = places.filter((p) => p.candidates.length === 0)
  if (unknown && found.length === 0)
    return { is: 'unknown', written: unknown.text, near: (unknown.near ?? []).map((c) => c.region.code) }
  return { is: 'regions', regions: found.slice(0, MOST_PLACES), open }
}

function notNamed(
  { asks, frame }: PlaceQuestion,
  last: PlaceFocus | undefined,
  regions: Gazetteer,
  isThere: boolean,
): Resolved {
  const isOfCountry = asks !== 'level' && !(last && frame.marks.has('it'))
  const isProvince = last?.code !== undefined && regions.get(last.code).parent === undefined
  if (isOfCountry && OWN.test(frame.text) && !isProvince && isThere) return { is: 'unsaid' }
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
  const typed = frame.marks.has('choice') ? [] : ofTypeNamed(place, draft)
  if (typed.length === 1) return { ...place, candidates: typed }
  const tracks = asks === 'level' ? frame.tracks : tablesAsked(frame, asks, undefined, draft).map((t) => t.track)
  const [track, ...others] = [...new Set(tracks)]
  if (candidates.length < 2 || track === undefined || others.length > 0) return place
  if (candidates.some((c) => c.by !== 'short' || regions.get(c.region.code).parent === undefined)) return place
  const fitting = candidates.filter((c) => ruleFor(c.region.type, pack)?.track === track)
  const [one] = fitting
  return fitting.length === 1 && one?.region.name === `${text}${CITY}` ? { ...place, candidates: fitting } : place
}
// 思茅市(当时是地级): of what has been split, the message says of which type it was.
function ofTypeNamed({ candidates }: PlaceName, { text }: Draft): PlaceName['candidates'] {
  if (candidates.some((c) => c.by !== 'former')) return []
  const named = [...new Set(candidates.map((c) => c.region.type))].filter(
    (type) => WAS.exec(text)?.[1] === type.slice(0, -1),
  )
  return named.length === 1 ? candidates.filter((c) => named.includes(c.region.type)) : []
}
const WAS = /(地级|县级)市?(?![以下的管所里属])/u

// What is left off the name of a city in speaking.
const CITY = '市'

// 河南有几个试点县: rows and quotas are asked of the province, not of a county of that name.
const asksOfProvince = ({ asks, frame }: PlaceQuestion): boolean =>
  asks === 'quota' || (asks === 'list' && (asksForRows(frame) || HAS_ANY.test(frame.text)))
const HAS_ANY = /[\u25a0-\u25f9]的?(?:没?有|一共|总共|只有)/u
function provincesOf(place: PlaceName, regions: Gazetteer): PlaceName {
  const provinces = place.candidates.filter((c) => regions.get(c.region.code).parent === undefined)
  return provinces.length > 0 ? { ...place, candidates: provinces } : place
}

const only = ({ candidates, text, part, kind }: PlaceName): readonly ResolvedRegion[] => {
  const [one] = candidates
  return one ? [{ code: one.region.code, written: text, by: one.by, until: one.until, part, kind }] : []
}
