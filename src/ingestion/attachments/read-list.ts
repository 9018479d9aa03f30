import type { Block } from './block.ts'
import { isDate, isNote, totalIn, withoutBlanks } from './document-words.ts'
import { ListDraft, UNCLEAR, UNKNOWN } from './list-draft.ts'
import type { ListScope } from './list-scope.ts'
import { readListTable } from './list-table.ts'
import { mendRows } from './mend-rows.ts'
import { mayBeName, type Place, readPlaces } from './read-places.ts'
import type { Reading } from './reading.ts'

/** Reads a list of places from whatever layout: every text of the file becomes an entry, a heading, a count, a note, or something odd. */
export function readList(blocks: readonly Block[], scope: ListScope): Reading {
  const draft = new ListDraft(scope)
  let isInList = false
  for (const block of mendRows(blocks, scope.regions))
    if (block.is === 'text') isInList = readParagraph(block.text, block.line, draft, isInList)
    else readListTable(block.rows, draft)
  return draft.done()
}

/** Reads one paragraph; says whether it named places, so that a word after it may be meant as one. */
function readParagraph(text: string, line: number, draft: ListDraft, isInList: boolean): boolean {
  const total = totalIn(text)
  const places = readPlaces(text, draft.scope.regions)
  const isProse = places !== undefined && isMostlyWords(places)
  if (places && !isProse) {
    draft.sequence(places, line, draft.around(), {})
    if (total !== undefined) draft.state({ line, count: total })
    return true
  }
  if (total !== undefined) draft.state({ line, count: total })
  else if (mayBeName(text)) draft.doubt(line, text, UNKNOWN)
  else if (!isNote(text) && (isProse || (isInList && isShort(text)))) draft.doubt(line, text, UNCLEAR)
  // 副省级城市, 三、其他: the heading before it reaches no further.
  else if (!isDate(text)) draft.heading = undefined
  return false
}

// A word between names may be one that is mistyped.
const isShort = (text: string): boolean => /^\p{Script=Han}{2,6}$/u.test(withoutBlanks(text))

// A sentence that names a place in passing is no list of places.
const isMostlyWords = (places: readonly Place[]): boolean =>
  places.filter((p) => p.candidates.length === 0).reduce((sum, p) => sum + p.name.length, 0) >
  places.filter((p) => p.candidates.length > 0).reduce((sum, p) => sum + p.name.length, 0)
