import type { Region } from '../../domain/region.ts'
import type { Row } from './block.ts'
import { type ColumnRole, categoryHeading, isNote, withoutBlanks } from './document-words.ts'
import { columnRoles } from './list-columns.ts'
import type { Context, ListDraft } from './list-draft.ts'
import { readListParagraph } from './list-paragraph.ts'
import { headingOf, isHeading } from './list-scope.ts'
import { readPlaces } from './read-places.ts'
import { HIDDEN_ROW } from './reasons.ts'
import { numbersOf, type Seen, seeCell } from './see-cell.ts'
import { SerialWatch } from './serial-watch.ts'

/** Reads a table of places into a draft, row by row. */
export function readListTable(rows: readonly Row[], draft: ListDraft, isDrawn = true): void {
  const roles = columnRoles(rows, draft.scope)
  const columns: ColumnState = { roles, order: orderOf(roles), last: new Map(), above: new Map(), isDrawn }
  const serials = new SerialWatch(columns.roles, draft)
  for (const row of rows) {
    if (row.isHidden) {
      doubtHidden(row, draft)
      continue
    }
    const own = row.cells.map((one, at): Seen => seeCell(one, columns.roles[at], draft.scope.regions))
    serials.expect(row, own)
    const before = draft.size
    if (!serials.isNameless(own)) readRow(row.line, own, columns, draft)
    serials.settle(draft.size > before)
  }
}

interface ColumnState {
  readonly roles: readonly (ColumnRole | undefined)[]
  /** The columns in the order in which they are read: what heads the names comes before them. */
  readonly order: readonly number[]
  /** The division last named in a column, for the blank cells below it. */
  readonly last: Map<number, Region>
  /** The division that heads a column. */
  readonly above: Map<number, Region>
  /** It has borders; without them a name of a province may stand in the middle of its rows. */
  readonly isDrawn: boolean
}

// 鼓楼区 | 福州市 | 福建省: from the right.
function orderOf(roles: readonly (ColumnRole | undefined)[]): readonly number[] {
  const heading = roles.findIndex((r) => r === 'province' || r === 'prefecture')
  const order = [...roles.keys()]
  return heading > roles.indexOf('name') && roles.includes('name') ? order.reverse() : order
}

// A filter may hide it, or somebody who took it off the list.
function doubtHidden({ line, cells }: Row, draft: ListDraft): void {
  for (const { text, covered } of cells) {
    const places = covered ? undefined : readPlaces(text, draft.scope.regions)
    if (places && !places.every((p) => isHeading(p, draft.scope))) draft.doubt(line, text, HIDDEN_ROW)
  }
}

function readRow(line: number, own: readonly Seen[], columns: ColumnState, draft: ListDraft): void {
  const { scope } = draft
  if (own.every((s) => s.is === 'blank' || s.is === 'head' || s.is === 'serial')) return
  if (isTotalRow(own, line, draft) || isLine(own, line, draft)) return
  const headings = own.filter((s) => s.is === 'places' && s.places.every((p) => isHeading(p, scope)))
  const names = own.filter((s) => s.is === 'places' && !headings.includes(s))
  const isPlain = !own.some((s, at) => s.is === 'words' && !s.isCovered && columns.roles[at] !== 'category')
  if (names.length === 0 && headings.length > 0 && isPlain && isHeadingRow(own, columns, line, draft)) return
  readEntries(own, columns, line, draft)
}

// A title, a note or a heading of a section across the table.
function isLine(own: readonly Seen[], line: number, draft: ListDraft): boolean {
  const [only, ...others] = own.filter(
    (s) => s.is !== 'blank' && s.is !== 'serial' && !(s.is === 'words' && s.isCovered),
  )
  if (only?.is !== 'words' || others.length > 0) return false
  if (categoryHeading(only.text) === undefined && !/[，。；：]/u.test(only.text)) return false
  readListParagraph(only.text, line, draft, false)
  return true
}

// 合计 | 72, wherever the number stands.
function isTotalRow(own: readonly Seen[], line: number, draft: ListDraft): boolean {
  const at = own.findIndex((s) => s.is === 'total')
  const found = own[at]
  if (found?.is !== 'total') return false
  const count = found.count ?? numbersOf(own).at(-1)
  if (count !== undefined) draft.state({ line, count, ...(found.isPart && { of: draft.heading?.code }) })
  return true
}

// 浙江省（5个）, across the table or at its left: what follows belongs to it. Several side by side head their columns.
function isHeadingRow(
  own: readonly Seen[],
  { roles, above, last }: ColumnState,
  line: number,
  draft: ListDraft,
): boolean {
  const found = own.flatMap((s, at) => (s.is === 'places' ? s.places.map((place) => ({ place, at })) : []))
  const regions = found.map(({ place, at }) => ({ at, place, region: headingOf(place, draft.scope) }))
  const different = new Set(regions.map((r) => r.region?.code))
  if (different.size > 1 && found.length > 1 && !roles.includes('province')) {
    for (const { at, region } of regions) if (region) above.set(at, region)
    return true
  }
  const [one] = regions
  if (!one?.region || different.size > 1) return false
  draft.head(one.region, one.place, line)
  last.set(one.at, one.region)
  const [count] = numbersOf(own)
  if (roles.includes('count') && count !== undefined) draft.state({ line, count, of: one.region.code })
  return true
}

function readEntries(own: readonly Seen[], columns: ColumnState, line: number, draft: ListDraft): void {
  const { roles, order, last, above } = columns
  const category = own.find((s, at) => s.is === 'words' && roles[at] === 'category')
  const code = own.find((s) => s.is === 'code')
  let context = draft.around()
  for (const at of order) {
    const [seen, role] = [own[at], roles[at]]
    if (!seen) continue
    if (role === 'province' || role === 'prefecture') {
      context = contextFrom(seen, at, context, columns, line, draft)
      continue
    }
    if (seen.is === 'number' && role === 'count') {
      const of = context.firm[0]
      if (of !== undefined && !seen.isCovered) draft.state({ line, count: seen.number, of })
    }
    if (seen.is === 'places' && !seen.isCovered) {
      const column = above.get(at)
      const inColumn = column ? { firm: [...context.firm, column.code] } : context
      draft.sequence(seen.places, line, inColumn, {
        ...(category?.is === 'words' && { category: withoutBlanks(category.text) }),
        ...(code?.is === 'code' && { code: code.code }),
      })
    }
    if (seen.is === 'words' && role !== 'category' && !seen.isCovered) draft.words(seen.text, line, role === 'name')
  }
  if (roles.every((r) => r !== 'province')) last.clear()
}

function contextFrom(
  seen: Seen,
  at: number,
  before: Context,
  { last, roles, isDrawn }: ColumnState,
  line: number,
  draft: ListDraft,
): Context {
  const outer = roles[at] === 'province' ? { firm: [] } : before
  if (seen.is === 'places') {
    const [place] = seen.places
    const region = place && headingOf(place, draft.scope, outer.firm)
    if (region) {
      last.set(at, region)
      if (!seen.isCovered) draft.head(region, place, line)
      return { firm: [...outer.firm, region.code] }
    }
    // A column of headings may hold an entry of its own: 副省级城市 set apart.
    draft.sequence(seen.places, line, draft.around(), {})
    return { firm: [] }
  }
  if (seen.is === 'words' && !seen.isCovered) {
    last.delete(at)
    draft.heading = undefined
    if (!isNote(seen.text)) draft.words(seen.text, line, false)
    return { firm: outer.firm }
  }
  if (seen.is === 'words') return { firm: outer.firm }
  if (!isDrawn && roles[at] === 'province') return { firm: outer.firm }
  const carried = last.get(at)
  return carried ? { firm: outer.firm, loose: carried.code } : { ...outer, loose: outer.loose ?? before.loose }
}
