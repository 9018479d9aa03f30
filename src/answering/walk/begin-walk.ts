import type { Piece } from '../../domain/answer.ts'
import type { TrackId } from '../../domain/notice.ts'
import type { RegionCode } from '../../domain/region.ts'
import type { PartId, PendingWalk, Walk, WalkKind } from '../../domain/walkthrough.ts'
import { findRegions, type PlaceName } from '../../rules/find-regions.ts'
import { conditionsOf, itemsOf } from '../../rules/walk-state.ts'
import { tagWords } from '../../text/words.ts'
import { cite } from '../cite.ts'
import { chosenAmong } from '../place/choose-among.ts'
import { fullName, regionAnswer, ruleFor } from '../place/name-region.ts'
import { placeCopy } from '../place/place-copy.ts'
import { innermost } from '../place/places-named.ts'
import { identify } from '../place/tell-level.ts'
import { sourcesOf, tellList } from '../place/tell-list.ts'
import { CHECKLIST_ACTIONS, tellItem } from './checklist-step.ts'
import { SELF_CHECK_ACTIONS, tellQuestion } from './self-check-step.ts'
import { walkCopy } from './walk-copy.ts'
import { about, doneBy, say, sayFacts } from './walk-pieces.ts'
import { nameOf, type Walked, type WalkTurn } from './walk-turn.ts'

/** What a message says of the walk-through that it wants. */
type Told = Pick<PendingWalk, 'track' | 'part' | 'place' | 'choice'>

/** Begins a walk-through, goes on with the one that the person has of the same place, or asks for what is not known yet. */
export function beginWalk(kind: WalkKind, turn: WalkTurn, known: Told = {}, isPressed = false): Walked {
  const told = { ...known, ...toldBy(turn, known) }
  const track = told.place === undefined ? told.track : (trackOf(told.place, turn) ?? told.track)
  if (told.choice) return ask({ ...told, kind }, turn, which(told.choice, turn))
  const isProvince = told.part !== undefined && told.part !== turn.walkthroughs.defaultPart
  const isEnough = kind === 'checklist' ? track !== undefined || isProvince || isPressed : track !== undefined
  if (!isEnough) return ask({ ...told, kind }, turn, say(askText(kind, turn)))
  const saved = turn.memory.saved.find((w) => isSame(w, kind, told, track, turn))
  return saved ? goOnWith(saved, turn) : begin(kind, { ...told, track }, turn)
}

const isSame = (w: Walk, kind: WalkKind, told: Told, track: TrackId | undefined, { draft }: WalkTurn): boolean =>
  told.place !== undefined &&
  w.kind === kind &&
  w.notice === draft.reader.pack.id &&
  w.place === told.place &&
  w.track === track &&
  (told.part === undefined || w.part === told.part)

/** Goes on with a walk-through that was kept. */
export function goOnWith(walk: Walk, turn: WalkTurn): Walked {
  const title = about(walk, turn.walkthroughs, turn.draft)
  return {
    pieces: [say(walkCopy.resumed(nameOf(walk.kind, turn.walkthroughs), title), title), ...tellStep(walk, turn)],
    memory: { ...turn.memory, active: { id: walk.id, aside: 0 } },
    suggestions: actionsOf(walk),
  }
}

/** What can be typed in a walk-through. */
export const actionsOf = (walk: Walk): readonly string[] =>
  walk.kind === 'checklist' ? CHECKLIST_ACTIONS : SELF_CHECK_ACTIONS

/** Tells the step at hand of either kind. */
export const tellStep = (walk: Walk, turn: WalkTurn): readonly Piece[] =>
  walk.kind === 'checklist' ? tellItem(walk, turn) : tellQuestion(walk, turn)

/** Keeps a walk-through and makes it the one that the conversation is in. */
export const kept = (walk: Walk, turn: WalkTurn): Walked['memory'] => ({
  ...turn.memory,
  saved: [...turn.memory.saved.filter((w) => w.id !== walk.id), walk].slice(-MOST_SAVED),
  active: { id: walk.id, aside: 0 },
})
const MOST_SAVED = 50

function begin(kind: WalkKind, { track, part, place }: Told, turn: WalkTurn): Walked {
  const { draft, walkthroughs } = turn
  const walk: Walk = {
    id: turn.newId(),
    kind,
    notice: draft.reader.pack.id,
    ...(track !== undefined && { track }),
    part: part ?? walkthroughs.defaultPart,
    ...(place !== undefined && { place }),
    begun: draft.day,
    touched: draft.day,
    marks: {},
    skipped: [],
  }
  const level = place === undefined ? [] : tellLevel(place, turn)
  const { walk: listed, pieces: onList } = kind === 'self-check' ? markList(walk, turn) : { walk, pieces: [] }
  return {
    pieces: [...opening(listed, turn), ...level, ...onList, ...tellStep(listed, turn)],
    memory: kept(listed, turn),
    suggestions: actionsOf(listed),
    ...(place !== undefined && { region: regionOf(place, turn) }),
  }
}

function opening(walk: Walk, turn: WalkTurn): readonly Piece[] {
  const { walkthroughs, draft } = turn
  const title = about(walk, walkthroughs, draft)
  const name = nameOf(walk.kind, walkthroughs)
  if (walk.kind === 'self-check') {
    const count = String(conditionsOf(walk, walkthroughs).length)
    return [say(walkCopy.beginSelfCheck(name, title, count), title, count), say(walkCopy.howSelfCheck)]
  }
  const items = itemsOf(walk, walkthroughs)
  const count = String(items.length)
  // Numbered materials that somebody else prepares are named, so that no one looks for them in vain.
  const others =
    walk.part === walkthroughs.defaultPart
      ? walkthroughs.checklist.items.filter(
          (i) => i.number !== undefined && !items.includes(i) && !i.parts.includes(walk.part),
        )
      : []
  return [
    say(walkCopy.beginChecklist(name, title, count), title, count),
    say(walkCopy.howChecklist),
    ...others.map((i) => say(walkCopy.notOurs(i.label, i.name, doneBy(i, draft.reader.pack)))),
  ]
}

const regionOf = (code: RegionCode, { draft }: WalkTurn) =>
  regionAnswer({ code, written: draft.regions.get(code).name, by: 'official' }, draft.reader.pack, draft.regions)

// The level rule decides before anything else does.
function tellLevel(place: RegionCode, { draft }: WalkTurn): readonly Piece[] {
  const rule = ruleFor(draft.regions.get(place).type, draft.reader.pack)
  const named = { code: place, written: draft.regions.get(place).name, by: 'official' as const }
  return [...identify(named, draft.regions), ...sayFacts(rule?.fact === undefined ? [] : [rule.fact], draft)]
}

// What a list tells need not be asked; what it cannot tell is said and asked.
function markList(walk: Walk, turn: WalkTurn): { readonly walk: Walk; readonly pieces: readonly Piece[] } {
  const { draft, walkthroughs } = turn
  const condition = conditionsOf(walk, walkthroughs).find((c) => c.table !== undefined)
  const spec = draft.reader.pack.tables.find((t) => t.id === condition?.table)
  if (walk.place === undefined || !condition || !spec) return { walk, pieces: [] }
  const { standing, piece } = tellList(walk.place, spec, sourcesOf(draft))
  if (standing.is === 'unknown') return { walk, pieces: [piece] }
  const mark = { is: standing.is === 'listed' ? ('yes' as const) : ('no' as const), on: draft.day }
  return {
    walk: { ...walk, marks: { ...walk.marks, [condition.id]: mark } },
    pieces: [piece, say(walkCopy.fromList(condition.label))],
  }
}

function ask(pending: PendingWalk, turn: WalkTurn, question: Piece): Walked {
  return { pieces: [question], memory: { ...turn.memory, active: { pending, aside: 0 } } }
}

// A notice that knows no kinds of places is not asked about one.
function askText(kind: WalkKind, { draft, walkthroughs }: WalkTurn): string {
  const { regionRules, tracks } = draft.reader.pack
  const ask = regionRules.length > 0 ? walkCopy.askWhich : walkCopy.askTrack
  return ask(nameOf(kind, walkthroughs), tracks.map((t) => t.name).join('、'))
}

function which({ written, candidates }: NonNullable<PendingWalk['choice']>, { draft }: WalkTurn): Piece {
  return {
    kind: 'computed',
    text: placeCopy.which(
      written,
      candidates.slice(0, MOST_CHOICES).map((c) => fullName(c, draft.regions)),
    ),
    citations: [],
    computation: { rule: 'region', states: [] },
  }
}
const MOST_CHOICES = 12

function toldBy(turn: WalkTurn, known: Told): Told {
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
  const isMeant = saying.starts !== undefined || saying.commands.has('switch')
  const named =
    draft.places.length > 0 || !isMeant ? draft.places : findRegions(saying.text, tagWords(saying.text), draft.regions)
  return innermost(named, saying.text, draft).filter(
    (p) => p.kind === undefined && p.part === undefined && p.candidates.length > 0,
  )
}

/** The track that the level rule gives a place. */
export const trackOf = (place: RegionCode, { draft }: WalkTurn): TrackId | undefined =>
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

function partNamed({ saying, walkthroughs }: WalkTurn): PartId | undefined {
  const named = walkthroughs.parts
    .flatMap((p) => p.words.filter((w) => saying.text.includes(w)).map((w) => ({ id: p.id, length: w.length })))
    .sort((a, b) => b.length - a.length)
  return named[0]?.id
}

/** A citation of each step's clause, for answers that show many. */
export const citeSteps = (steps: readonly { readonly clause: string; readonly quote: string }[], { draft }: WalkTurn) =>
  steps.map((s) => cite(draft.reader.pack, s))
