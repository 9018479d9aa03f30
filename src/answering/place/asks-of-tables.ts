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
  if (names('quota') || asksHowMany(frame, places, pack)) return 'quota'
  if (names('list')) return 'list'
  if (asksStage(frame, topics, pack) || asksListed(frame, pack)) return 'list'
  // 附件1有多少个，都有谁: the same table.
  return before && before.asks !== 'level' && topics.length === 0 && asksForRows(frame) ? before.asks : undefined
}

// 给四川分了多少, 推4个会不会超名额: a number of places that a province has or wants.
function asksHowMany(frame: Frame, places: readonly PlaceName[], pack: Pack): boolean {
  const isProvince = places.length > 0 && places.every((p) => p.candidates.some((c) => c.region.parent === undefined))
  if (!isProvince || !(frame.aspects.includes('how-many') || frame.quantities.length > 0)) return false
  const words = pack.tables
    .filter((t) => t.kind === 'quota')
    .flatMap((t) => t.topics.flatMap((id) => pack.concepts.get(id)?.words ?? []))
  return HANDED_OUT.test(frame.text) || words.some((w) => w.length === PAIR && frame.text.includes(w))
}
const PAIR = 2
const HANDED_OUT =
  /(?:分|给|批|拨|摊|派|配|划|下达|安排)(?:了|到|给|得|过|下|出)*[^,.;?!]{0,4}(?:几|多少|[\d一两二三四五六七八九十]+)(?:个|家|席|$)|(?:能|可以?|准|让|许|最多|顶多|至多|打算|想|要)(?:推|报|选|送|上)[^,.;?!]{0,2}(?:几|多少|[\d一两二三四五六七八九十]+)(?:个|家|席|座)|(?:推荐|上报|申报|推|报|送|选|上)(?:[\d两二三四五六七八九十]+)[个家座](?:示范|试点|城市|县|市|区)/u

// 有没有被列进试点县, 上没上试点: being on the list, in other words.
function asksListed({ polar, marks, stages, text, quantities }: Frame, pack: Pack): boolean {
  const lists = pack.tables.filter((t) => t.kind === 'list' && t.basis === 'attached')
  const listed = lists.map((t) => t.stage)
  if (polar && quantities.some((q) => lists.some((t) => t.total === q.value)) && WITHIN.test(text)) return true
  return polar && !marks.has('asks-can') && stages.length === 1 && listed.includes(stages[0]) && LISTED.test(text)
}
const WITHIN = /在[^,.;?!]{0,8}[里中内之]|其中|之一/u
const LISTED =
  /(?:[列纳选收编圈录评批拿摘获戴][没有不]?[进入上成为到取定准得]|入[了没选围]|[进上](?:没[进上]|了|过)?(?=试|没|[^,]{0,4}试)|确定为|认定为|在列|挂牌|身份)/u

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
  told: readonly string[],
  { tables, reader: { pack } }: Draft,
): 'list' | 'quota' | undefined {
  if (countsListed(frame, pack)) return 'list'
  // 附件1一共72个, 每个省固定给2个: only a number is claimed.
  const [number, ...others] = frame.polar ? frame.quantities : []
  if (frame.polar && (!number || others.length > 0 || !NUMBERED.test(frame.text))) return undefined
  // 整张名单原样发给我: what an attachment that is not loaded would say is told where it is.
  const unloaded = new Set(pack.silences.filter((s) => s.outcome === 'no_data').flatMap((s) => s.topics))
  const topics = told.filter((id) => !unloaded.has(id) || pack.tables.some((t) => t.topics.includes(id)))
  // What being on a list is good for is no question for its rows.
  const ofUse = new Set(pack.tables.flatMap((t) => pack.facts.find((f) => f.id === t.fact)?.topics ?? []))
  const named = pack.tables.filter((t) => t.topics.some((id) => topics.includes(id) && !ofUse.has(id)))
  if (named.some((t) => t.kind === 'quota' && (tables.has(t.id) || number))) return 'quota'
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
const NUMBERED =
  /(?:[一总]?共|总数|固定|都|各|每[个省]|统一|平均|有|给|分|配)[^,.;?!]{0,6}(?:[\d一两二三四五六七八九十百]+)(?:个|家|座|席)?/u
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
