import type { Piece } from '../../domain/answer.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { ClauseId, FactId, NoticeDate } from '../../domain/notice.ts'
import type { Pack } from '../../domain/pack.ts'
import type { ChecklistItem, Walk } from '../../domain/walkthrough.ts'
import { inChinese } from '../../rules/calendar.ts'
import { standingOf } from '../../rules/deadlines.ts'
import { cite } from '../cite.ts'
import { copy } from '../copy.ts'
import type { Draft } from '../draft.ts'
import { fullName } from '../place/name-region.ts'
import { sayFact } from '../say-facts.ts'
import { walkCopy } from './walk-copy.ts'

/** A sentence of the walk-through: the gate works it out again from the pack and from what is kept. */
export const say = (text: string): Piece => ({
  kind: 'computed',
  text,
  citations: [],
  computation: { rule: 'walk', states: [] },
})

/** Facts of the pack by id, as pieces with their citations. */
export const sayFacts = (ids: readonly FactId[], draft: Draft): readonly Piece[] =>
  ids.flatMap((id) => draft.reader.pack.facts.filter((f) => f.id === id).map((f) => sayFact(f, [f], draft)))

/** A verbatim quote with its citation. */
export const sayQuote = (
  { clause, quote }: { readonly clause: ClauseId; readonly quote: string },
  pack: Pack,
): Piece => ({
  kind: 'quote',
  text: copy.quote(quote),
  citations: [cite(pack, { clause, quote })],
})

/** Where a date of the notice stands today, with the safe reading of an open day. */
export function sayDate(date: NoticeDate, { day }: Pick<Draft, 'day'>): readonly Piece[] {
  const { is, days, safeDay, safeDays } = standingOf(date, day)
  const of = (text: string, rule: string): Piece => ({
    kind: 'computed',
    text,
    citations: [],
    computation: { rule, states: text.match(/\d+/gu) ?? [] },
  })
  if (is === 'past') return [of(copy.time.past(inChinese(day), inChinese(date.date), days, ''), 'days-past')]
  const open =
    safeDays < 0 ? copy.time.openOver(date.phrase) : copy.time.openLeft(date.phrase, inChinese(safeDay), safeDays)
  const now =
    is === 'today' ? copy.time.today(inChinese(day)) : copy.time.ahead(inChinese(day), inChinese(date.date), days)
  return [of(now, 'days-left'), ...(date.openDay ? [of(open, 'safe-day')] : [])]
}

/** Whom and what a walk-through is about: 霍山县，示范县，申报的城市、县. */
export function titleOf(walk: Pick<Walk, 'place' | 'track' | 'part' | 'kind'>, pack: Pack, regions: Gazetteer): string {
  const unsaid = pack.regionRules.length > 0 ? walkCopy.anyPlace : undefined
  const place = walk.place === undefined ? unsaid : fullName(walk.place, regions)
  const track = pack.tracks.find((t) => t.id === walk.track)?.name
  const parts = pack.walkthroughs?.parts ?? []
  const part = walk.kind === 'checklist' ? parts.find((p) => p.id === walk.part)?.name : undefined
  return [place, track, part].filter((t) => t !== undefined).join('，')
}

/** The same of the walk-through that a turn is about. */
export const about = (walk: Walk, { reader, regions }: Draft): string => titleOf(walk, reader.pack, regions)

/** An item by its label and name: 材料2 申报函. */
export const itemTitle = ({ label, name }: Pick<ChecklistItem, 'label' | 'name'>): string => `${label} ${name}`

/** Who does an item, as the pack names them; empty where the notice does not say. */
export const doneBy = (item: ChecklistItem, pack: Pack): string => item.who ?? rolesNamed(item.by, pack)

/** The names of roles, as the pack has them. */
export const rolesNamed = (ids: readonly string[], pack: Pack): string =>
  ids.map((id) => pack.roles.find((r) => r.id === id)?.name ?? id).join('、')
