import {
  categoryHeading,
  isDate,
  isNote,
  isSectionHeading,
  totalIn,
  withoutBlanks,
  withoutSerial,
} from './document-words.ts'
import type { ListDraft } from './list-draft.ts'
import { namesInside } from './names-inside.ts'
import type { Place } from './place-of.ts'
import { mayBeName, readPlaces } from './read-places.ts'
import { UNCLEAR, UNKNOWN } from './reasons.ts'

/** Reads one paragraph into a draft. `isInList`: the one before or after it names places, so that any short text may be meant as one. */
export function readListParagraph(text: string, line: number, draft: ListDraft, isInList: boolean): void {
  const total = totalIn(text)
  if (total !== undefined) draft.state({ line, count: total })
  if (namesPlaces(text, draft)) {
    draft.sequence(readPlaces(text, draft.scope.regions) ?? [], line, draft.around(), {})
    return
  }
  const category = categoryHeading(text)
  if (category !== undefined) draft.category = category
  if (total !== undefined) return
  if (category !== undefined || isDate(text)) draft.heading = category === undefined ? draft.heading : undefined
  else if (mayBeName(text)) draft.doubt(line, text, UNKNOWN)
  else if (isDoubtful(text, draft, isInList)) draft.doubt(line, text, UNCLEAR)
  // 副省级城市, 三、其他: the heading before it reaches no further.
  else draft.heading = undefined
}

/** Whether a paragraph is one or several names of places, and no sentence that names some in passing. */
export function namesPlaces(text: string, { scope }: ListDraft): boolean {
  const places = readPlaces(text, scope.regions)
  return places !== undefined && !isProse(text, places)
}

const lengthOf = (places: readonly Place[]): number => places.reduce((sum, p) => sum + p.name.length, 0)

/** A sentence that names places in passing: most of it is no name. What follows the name of a province and a colon is a list. */
export const isProse = (text: string, places: readonly Place[]): boolean => {
  if (places.some((p) => p.leads && p.candidates.length > 0)) return false
  const own = places.filter((p) => !p.leads)
  const known = own.filter((p) => p.candidates.length > 0)
  return lengthOf(known) * 2 < lengthOf(own) && withoutBlanks(text) !== ''
}

// Text that is neither name nor note, and in which one may hide.
function isDoubtful(text: string, { scope }: ListDraft, isInList: boolean): boolean {
  if (isNote(text)) return false
  const plain = withoutBlanks(text)
  const found = namesInside(text, scope.regions)
  const named = found.filter((p) => p.candidates.some((c) => scope.isEntry(c.region)))
  const isSentence = /[，。]/u.test(text)
  if (lengthOf(named) > (isSentence ? MOST_IN_PASSING : 0) * plain.length) return true
  const own = withoutBlanks(withoutSerial(text))
  // 云南省玉溪x, 苏尼特左x（内蒙古）
  if (found.length > 0 && !isSentence && own.length <= LONGEST_WITH_PROVINCE && !isOffice(own, found)) return true
  return isInList && own.length <= LONGEST_NAME && /\p{Script=Han}/u.test(own) && !isSectionHeading(text)
}
const MOST_IN_PASSING = 0.4
const LONGEST_WITH_PROVINCE = 24
const LONGEST_NAME = 10

const isOffice = (text: string, found: readonly Place[]): boolean =>
  /(?:局|厅|委|委员会|办公室|中心|政府|协会|网|站)$/u.test(text) && found.length === 1
