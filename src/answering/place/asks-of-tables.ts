import type { PlaceAsk } from '../../domain/conversation.ts'
import type { Pack } from '../../domain/pack.ts'
import type { PlaceName } from '../../rules/find-regions.ts'
import type { Frame } from '../../understanding/frame.ts'
import type { Draft } from '../draft.ts'
import type { Heard } from './heard.ts'
import { asksForRows } from './place-question.ts'

/** Whether a question asks of its places what stands in a list or a quota table; `level` where it asks of a stage that no list decides. */
export function asksOfTables(
  { frame, places, before }: Heard,
  topics: readonly string[],
  { reader: { pack } }: Draft,
): PlaceAsk | undefined {
  const names = (kind: 'list' | 'quota'): boolean =>
    pack.tables.some((t) => t.kind === kind && t.topics.some((id) => topics.includes(id)))
  if (asksOtherStage(frame, topics, places, pack)) return 'level'
  if (countsListed(frame, pack)) return 'list'
  if (names('quota')) return 'quota'
  if (names('list')) return 'list'
  if (asksStage(frame, topics, pack)) return 'list'
  // 附件1有多少个，都有谁: the same table.
  return before && before.asks !== 'level' && topics.length === 0 && asksForRows(frame) ? before.asks : undefined
}

// 昌平区能申报试点城市吗: whether a place may apply for another stage than the default one.
function asksOtherStage(frame: Frame, topics: readonly string[], places: readonly PlaceName[], pack: Pack): boolean {
  const rule = pack.stageRules.find((r) => frame.stages.length === 1 && frame.stages.includes(r.stage))
  const fact = pack.facts.find((f) => f.id === rule?.fact)
  if (!fact || places.length === 0 || !frame.polar || !frame.marks.has('asks-can')) return false
  return topics.every((id) => pack.regionTopics.has(id) || pack.applyTopics.has(id) || fact.also.includes(id))
}

// 附件1都有谁, 全国名额一共几个.
/** Whether a question that names no place asks for the rows of a list or of a quota table and nothing else. */
export function asksOfRows(
  frame: Frame,
  topics: readonly string[],
  { tables, reader: { pack } }: Draft,
): 'list' | 'quota' | undefined {
  if (frame.polar) return undefined
  // What being on a list is good for is no question for its rows.
  const ofUse = new Set(pack.tables.flatMap((t) => pack.facts.find((f) => f.id === t.fact)?.topics ?? []))
  const named = pack.tables.filter((t) => t.topics.some((id) => topics.includes(id) && !ofUse.has(id)))
  if (named.some((t) => t.kind === 'quota' && tables.has(t.id))) return 'quota'
  const isOfLists = topics.every((id) => named.some((t) => t.kind === 'list' && t.topics.includes(id)))
  const loaded = pack.tables.filter((t) => t.kind === 'list' && tables.has(t.id))
  const ofStage = loaded.filter((t) => frame.stages.includes(t.stage ?? '') && frame.stages.length === 1)
  if (!isOfLists || !(topics.length > 0 || ofStage.length > 0)) return undefined
  const isAttached = (frame.stages.length === 0 ? named : ofStage).some((t) => t.basis === 'attached')
  return isAttached || (ofStage.length > 0 && ALREADY.test(frame.text)) ? 'list' : undefined
}
// 有几个试点县能报示范县: the places that are on a list, whatever is to be done with them.
function countsListed({ text, stages }: Frame, pack: Pack): boolean {
  const listed = pack.tables.filter((t) => t.kind === 'list' && t.basis === 'attached').map((t) => t.stage)
  const words = pack.stages.filter((s) => listed.includes(s.id) && stages.includes(s.id)).flatMap((s) => s.words)
  return words.some((w) => COUNT.test(text.slice(0, Math.max(0, text.indexOf(w)))))
}
const COUNT = /(?:有|一共|总共)(?:几|多少|哪)(?:个|些|几个)?(?:是)?$/u
const ALREADY = /已经|已有|现有|现在是|目前是|之前|以前/u

// 义乌是不是试点县, 哪些是试点: being on a list asked for by the stage that the list gives.
function asksStage(frame: Frame, topics: readonly string[], pack: Pack): boolean {
  const lists = pack.tables.filter((t) => t.kind === 'list')
  const [stage] = frame.stages
  const asksRows = asksForRows(frame)
  // 有几个试点县能报示范县: rows are asked of the list, whatever is to be done with them.
  if (asksRows && lists.some((t) => t.basis === 'attached' && frame.stages.includes(t.stage ?? ''))) return true
  if (frame.stages.length !== 1 || frame.marks.has('asks-can') || !topics.every((id) => pack.regionTopics.has(id)))
    return false
  if (lists.some((t) => t.basis === 'attached' && t.stage === stage)) return frame.polar || asksRows
  return lists.some((t) => t.stage === stage) && (asksRows || saysIs(frame, pack))
}

// 昆山是示范县吗 asks for what it is; 昆山走示范县吗 for where it belongs.
function saysIs({ polar, marks, stages, text }: Frame, pack: Pack): boolean {
  const words = pack.stages.find((s) => s.id === stages[0])?.words ?? []
  const at = words.map((w) => text.indexOf(w)).filter((i) => i > 0)
  return polar && !marks.has('choice') && at.some((i) => IS.test(text.slice(0, i)))
}
const IS = /(?:是|成为|成了|评上|入选)(?:(?![报申走按归对属算])\p{Script=Han}){0,14}$/u
