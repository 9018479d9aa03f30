import type { RegionNames } from '../../domain/region.ts'
import type { Block, Cell, Row } from './block.ts'
import { roleOfHead } from './document-words.ts'
import { readPlaces } from './read-places.ts'

type Names = Pick<RegionNames, 'candidatesFor'>

/** Puts rows together again that the end of a page cut in two: 景谷傣族彝族自治 | 县. */
export function mendRows(blocks: readonly Block[], names: Names): readonly Block[] {
  const mended: Block[] = []
  let before: { rows: Row[]; at: number } | undefined
  for (const block of blocks) {
    if (block.is === 'text') {
      mended.push(block)
      continue
    }
    const rows = [...block.rows]
    const cut = rows.findIndex((row, at) => at < HEADS && isRest(last(before), row, names))
    const rest = rows[cut]
    const upper = last(before)
    if (before && rest && upper) {
      before.rows[before.at] = { ...upper, cells: upper.cells.map((c, x) => together(c, rest.cells[x])) }
      rows.splice(cut, 1)
    }
    mended.push({ is: 'table', rows })
    if (rows.length > 0) before = { rows, at: rows.length - 1 }
  }
  return mended
}

// The rest of a row comes first on its page, or after the heads.
const HEADS = 4

const last = (before: { rows: Row[]; at: number } | undefined): Row | undefined => before?.rows[before.at]

// Fewer names are unknown when the halves are put together.
function isRest(upper: Row | undefined, row: Row, names: Names): boolean {
  if (!upper || upper.cells.length !== row.cells.length || isHead(row)) return false
  return upper.cells.some((cell, x) => {
    const below = row.cells[x]
    if (!below || below.covered || cell.text === '' || below.text === '') return false
    const apart = unknown(cell.text, names) + unknown(below.text, names)
    return unknown(cell.text + below.text, names) < apart && readPlaces(cell.text + below.text, names) !== undefined
  })
}

// 县 alone may also be the end of a name.
const isHead = (row: Row): boolean => row.cells.filter((cell) => roleOfHead(cell.text) !== undefined).length > 1

const unknown = (text: string, names: Names): number => {
  const places = readPlaces(text, names)
  return places ? places.filter((p) => p.candidates.length === 0).length : 1
}

const together = (upper: Cell, below: Cell | undefined): Cell => ({ ...upper, text: upper.text + (below?.text ?? '') })
