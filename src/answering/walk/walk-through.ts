import type { Answer } from '../../domain/answer.ts'
import type { Focus } from '../../domain/conversation.ts'
import { NOTHING_SAVED, type Walk, type WalkMemory, type Walkthroughs } from '../../domain/walkthrough.ts'
import { activeWalk, currentStep, stepIdsOf } from '../../rules/walk-state.ts'
import type { Frame } from '../../understanding/frame.ts'
import { readWalkSaying } from '../../understanding/read-walk-saying.ts'
import { mayBegin } from '../../understanding/read-walk-start.ts'
import type { Draft } from '../draft.ts'
import { asksTime } from '../tell-time.ts'
import { routeWalk } from './route-walk.ts'
import { OPEN } from './told-of-walk.ts'
import { walkCopy } from './walk-copy.ts'
import { say } from './walk-pieces.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'
import { MOST_SUGGESTIONS, toAnswer } from './walked-answer.ts'
import { offerToGoOn, showAgain } from './way-back.ts'

interface Told {
  readonly answer: Answer
  readonly focus?: Focus
  readonly walks?: WalkMemory
}

/** How a message is answered that is no step of a walk-through, and how it is read in other words. */
interface AsQuestion {
  readonly answer: (draft: Draft) => Told
  readonly reread: (text: string) => Draft
}

/** Answers a message as a step of a walk-through, or as the question it is, with the way back where the person is in one. */
export function walkThrough(
  draft: Draft,
  asking: { readonly walks?: WalkMemory; readonly newId?: () => string },
  { answer, reread }: AsQuestion,
): Told {
  const { walkthroughs } = draft.reader.pack
  const { walks: memory = NOTHING_SAVED, newId } = asking
  const isRefused = draft.frames.some((f) => f.talk.has('injection'))
  if (!walkthroughs || !newId) return { ...answer(draft), walks: asking.walks }
  const isNew = memory.saved.length === 0 && memory.reminders.length === 0 && memory.active === undefined
  if (isNew && !mayBegin(draft.text, draft.reader)) return { ...answer(draft), walks: asking.walks }
  const saying = readWalkSaying(draft.text, draft.reader)
  const turn: WalkTurn = { draft, saying, walkthroughs, memory, newId }
  if (isRefused) return withBack(answer(draft), turn, [say(walkCopy.notRecorded)])
  const walked = routeWalk(turn)
  if (walked) return { answer: toAnswer(walked), focus: focusFor(walked.memory, turn), walks: walked.memory }
  const own = ownPlaceNamed(turn)
  const asked = own === undefined ? turn : { ...turn, draft: reread(own) }
  const told = namesNothing(turn) ? undefined : answer(ofTrack(asked))
  // What is no question and nobody understood was meant for the walk-through.
  const isShort = saying.text.length <= MOST_UNCLEAR
  const isLost = told === undefined || (isShort && !saying.asks && NOT_UNDERSTOOD.has(told.answer.outcome))
  const again = isLost ? showAgain(turn) : undefined
  if (again) return { answer: toAnswer(again), focus: draft.focus, walks: again.memory }
  const isLong = saying.text.length > LONGEST && saying.reports.some((r) => r.status !== undefined)
  return withBack(told ?? answer(ofTrack(turn)), turn, isLong ? [say(walkCopy.tooLongToRecord)] : [])
}

// 我们区能走县那一套吗, beside a walk-through of 荣昌区: asks of 荣昌区.
function ownPlaceNamed({ draft, saying, memory }: WalkTurn): string | undefined {
  const place = activeWalk(memory)?.place
  if (place === undefined || draft.places.length > 0) return undefined
  const { name } = draft.regions.get(place)
  const own = new RegExp(`(?:我们?|咱们?|俺们?|本)这?个?${name.at(-1)}(?![里局委政领长府直])`, 'u')
  return own.test(saying.text) ? saying.text.replace(own, name) : undefined
}

const LONGEST = 120

function withBack(told: Told, turn: WalkTurn, before: Walked['pieces'] = []): Told {
  const back = offerToGoOn(turn)
  if (!back) return { ...told, walks: turn.memory }
  const pieces = back.pieces.length > 0 ? [...before, ...back.pieces] : []
  return { ...told, answer: withWayBack(told.answer, { ...back, pieces }), walks: back.memory }
}

// 嗯哼, 中: nothing that a question could be about, so what was talked about before is not told again.
function namesNothing({ draft, saying, memory }: WalkTurn): boolean {
  if (saying.asks || draft.places.length > 0 || !activeWalk(memory)) return false
  // 第三页写完了: says how far something is that is no step.
  if (saying.reports.some((r) => r.status !== undefined) && draft.frames.every((f) => f.domain !== 'own')) return true
  return draft.frames.every(
    (f) => f.topics.length === 0 && f.aspects.length === 0 && f.talk.size === 0 && f.tracks.length === 0,
  )
}

// 第四条怎么讲, beside a self-check of counties: their fourth one.
function ofTrack({ draft, memory }: WalkTurn): Draft {
  const track = activeWalk(memory)?.track
  const own = (f: Frame): Frame =>
    track !== undefined && f.tracks.length === 0 && f.ordinals.length > 0 ? { ...f, tracks: [track] } : f
  // 离9月15日还有几天: a date is asked for itself, not of the step at hand.
  const focus = draft.frames.some((f) => f.dates.length > 0 && asksTime(f)) ? undefined : draft.focus
  return { ...draft, focus, frames: draft.frames.map(own), unnamed: draft.unnamed.map(own) }
}

// What is asked beside a walk-through is asked of its place, its track and the step at hand.
function focusFor(memory: WalkMemory, { draft, walkthroughs }: WalkTurn): Focus | undefined {
  const walk = activeWalk(memory)
  if (!walk) return draft.focus
  const tracks = walk.track === undefined ? [] : [walk.track]
  const focus = { ...(draft.focus ?? EMPTY), tracks, topics: topicsOf(walk, walkthroughs) }
  if (walk.place === undefined) return focus
  const place = { ...OPEN, written: draft.regions.get(walk.place).name, candidates: [walk.place], code: walk.place }
  return { ...focus, place: focus.place?.code === walk.place ? focus.place : place }
}
// What was just said of somebody else's item is talked about; otherwise what is at hand.
function topicsOf(walk: Walk, walkthroughs: Walkthroughs): Focus['topics'] {
  const steps = walk.kind === 'checklist' ? walkthroughs.checklist.items : walkthroughs.selfCheck.conditions
  const isOwn = (id: string | undefined): boolean => stepIdsOf(walk, walkthroughs).includes(id ?? '')
  const id = walk.last !== undefined && !isOwn(walk.last) ? walk.last : currentStep(walk, walkthroughs)
  return steps.find((s) => s.id === id)?.topics.slice(0, 1) ?? []
}
const EMPTY: Focus = { version: 1, topics: [], pair: [], facts: [], aspects: [], tracks: [], stages: [], roles: [] }

// Longer ones say something of their own.
const MOST_UNCLEAR = 12
const NOT_UNDERSTOOD = new Set<Answer['outcome']>(['out_of_scope', 'clarify', 'not_stated'])

function withWayBack(answer: Answer, { pieces, suggestions = [] }: Walked): Answer {
  if (pieces.length === 0) return answer
  return {
    ...answer,
    text: [answer.text, ...pieces.map((p) => p.text)].join('\n'),
    pieces: [...answer.pieces, ...pieces],
    suggestions: [...suggestions, ...answer.suggestions].slice(0, MOST_SUGGESTIONS),
  }
}
