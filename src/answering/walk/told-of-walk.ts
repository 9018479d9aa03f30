import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { TrackId } from '../../domain/notice.ts'
import type { RegionCode } from '../../domain/region.ts'
import type { PartId, PendingWalk } from '../../domain/walkthrough.ts'
import { findRegions, type PlaceName } from '../../rules/find-regions.ts'
import { tagWords } from '../../text/words.ts'
import { chosenAmong } from '../place/choose-among.ts'
import { ruleFor } from '../place/name-region.ts'
import { innermost } from '../place/places-named.ts'
import type { WalkTurn } from './walk-turn.ts'

/** What a message says of the walk-through that it wants. */
export type Told = Pick<PendingWalk, 'track' | 'part' | 'place' | 'choice'>

/** What a message tells of the walk-through that it wants, beside what is known of it. */
export function toldBy(turn: WalkTurn, known: Told): Told {
  const track = trackNamed(turn)
  const part = partNamed(turn)
  return {
    ...(track !== undefined && { track }),
    ...(part !== undefined && { part }),
    ...placeNamed(turn, known.choice),
  }
}

/** The place that a message names, or the choice that it leaves; nothing where it names none. */
export function placeNamed(
  { draft, saying }: Pick<WalkTurn, 'draft' | 'saying'>,
  choice?: PendingWalk['choice'],
): Pick<PendingWalk, 'place' | 'choice'> {
  const places = placesOf({ draft, saying })
  if (choice) {
    const open = { ...OPEN, written: choice.written, candidates: choice.candidates }
    const chosen = chosenAmong(open, { text: saying.text, places, ordinal: saying.ordinal }, draft.regions)
    if (chosen.length === 1 && chosen[0] !== undefined) return { place: chosen[0], choice: undefined }
    if (places.length === 0) return { choice }
  }
  // A province is where a place lies, and applies for nothing.
  const [one] = places.filter((p) => p.candidates.some((c) => c.region.parent !== undefined))
  if (!one) return {}
  const fitting = one.candidates.map((c) => c.region.code)
  // A province or a whole prefecture beside its county of the same name applies for nothing here.
  const applying = fitting.filter((c) => ruleFor(draft.regions.get(c).type, draft.reader.pack)?.track !== undefined)
  const left = applying.length > 0 ? applying : fitting
  return left.length === 1 ? { place: left[0], choice: undefined } : { choice: { written: one.text, candidates: left } }
}
/** The other places that a message names beside the first, each of which applies for itself. */
export function otherPlaces(turn: Pick<WalkTurn, 'draft' | 'saying'>): readonly string[] {
  const applying = placesOf(turn).filter((p) => p.candidates.some((c) => trackOf(c.region.code, turn) !== undefined))
  return applying.slice(1).map((p) => p.text)
}

/** A place that nothing was asked of yet. */
export const OPEN = {
  asks: 'level' as const,
  tracks: [],
  stages: [],
  aspects: [],
  tables: [],
  polar: false,
  marks: [],
  toApply: false,
}

// 给淳安县也开一份: a place that a question would only pass by is meant here.
function placesOf({ draft, saying }: Pick<WalkTurn, 'draft' | 'saying'>): readonly PlaceName[] {
  const isMeant = saying.starts !== undefined || saying.names !== undefined || saying.commands.has('switch')
  const found = (): readonly PlaceName[] => {
    const read = findRegions(saying.text, tagWords(saying.text), draft.regions)
    return read.length > 0 ? read : nameInFront(saying.text, draft.regions)
  }
  const named = draft.places.length > 0 || !isMeant ? draft.places : found()
  return innermost(named, saying.text, draft).filter(
    (p) => p.kind === undefined && p.part === undefined && p.candidates.length > 0,
  )
}

/** The track that the level rule gives a place. */
export const trackOf = (place: RegionCode, { draft }: Pick<WalkTurn, 'draft'>): TrackId | undefined =>
  ruleFor(draft.regions.get(place).type, draft.reader.pack)?.track

/** The track that a message names, by its own word or by a kind of place (我们是县级市). */
export function trackNamed({ draft }: WalkTurn): TrackId | undefined {
  const { pack } = draft.reader
  // 我们区是重庆的: which kind of district that is, only its name or its province's own kind decides.
  const lies = draft.places.filter((p) => p.candidates.every((c) => c.region.parent === undefined))
  const isOpen = lies.length > 0 && draft.unnamed.every((f) => f.tracks.length === 0)
  if (isOpen) return undefined
  const topics = new Set(draft.unnamed.flatMap((f) => f.topics.map((t) => t.id)))
  const levels = pack.regionRules.filter((r) =>
    pack.facts.some((f) => f.id === r.fact && f.topics[0] !== undefined && topics.has(f.topics[0])),
  )
  const named = [...new Set(draft.unnamed.flatMap((f) => f.tracks))]
  const byLevel = [...new Set(levels.map((r) => r.track))]
  if (byLevel.length === 1 && byLevel[0] !== undefined) return byLevel[0]
  return named.length === 1 ? named[0] : undefined
}

/** The part that a message names. */
export function partNamed({ saying, walkthroughs }: WalkTurn): PartId | undefined {
  const named = walkthroughs.parts
    .flatMap((p) => p.words.filter((w) => saying.text.includes(w)).map((w) => ({ id: p.id, length: w.length })))
    .sort((a, b) => b.length - a.length)
  return named[0]?.id
}

// 三门也开一份, 天台清单: a name that is an ordinary word elsewhere stands first here.
function nameInFront(text: string, regions: Gazetteer): readonly PlaceName[] {
  const start = /^(?:再|那|先|也|还有|给|帮|替)*/u.exec(text)?.[0].length ?? 0
  for (let size = Math.min(regions.longestAt(text, start), text.length - start); size > 1; size -= 1) {
    const written = text.slice(start, start + size)
    const candidates = regions.lookUp(written)
    if (candidates.length > 0) return [{ text: written, written, start, end: start + size, candidates }]
  }
  return []
}
