import type { Block, Row } from './block.ts'
import { ListDraft } from './list-draft.ts'
import { columnsOfPage } from './list-flow.ts'
import { readListParagraph } from './list-paragraph.ts'
import type { ListScope } from './list-scope.ts'
import { readListTable } from './list-table.ts'
import { mendRows } from './mend-rows.ts'
import { readPlaces } from './read-places.ts'
import type { Reading } from './reading.ts'

/** Reads a list of places from whatever layout: every text of the file becomes an entry, a heading, a count, a note, or something odd. */
export function readList(blocks: readonly Block[], scope: ListScope): Reading {
  const draft = new ListDraft(scope)
  let isInList = false
  const paragraph = (text: string, line: number): void => {
    isInList = readListParagraph(text, line, draft, isInList)
  }
  for (const block of mendRows(blocks, scope.regions)) {
    if (block.is === 'text') paragraph(block.text, block.line)
    else if (block.is === 'hidden') remarkHidden(block, draft)
    else if (!hasPlaces(block.rows, scope)) for (const row of block.rows) paragraph(textOf(row), row.line)
    else if (block.flows) readLines(block)
    else readListTable(block.rows, draft)
  }
  return draft.done()

  function readLines({ rows, tail = 0 }: Extract<Block, { is: 'table' }>): void {
    const flow = columnsOfPage(rows, scope)
    if (flow) for (const { text, line } of flow) paragraph(text, line)
    else readListTable(rows.slice(0, rows.length - tail), draft)
    if (!flow && tail > 0) for (const row of rows.slice(-tail)) paragraph(textOf(row), row.line)
  }
}

// A table that lays out a page, or a cover sheet: its rows are read as lines.
const hasPlaces = (rows: readonly Row[], { regions }: ListScope): boolean =>
  rows.some((r) => r.cells.some((c) => readPlaces(c.text, regions) !== undefined))

const textOf = ({ cells }: Row): string =>
  cells
    .filter((c) => !c.covered && c.text !== '')
    .map((c) => c.text)
    .join(' ')

function remarkHidden({ what, rows }: Extract<Block, { is: 'hidden' }>, draft: ListDraft): void {
  if (hasPlaces(rows, draft.scope)) draft.remark(`${what}是隐藏的，里面有地名，没有读入`)
}
