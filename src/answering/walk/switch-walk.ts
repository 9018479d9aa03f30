import type { RegionCode } from '../../domain/region.ts'
import type { Walk } from '../../domain/walkthrough.ts'
import { tellsTo } from '../../understanding/read-walk-saying.ts'
import { beginWalk, goOnWith } from './begin-walk.ts'
import { tellStep, withActions } from './keep-walk.ts'
import { placeNamed, trackNamed, trackOf } from './told-of-walk.ts'
import { walkCopy } from './walk-copy.ts'
import { about, say } from './walk-pieces.ts'
import { nameOf, type Walked, type WalkTurn } from './walk-turn.ts'

/** Another track, where the kind of the place leaves it open (换成示范城市), or another walk-through (切回桐庐). */
export function switchWalk(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { draft, walkthroughs } = turn
  if (walk.id !== turn.memory.active?.id) return goOnWith(walk, turn)
  const track = trackNamed(turn)
  if (track === undefined) return draft.places.length > 0 ? beginWalk(walk.kind, turn) : undefined
  const fixed = walk.place === undefined ? undefined : trackOf(walk.place, turn)
  const name = (id: string | undefined): string => draft.reader.pack.tracks.find((t) => t.id === id)?.name ?? ''
  if (fixed !== undefined && fixed !== track && walk.place !== undefined) {
    const place = draft.regions.get(walk.place).name
    return withActions(walk, turn, [say(walkCopy.cannotSwitch(place, name(fixed))), ...tellStep(walk, turn)])
  }
  const after: Walk = { ...walk, track, at: undefined, touched: draft.day }
  return withActions(after, turn, [
    say(walkCopy.switched(name(track))),
    say(walkCopy.nowAt(nameOf(walk.kind, walkthroughs), about(after, draft))),
    ...tellStep(after, turn),
  ])
}

/** Names the place of a walk-through that was begun without one. */
export function placeIt(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { place } = placeNamed(turn)
  if (place === undefined) return undefined
  const track = trackOf(place, turn) ?? walk.track
  const after: Walk = { ...walk, place, ...(track !== undefined && { track }), touched: turn.draft.day }
  const title = about(after, turn.draft)
  return withActions(after, turn, [
    say(walkCopy.nowAt(nameOf(walk.kind, turn.walkthroughs), title)),
    ...tellStep(after, turn),
  ])
}

/** 改成平湖市吧, 石家庄: the same walk-through of another place. Undefined: the message does not say so. */
export function goElsewhere(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { saying, draft, memory } = turn
  const { place, choice } = placeNamed(turn)
  if (saying.asks || walk.place === undefined || (place === undefined && !choice)) return undefined
  if (place === walk.place || memory.saved.some((w) => w.place === place && w.kind === walk.kind)) return undefined
  if (tellsTo(saying, 'progress', 'left', 'state', 'export', 'calendar', 'result')) return noneThere(walk, turn)
  const isMeant = isPlaceOnly(turn) || tellsTo(saying, 'switch', 'change')
  if (!isMeant || saying.reports.some((r) => r.status !== undefined && r.frame.topics.length > 0)) return undefined
  const twin = place === undefined ? undefined : twinOf(walk.place, place, turn)
  if (twin === walk.place) return undefined
  return beginWalk(walk.kind, twin === undefined ? turn : { ...turn, draft: { ...draft, places: [] } }, { place: twin })
}

/** A message that says a place and hardly anything beside it. */
export const isPlaceOnly = ({ saying, draft }: WalkTurn): boolean =>
  saying.text.length - draft.places.reduce((sum, p) => sum + p.end - p.start, 0) <= FEW_BESIDE
const FEW_BESIDE = 5

// 平湖的进度: of a place for which none was begun.
function noneThere(walk: Walk, turn: WalkTurn): Walked {
  const [place] = turn.draft.places
  const name = place?.text ?? ''
  return withActions(walk, turn, [say(walkCopy.noneThere(name, nameOf(walk.kind, turn.walkthroughs)))])
}

// 石家庄, after 沧州的新华区 was taken: the district of that name there.
function twinOf(own: RegionCode, within: RegionCode, { draft: { regions } }: WalkTurn): RegionCode | undefined {
  const twins = regions.lookUp(regions.get(own).name).filter((c) => regions.isWithin(c.region.code, within))
  const [one] = twins.filter((c) => c.region.code !== within)
  return twins.length === 1 ? one?.region.code : undefined
}
