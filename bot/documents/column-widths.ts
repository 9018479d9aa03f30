// Half-width characters: a column never falls below what its short cells need, nor grows for texts that wrap anyway.
const SHORT = 10
const LONG = 44
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{3ffff}]/u

/** How wide each column of a table should be, in the unit of `total`; `character` is a half-width one, `padding` a cell's. */
export function columnWidths(
  table: readonly (readonly string[])[],
  { total, character, padding }: { readonly total: number; readonly character: number; readonly padding: number },
): number[] {
  const needs = needsOf(table)
  const least = needs.map((need) => Math.min(need, SHORT) * character + padding)
  const wishes = needs.map((need) => Math.min(need, LONG) - Math.min(need, SHORT))
  const room = total - sum(least)
  if (room < 0) return least.map((width) => Math.floor((width * total) / sum(least)))
  const wished = sum(wishes)
  return least.map((width, index) =>
    Math.floor(width + (wished > 0 ? (room * (wishes[index] ?? 0)) / wished : room / least.length)),
  )
}

/** Whether each column holds short texts only, which look best unbroken. */
export const shortColumns = (table: readonly (readonly string[])[]): boolean[] =>
  needsOf(table).map((need) => need <= SHORT)

function needsOf(table: readonly (readonly string[])[]): number[] {
  const [head = []] = table
  return head.map((_, column) => longest(table.map((row) => row[column] ?? '')))
}

function longest(cells: readonly string[]): number {
  return Math.max(...cells.flatMap((cell) => cell.split('\n')).map(widthOf))
}

const widthOf = (line: string): number => sum([...line.slice(0, LONG)].map((sign) => (WIDE.test(sign) ? 2 : 1)))
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
