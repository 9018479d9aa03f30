import type { Piece } from '../../domain/answer.ts'
import type { RegionCode } from '../../domain/region.ts'
import type { Walk, WalkKind } from '../../domain/walkthrough.ts'
import { conditionsOf, isHardStop, itemsOf } from '../../rules/walk-state.ts'
import { regionAnswer, ruleFor } from '../place/name-region.ts'
import { identify } from '../place/tell-level.ts'
import { tellStep, withActions } from './keep-walk.ts'
import { listOf } from './list-standing.ts'
import { tellVerdict } from './self-check-step.ts'
import { otherPlaces, type Told } from './told-of-walk.ts'
import { walkCopy } from './walk-copy.ts'
import { about, doneBy, say, sayFacts } from './walk-pieces.ts'
import { nameOf, type Walked, type WalkTurn } from './walk-turn.ts'

/** Opens a walk-through of which enough is known: whom it is for, what level and lists say, and its first step. */
export function openWalk(kind: WalkKind, { track, part, place }: Told, turn: WalkTurn): Walked {
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
  const pieces = [
    ...opening(listed, turn),
    ...level,
    ...onList,
    ...tellRoute(listed, turn),
    ...tellOthers(turn),
    ...tellStep(listed, turn),
  ]
  return {
    ...withActions(listed, turn, pieces),
    ...(place !== undefined && { region: regionOf(place, turn) }),
  }
}

function opening(walk: Walk, turn: WalkTurn): readonly Piece[] {
  const { walkthroughs, draft } = turn
  const title = about(walk, draft)
  const name = nameOf(walk.kind, walkthroughs)
  if (walk.kind === 'self-check') {
    const count = String(conditionsOf(walk, walkthroughs).length)
    return [say(walkCopy.beginSelfCheck(name, title, count)), say(walkCopy.howSelfCheck)]
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
    say(walkCopy.beginChecklist(name, title, count)),
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
  const condition = conditionsOf(walk, turn.walkthroughs).find((c) => c.table !== undefined)
  const listed = listOf(condition, walk.place, turn)
  if (!condition || !listed) return { walk, pieces: [] }
  if (listed.reply === undefined) return { walk, pieces: [listed.piece] }
  const marked: Walk = { ...walk, marks: { [condition.id]: { is: listed.reply, on: turn.draft.day } } }
  const stop = isHardStop(condition, marked) ? tellVerdict(marked, turn) : []
  return { walk: marked, pieces: [listed.piece, say(walkCopy.fromList(condition.label)), ...stop] }
}

// 我们靠地理标志: the route that a person speaks of is shown at once, as the notice has it.
function tellRoute(walk: Walk, turn: WalkTurn): readonly Piece[] {
  if (walk.kind !== 'self-check') return []
  const topics = new Set(turn.saying.frames.flatMap((f) => f.topics.map((t) => t.id)))
  const route = conditionsOf(walk, turn.walkthroughs).find((c) => c.route && c.topics.some((t) => topics.has(t)))
  const way = turn.walkthroughs.selfCheck.conditions.find((c) => c.onlyIf === route?.id)
  if (!route || !way) return []
  return [say(walkCopy.routeFirst(route.label)), ...sayFacts(way.facts, turn.draft)]
}

// 长丰县和肥东县: one after the other.
function tellOthers(turn: WalkTurn): readonly Piece[] {
  const others = otherPlaces(turn)
  return others.length > 0 ? [say(walkCopy.othersLater(others.join('、')))] : []
}
