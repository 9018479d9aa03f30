import type { RegionCode } from '../../domain/region.ts'
import type { TableSpec } from '../../domain/table.ts'
import type { PlaceName } from '../../rules/find-regions.ts'
import type { Frame } from '../../understanding/frame.ts'
import { copy } from '../copy.ts'
import type { Draft } from '../draft.ts'
import { verdictWords } from '../state-verdict.ts'
import { isYesOrNo } from './place-question.ts'
import { knowsAll, rowsWithin, sourcesOf } from './tell-list.ts'

/** A region, and those in it that alone are said to be on a list (山东是不是就潍坊一个试点城市), or beside which others are asked for (除了无锡). */
export interface OnlyAmong {
  readonly outer: PlaceName
  readonly only: readonly RegionCode[]
}

/** The claim that of a region only the places named beside it are on a list; undefined where none is made. */
export function onlyAmong(
  frame: Frame,
  places: readonly PlaceName[],
  { regions, reader: { pack } }: Draft,
): OnlyAmong | undefined {
  const [outer, ...inner] = places
  const code = outer?.candidates.find((c) => c.region.parent === undefined)?.region.code
  const lists = pack.tables.filter((t) => t.kind === 'list' && t.basis === 'attached')
  const isOfLists = lists.some(
    (t) => frame.stages.includes(t.stage ?? '') || frame.topics.some((topic) => t.topics.includes(topic.id)),
  )
  if (
    !outer ||
    code === undefined ||
    inner.length === 0 ||
    !isOfLists ||
    !(EXCEPT.test(frame.text) || (frame.polar && ONLY.test(frame.text)))
  )
    return undefined
  const only = inner.map((p) => p.candidates.map((c) => c.region.code).filter((c) => regions.isWithin(c, code)))
  const named = only.flatMap((codes) => (codes.length === 1 ? codes : []))
  return named.length === inner.length ? { outer, only: named } : undefined
}
const EXCEPT = /除了?[\u25a0-\u25f9]|[\u25a0-\u25f9](?:以外|之外|外)/u
const ONLY =
  /(?:只|仅|光|单)(?:有|是|剩|数|这|限)?[\u25a0-\u25f9]|就(?:有|是|剩|数|这)?[\u25a0-\u25f9]+[^,.;?!]{0,6}(?:一|两|二|三|四|五|[\d])?[个座家处]/u

/** What the rows known of lists say to a claim about them: that only some places are on them, a number, or that there are any. Undefined where nothing is claimed. */
export function verdictOnRows(
  code: RegionCode | undefined,
  tables: readonly TableSpec[],
  frame: Frame,
  only: readonly RegionCode[] | undefined,
  draft: Draft,
): string | undefined {
  if (!isYesOrNo(frame)) return undefined
  const sources = sourcesOf(draft)
  const rows = tables.flatMap((t) => rowsWithin(code, sources.tables.get(t.id), sources.regions)).map((r) => r.code)
  const isAll = tables.every((t) => knowsAll(code, t, sources))
  const total = isAll ? rows.length : totalOf(code, tables)
  if (only && EXCEPT.test(frame.text)) return onOthers(rows.filter((r) => !only.includes(r)).length, isAll)
  const verdict = only ? onOnly(rows, only, isAll, total) : onNumber(rows.length, total, frame)
  return verdict === 'open'
    ? copy.verdict.undecided.rows
    : verdict && verdictWords(verdict, { ...frame, claim: true }, [])
}

// 除了无锡还有别的吗
const onOthers = (others: number, isAll: boolean): string =>
  others > 0 ? copy.verdict.right.is : isAll ? copy.verdict.wrong.is : copy.verdict.undecided.rows

type RowsVerdict = 'right' | 'wrong' | 'open'

function onOnly(
  rows: readonly RegionCode[],
  only: readonly RegionCode[],
  isAll: boolean,
  total: number | undefined,
): RowsVerdict {
  if (rows.some((r) => !only.includes(r)) || (total !== undefined && total > only.length)) return 'wrong'
  if (!isAll) return 'open'
  return only.every((o) => rows.includes(o)) ? 'right' : 'wrong'
}

// The number of a list, or of a province on it, is known before all its rows are.
function totalOf(code: RegionCode | undefined, tables: readonly TableSpec[]): number | undefined {
  const totals = tables.map((t) =>
    code === undefined ? t.total : t.statedTotals.find((s) => s.province === code)?.total,
  )
  return totals.every((t) => t !== undefined) ? totals.reduce((sum, t) => sum + t, 0) : undefined
}

function onNumber(known: number, total: number | undefined, frame: Frame): RowsVerdict | undefined {
  const isNone = NONE.test(frame.text)
  const [claimed, ...others] = frame.quantities
  if (claimed && others.length === 0) {
    if (total !== undefined) return claimed.value === total ? 'right' : 'wrong'
    return known > claimed.value ? 'wrong' : 'open'
  }
  if (!isNone && !ANY.test(frame.text)) return undefined
  if (known > 0 || (total ?? 0) > 0) return isNone ? 'wrong' : 'right'
  return total === undefined ? 'open' : isNone ? 'right' : 'wrong'
}
const NONE = /(?<!有)没有?(?:一个)?(?:试|示|城|县|上|进|入|列|任何|一)|(?:一个|一家|谁)[也都]没/u
const ANY = /有(?!没有?(?:几|多少))/u
