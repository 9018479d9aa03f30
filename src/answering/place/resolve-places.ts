import type { PlaceFocus } from '../../domain/conversation.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Candidate, RegionCode } from '../../domain/region.ts'
import type { PlaceName } from '../../rules/find-regions.ts'
import type { Draft } from '../draft.ts'
import type { PlaceQuestion } from './place-question.ts'

/** What a question's places are: regions that can be answered for, a choice to be made, or a name that no division has. */
export type Resolved =
  | { readonly is: 'regions'; readonly regions: readonly ResolvedRegion[]; readonly chosenFrom?: PlaceFocus }
  | { readonly is: 'choice'; readonly written: string; readonly candidates: readonly RegionCode[] }
  | { readonly is: 'unknown'; readonly written: string }

export interface ResolvedRegion extends Pick<Candidate, 'by' | 'until'> {
  readonly code: RegionCode
  readonly written: string
  readonly part?: string
  readonly kind?: string
}

const MOST_PLACES = 3

/** Finds the regions that a question is about: its own names, those offered before, or the one last spoken of. Never guesses among several. */
export function resolvePlaces(question: PlaceQuestion, draft: Draft): Resolved {
  const { frame } = question
  const { regions, focus } = draft
  const places = asksOfProvince(question) ? question.places.map((p) => provincesOf(p, regions)) : question.places
  const last = focus?.place
  if (last && last.candidates.length > 1) {
    const chosen = chosenAmong(last, places, frame.text, frame.ordinals[0]?.value, regions)
    if (chosen.length === 1 && chosen[0] !== undefined)
      return {
        is: 'regions',
        regions: [{ code: chosen[0], written: last.written, by: 'official' }],
        chosenFrom: last,
      }
    if (chosen.length > 1) return { is: 'choice', written: last.written, candidates: chosen }
  }
  if (places.length === 0)
    return last?.code === undefined
      ? { is: 'choice', written: last?.written ?? '', candidates: last?.candidates ?? [] }
      : { is: 'regions', regions: [{ code: last.code, written: last.written, by: 'official' }] }
  const open = places.find((p) => p.candidates.length > 1)
  if (open) return { is: 'choice', written: open.text, candidates: open.candidates.map((c) => c.region.code) }
  const found = places.flatMap(only)
  const [unknown] = places.filter((p) => p.candidates.length === 0)
  if (unknown && found.length === 0) return { is: 'unknown', written: unknown.text }
  return { is: 'regions', regions: found.slice(0, MOST_PLACES) }
}

// 河南有几个试点县: rows and quotas are asked of the province, not of a county of that name.
const asksOfProvince = ({ asks, frame }: PlaceQuestion): boolean =>
  asks === 'quota' || (asks === 'list' && frame.aspects.some((a) => a === 'list' || a === 'how-many'))
function provincesOf(place: PlaceName, regions: Gazetteer): PlaceName {
  const provinces = place.candidates.filter((c) => regions.get(c.region.code).parent === undefined)
  return provinces.length > 0 ? { ...place, candidates: provinces } : place
}

const only = ({ candidates, text, part, kind }: PlaceName): readonly ResolvedRegion[] => {
  const [one] = candidates
  return one ? [{ code: one.region.code, written: text, by: one.by, until: one.until, part, kind }] : []
}

// 徐州的, 吉林那个, 第二个, 那个县: each says which of the candidates is meant.
function chosenAmong(
  { candidates, code }: PlaceFocus,
  places: readonly PlaceName[],
  text: string,
  ordinal: number | undefined,
  regions: Gazetteer,
): readonly RegionCode[] {
  const isOpen = code === undefined
  if (places.length > 0) {
    const own = candidates.filter((c) => places.some((p) => p.candidates.some((o) => o.region.code === c)))
    if (own.length > 0) return isOpen || places.every((p) => p.candidates.length > 1) ? own : []
    if (!isOpen && !CHOOSES.test(text)) return []
    return candidates.filter((c) =>
      places.some((p) => p.candidates.some((o) => o.region.code !== c && regions.isWithin(c, o.region.code))),
    )
  }
  if (!isOpen && text.length > SHORT) return []
  const at = ordinal === undefined ? undefined : candidates.at(ordinal > 0 ? ordinal - 1 : ordinal)
  if (at !== undefined) return [at]
  if (!isOpen) return []
  const ending = /[那这]个?([区县市州旗省盟])(?!里)/u.exec(text)?.[1]
  return ending === undefined ? [] : candidates.filter((c) => regions.get(c).name.endsWith(ending))
}
const SHORT = 6
// The name, and at most a few words that point: otherwise the place above is itself what is asked about.
const CHOOSES = /[\u25a0-\u25f9](?:的|那个|那边|那里|市?区?的?那个)|那个|的[那这]|^[\u25a0-\u25f9]+[呢?]*$/u
