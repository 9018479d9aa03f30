import type { PlaceAsk } from '../../domain/conversation.ts'
import type { Frame } from '../../understanding/frame.ts'
import { isSpoken, tellingTopics } from '../../understanding/topics.ts'
import type { Draft } from '../draft.ts'
import { askingPart } from './asking-part.ts'
import { asksOfLevel } from './asks-of-level.ts'
import { asksOfRows, asksOfTables } from './asks-of-tables.ts'
import type { Heard } from './heard.ts'
import { leansOn, picks } from './leans-on.ts'
import { isBlurred } from './may-apply.ts'
import { asksForRows, NOTICED } from './place-question.ts'

/** What is asked of places, and the part of the question that asks it. */
export interface Asked {
  readonly asks: PlaceAsk
  readonly frame: Frame
}

/** What a question asks of its places, or of the one last spoken of: their level, a list, a quota, or nothing. What it only tells beside decides where the question itself does not. */
export function asksOfPlace(heard: Heard, draft: Draft): Asked | undefined {
  const part = askingPart(heard.frame, draft)
  const own = part && asksOf({ ...heard, frame: part }, draft)
  if (part && own) return { asks: own, frame: part }
  const asks = asksOf(heard, draft)
  return asks && { asks, frame: heard.frame }
}

function asksOf(heard: Heard, draft: Draft): PlaceAsk | undefined {
  const { frame, places, before } = heard
  const { pack, weights } = draft.reader
  const { place } = draft.focus ?? {}
  const isPick = places.length === 0 && frame.topics.every((t) => pack.regionTopics.has(t.id))
  if (isPick && picks(frame.text, frame.ordinals[0]?.value, draft)) return place?.asks
  const isPlaced = places.length > 0 || before !== undefined || (place !== undefined && leansOn(frame, place, draft))
  if (!isPlaced && !asksForRows(frame) && !HAND_OUT.test(frame.text) && frame.quantities.length === 0) return undefined
  if (places.some((p) => isBlurred(p, draft))) return undefined
  const goesOn = before !== undefined || place !== undefined
  const topics = tellingTopics(frame, weights)
    .filter((t) => t.weight >= NOTICED && isSpoken(t) && !pack.concepts.get(t.id)?.generic)
    .map((t) => t.id)
    // 它里头的容城县又该怎么走: beside a name, an abstract word belongs to what was asked before.
    .filter((id) => !(goesOn && places.length > 0 && pack.concepts.get(id)?.abstract))
  if (!isPlaced) return asksOfRows(frame, topics, draft)
  return asksOfTables(heard, topics, draft) ?? asksOfLevel(heard, topics, draft)
}
const HAND_OUT = /发(?:我|给|一|下|来)|给(?:我|一)|导出|下载|列出|列一|念/u
