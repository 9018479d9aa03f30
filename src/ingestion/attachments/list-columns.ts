import type { Row } from './block.ts'
import { type ColumnRole, countIn, isSerial, roleOfHead } from './document-words.ts'
import { isHeading, type ListScope } from './list-scope.ts'
import { readOffice } from './names-inside.ts'
import type { Place } from './place-of.ts'
import { mayBeName, readPlaces } from './read-places.ts'

const MOST = 0.6

/** What each column of a table holds: as its cells show, and where they do not, as its head says. */
export function columnRoles(rows: readonly Row[], scope: ListScope): readonly (ColumnRole | undefined)[] {
  const own = rows.filter(isParted)
  const width = Math.max(0, ...rows.map((r) => r.cells.length))
  const columns = Array.from({ length: width }, (_, at) => own.map((r) => r.cells[at]?.text ?? ''))
  const heads = own.filter((r) => width < 2 || r.cells.filter((c) => c.text !== '').length > 1)
  const roles = columns.map((texts, at) =>
    roleOf(
      texts,
      heads.map((r) => roleOfHead(r.cells[at]?.text ?? '')).find((r) => r !== undefined),
      scope,
    ),
  )
  if (!roles.includes('name')) return roles
  return roles.map((role, at) => role ?? roleBeside(columns[at] ?? [], scope))
}

// A title or note that goes across the whole table says nothing of a column.
const isParted = ({ cells }: Row): boolean =>
  cells.length < 2 ||
  new Set(cells.filter((c) => c.text !== '').map((c) => c.text)).size > 1 ||
  !cells.some((c) => c.covered)

function roleOf(texts: readonly string[], head: ColumnRole | undefined, scope: ListScope): ColumnRole | undefined {
  if (head === 'ignored' || head === 'category' || head === 'code' || head === 'count') return head
  const filled = texts.filter((t) => t !== '' && roleOfHead(t) === undefined)
  const places = filled.map((t) => readPlaces(t, scope.regions)).filter((p) => p !== undefined)
  const offices = filled.filter((t) => readOffice(t, scope.regions))
  if (offices.length > places.length) return 'province'
  if (places.length === 0) return numbers(filled, head)
  const share = (test: (place: Place) => boolean): number =>
    places.filter((list) => list.length === 1 && list.every(test)).length / places.length
  if (share((p) => p.candidates.some((c) => c.region.parent === undefined)) >= MOST) return 'province'
  if (share((p) => isHeading(p, scope)) >= MOST) return 'prefecture'
  return 'name'
}

function numbers(filled: readonly string[], head: ColumnRole | undefined): ColumnRole | undefined {
  if (filled.length > 0 && filled.every((t) => isSerial(t) || countIn(t) !== undefined)) return head ?? 'serial'
  return head === 'name' || head === 'province' || head === 'prefecture' ? undefined : head
}

// Words beside the names, under a head of their own: categories, or something that is not asked for.
function roleBeside(texts: readonly string[], { regions }: ListScope): ColumnRole | undefined {
  const [, ...cells] = texts.filter((t) => t !== '')
  if (cells.length < LEAST_CELLS || texts.some((t) => roleOfHead(t) === 'name' || readPlaces(t, regions)))
    return undefined
  if (cells.every((t) => /类$/u.test(t))) return 'category'
  return cells.some(mayBeName) ? undefined : 'ignored'
}
const LEAST_CELLS = 3
