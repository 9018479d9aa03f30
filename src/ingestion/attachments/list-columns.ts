import type { Row } from './block.ts'
import { type ColumnRole, countIn, isSerial, roleOfHead } from './document-words.ts'
import { isHeading, type ListScope } from './list-scope.ts'
import { type Place, readPlaces } from './read-places.ts'

const MOST = 0.6

/** What each column of a table holds: as its cells show, and where they do not, as its head says. */
export function columnRoles(rows: readonly Row[], scope: ListScope): readonly (ColumnRole | undefined)[] {
  const width = Math.max(0, ...rows.map((r) => r.cells.length))
  return Array.from({ length: width }, (_, at) =>
    roleOf(
      rows.map((r) => r.cells[at]?.text ?? ''),
      scope,
    ),
  )
}

function roleOf(texts: readonly string[], scope: ListScope): ColumnRole | undefined {
  const head = texts.map(roleOfHead).find((r) => r !== undefined)
  if (head === 'ignored' || head === 'category' || head === 'code' || head === 'count') return head
  const filled = texts.filter((t) => t !== '' && roleOfHead(t) === undefined)
  const places = filled.map((t) => readPlaces(t, scope.regions)).filter((p) => p !== undefined)
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
