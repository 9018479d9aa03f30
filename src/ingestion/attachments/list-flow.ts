import type { Row } from './block.ts'
import { withoutSerial } from './document-words.ts'
import type { ListScope } from './list-scope.ts'
import { readPlaces } from './read-places.ts'

/** A line of a page's column. */
export interface FlowLine {
  readonly text: string
  readonly line: number
}

const LEAST_NAMES = 2

/** The lines of a page that is set in columns, one column after the other; undefined for rows that belong together. In a column of a page provinces and names stand below one another. */
export function columnsOfPage(rows: readonly Row[], scope: ListScope): readonly FlowLine[] | undefined {
  const width = Math.max(0, ...rows.map((r) => r.cells.length))
  const columns = Array.from({ length: width }, (_, at) =>
    rows.flatMap(({ line, cells }) => (cells[at]?.text ? [{ text: cells[at].text, line }] : [])),
  )
  const mixed = columns.filter((lines) => isMixed(lines, scope))
  return mixed.length > 0 && columns.every((lines) => mixed.includes(lines) || isOfNames(lines, scope))
    ? columns.flat()
    : undefined
}

function isMixed(lines: readonly FlowLine[], scope: ListScope): boolean {
  const kinds = lines.map((l) => kindOf(l.text, scope))
  return kinds.includes('province') && kinds.filter((k) => k === 'name').length >= LEAST_NAMES
}

const isOfNames = (lines: readonly FlowLine[], scope: ListScope): boolean =>
  lines.every((l) => kindOf(l.text, scope) !== undefined)

function kindOf(text: string, { regions }: ListScope): 'province' | 'name' | undefined {
  const [place, ...others] = readPlaces(withoutSerial(text), regions) ?? []
  if (!place || others.length > 0) return undefined
  return place.candidates.some((c) => c.region.parent === undefined) ? 'province' : 'name'
}
