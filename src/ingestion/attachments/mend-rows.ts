import type { Block, Cell, Row } from './block.ts'
import { roleOfHead } from './document-words.ts'
import type { Names } from './place-of.ts'
import { readPlaces } from './read-places.ts'

/** Puts together again what the end of a page cut in two: rows (景谷傣族彝族自治 | 县) and tables. */
export function mendRows(blocks: readonly Block[], names: Names): readonly Block[] {
  const mended: Block[] = []
  let before: Row[] | undefined
  for (const block of blocks) {
    if (block.is !== 'table') {
      mended.push(block)
      continue
    }
    const rows = [...block.rows]
    mendRow(before, rows, names)
    if (block.continues && before && mended.at(-1)?.is === 'table') {
      mendGroups(before, rows)
      before.push(...rows)
      continue
    }
    mended.push({ ...block, rows })
    if (rows.length > 0) before = rows
  }
  return mended
}

// The rest of a row comes first on its page, or after the heads.
const HEADS = 4

function mendRow(before: Row[] | undefined, rows: Row[], names: Names): void {
  const upper = before?.at(-1)
  const cut = rows.findIndex((row, at) => at < HEADS && isRest(upper, row, names))
  const rest = rows[cut]
  if (!before || !upper || !rest) return
  before[before.length - 1] = { ...upper, cells: upper.cells.map((c, x) => together(c, rest.cells[x])) }
  rows.splice(cut, 1)
}

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

// A merged cell whose text stands on the next page is blank on this one.
function mendGroups(above: Row[], below: Row[]): void {
  const first = below.findIndex((row) => !isHead(row))
  const [next, after] = [below[first], below[first + 1]]
  for (const [x, one] of (next?.cells ?? []).entries()) {
    const isGroup = one.text !== '' && !one.covered && after?.cells[x]?.covered
    const from = isGroup ? startOfBlankGroup(above, x) : undefined
    if (from === undefined) continue
    for (let y = from; y < above.length; y += 1)
      above[y] = withCell(above[y] as Row, x, { text: one.text, covered: y > from })
    below[first] = withCell(below[first] as Row, x, { text: one.text, covered: true })
  }
}

function startOfBlankGroup(rows: readonly Row[], x: number): number | undefined {
  const from = rows.findLastIndex((row) => row.cells[x]?.covered === false)
  return from < rows.length - 1 && rows[from]?.cells[x]?.text === '' ? from : undefined
}

const withCell = (row: Row, x: number, cell: Cell): Row => ({
  ...row,
  cells: row.cells.map((one, at) => (at === x ? cell : one)),
})
