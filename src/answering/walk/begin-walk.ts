import type { Piece } from '../../domain/answer.ts'
import type { TrackId } from '../../domain/notice.ts'
import type { PendingWalk, Walk, WalkKind } from '../../domain/walkthrough.ts'
import { fullName } from '../place/name-region.ts'
import { placeCopy } from '../place/place-copy.ts'
import { actionsOf, tellStep } from './keep-walk.ts'
import { openWalk } from './open-walk.ts'
import { type Told, toldBy, trackOf } from './told-of-walk.ts'
import { walkCopy } from './walk-copy.ts'
import { about, say } from './walk-pieces.ts'
import { nameOf, type Walked, type WalkTurn } from './walk-turn.ts'

/** Begins a walk-through, goes on with the one that the person has of the same place, or asks for what is not known yet. */
export function beginWalk(kind: WalkKind, turn: WalkTurn, known: Told = {}, isPressed = false): Walked {
  const told = { ...known, ...toldBy(turn, known) }
  const track = told.place === undefined ? told.track : (trackOf(told.place, turn) ?? told.track)
  if (told.choice) return ask({ ...told, kind }, turn, which(told.choice, turn))
  const isProvince = told.part !== undefined && told.part !== turn.walkthroughs.defaultPart
  const isEnough = kind === 'checklist' ? track !== undefined || isProvince || isPressed : track !== undefined
  if (!isEnough) return ask({ ...told, kind }, turn, say(askText(kind, turn)))
  const saved = turn.memory.saved.find((w) => isSame(w, kind, told, track, turn))
  return saved ? goOnWith(saved, turn) : openWalk(kind, { ...told, track }, turn)
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
  const title = about(walk, turn.draft)
  return {
    pieces: [say(walkCopy.resumed(nameOf(walk.kind, turn.walkthroughs), title)), ...tellStep(walk, turn)],
    memory: { ...turn.memory, active: { id: walk.id, aside: 0 } },
    suggestions: actionsOf(walk),
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
