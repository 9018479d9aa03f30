// In half-width characters. No column falls below what its short texts need; texts longer than LONG wrap anyway.
const SHORT = 10
const LONG = 44
/** How much of a text should stay on one line: the first of these for which the page has room. */
const UNBROKEN = [LONG, 36, 30, 24, 20, 16, 13, SHORT]
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{3ffff}]/u

type Cells = readonly (readonly string[])[]

/** How wide each column of a table should be, in the unit of `total`; `character` is a half-width one, `padding` a cell's. */
export function columnWidths(
  table: Cells,
  { total, character, padding }: { readonly total: number; readonly character: number; readonly padding: number },
): number[] {
  const needs = needsOf(table)
  const least = (unbroken: number): number[] => needs.map((need) => Math.min(need, unbroken) * character + padding)
  const unbroken = UNBROKEN.find((length) => sum(least(length)) <= total) ?? SHORT
  const widths = least(unbroken)
  const room = total - sum(widths)
  if (room < 0) return widths.map((width) => Math.floor((width * total) / sum(widths)))
  const wishes = needs.map((need) => Math.min(need, LONG) - Math.min(need, unbroken))
  const shares = sum(wishes) > 0 ? wishes : needs
  return widths.map((width, column) => Math.floor(width + (room * (shares[column] ?? 0)) / Math.max(1, sum(shares))))
}

/** Whether each column holds short texts only, which look best unbroken. */
export const shortColumns = (table: Cells): boolean[] => needsOf(table).map((need) => need <= SHORT)

function needsOf(table: Cells): number[] {
  const [head = []] = table
  return head.map((_, column) => longest(table.map((row) => row[column] ?? '')))
}

const longest = (cells: readonly string[]): number =>
  Math.max(...cells.flatMap((cell) => cell.split('\n')).map(widthOf))
const widthOf = (line: string): number => sum([...line.slice(0, LONG)].map((sign) => (WIDE.test(sign) ? 2 : 1)))
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
