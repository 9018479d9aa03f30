import type { Block, Row } from './block.ts'
import { ListDraft } from './list-draft.ts'
import { columnsOfPage, type FlowLine } from './list-flow.ts'
import { namesPlaces, readListParagraph } from './list-paragraph.ts'
import type { ListScope } from './list-scope.ts'
import { readListTable } from './list-table.ts'
import { mendRows } from './mend-rows.ts'
import { readPlaces } from './read-places.ts'
import type { Reading } from './reading.ts'
import { hiddenPart } from './reasons.ts'

/** Reads a list of places from whatever layout: every text of the file becomes an entry, a heading, a count, a note, or something odd. */
export function readList(blocks: readonly Block[], scope: ListScope): Reading {
  const draft = new ListDraft(scope)
  let lines: FlowLine[] = []
  const readLines = (): void => {
    const inList = lines.map((l) => namesPlaces(l.text, draft))
    for (const [at, { text, line }] of lines.entries()) readListParagraph(text, line, draft, isNear(inList, at))
    lines = []
  }
  for (const block of mendRows(blocks, scope.regions)) {
    if (block.is === 'hidden') {
      if (hasPlaces(block.rows, scope)) draft.remark(hiddenPart(block.what))
      continue
    }
    const { rows, text } = partsOf(block, scope)
    if (rows.length > 0) {
      readLines()
      readListTable(rows, draft, block.is === 'table' && !block.flows)
    }
    lines.push(...text)
  }
  readLines()
  return draft.done()
}

// Up to two texts in a row may be names that nobody knows.
const isNear = (inList: readonly boolean[], at: number): boolean =>
  [at - 2, at - 1, at + 1, at + 2].some((near) => inList[near] === true)

interface Parts {
  readonly rows: readonly Row[]
  readonly text: readonly FlowLine[]
}

function partsOf(block: Exclude<Block, { is: 'hidden' }>, scope: ListScope): Parts {
  if (block.is === 'text') return { rows: [], text: [block] }
  const { rows, flows, tail = 0 } = block
  // A table that lays out a page, or a cover sheet.
  if (!hasPlaces(rows, scope)) return { rows: [], text: rows.map(lineOf) }
  const flow = flows ? columnsOfPage(rows, scope) : undefined
  if (flow) return { rows: [], text: flow }
  return { rows: rows.slice(0, rows.length - tail), text: rows.slice(rows.length - tail).map(lineOf) }
}

const hasPlaces = (rows: readonly Row[], { regions }: ListScope): boolean =>
  rows.some((r) => r.cells.some((c) => readPlaces(c.text, regions) !== undefined))

const lineOf = ({ line, cells }: Row): FlowLine => ({
  line,
  text: cells
    .filter((c) => !c.covered && c.text !== '')
    .map((c) => c.text)
    .join(' '),
})
