import { categoryHeading, isDate, isNote, totalIn, withoutBlanks } from './document-words.ts'
import { type ListDraft, UNCLEAR, UNKNOWN } from './list-draft.ts'
import { mayBeName, namesInside, type Place, readPlaces } from './read-places.ts'

/** Reads one paragraph into a draft; says whether it named places, so that a word after it may be meant as one. */
export function readListParagraph(text: string, line: number, draft: ListDraft, isInList: boolean): boolean {
  const total = totalIn(text)
  const places = readPlaces(text, draft.scope.regions)
  const isSentence = places !== undefined && isProse(text, places)
  if (places && !isSentence) {
    draft.sequence(places, line, draft.around(), {})
    if (total !== undefined) draft.state({ line, count: total })
    return true
  }
  const category = categoryHeading(text)
  if (category !== undefined) draft.category = category
  if (total !== undefined) draft.state({ line, count: total })
  else if (category !== undefined) draft.heading = undefined
  else if (mayBeName(text)) draft.doubt(line, text, UNKNOWN)
  else if (!isNote(text) && (isDoubtful(text, draft) || (isInList && isShort(text)))) draft.doubt(line, text, UNCLEAR)
  // 副省级城市, 三、其他: the heading before it reaches no further.
  else if (!isDate(text)) draft.heading = undefined
  return false
}

// A word between names may be one that is mistyped.
const isShort = (text: string): boolean => /^\p{Script=Han}{2,6}$/u.test(withoutBlanks(text))

const lengthOf = (places: readonly Place[]): number => places.reduce((sum, p) => sum + p.name.length, 0)

/** A sentence that names places in passing: most of it is no name. */
export const isProse = (text: string, places: readonly Place[]): boolean => {
  const known = places.filter((p) => p.candidates.length > 0)
  return lengthOf(known) * 2 < lengthOf(places) && places.length > 0 && withoutBlanks(text) !== ''
}

// Names hide in it that could not be told from the words around them: not for long sentences, nor where only provinces are named.
function isDoubtful(text: string, { scope }: ListDraft): boolean {
  const named = namesInside(text, scope.regions).filter((p) => p.candidates.some((c) => scope.isEntry(c.region)))
  return lengthOf(named) > MOST_IN_PASSING * withoutBlanks(text).length
}
const MOST_IN_PASSING = 0.4
