import type { Pack } from '../../domain/pack.ts'
import { quotedWords } from '../../rules/find-wording.ts'
import { copy } from '../copy.ts'
import { labelsOf } from '../tell-wording.ts'

const GAP = '\u0001'
const FORMS = [copy.written(GAP, ''), copy.notWritten(GAP)].map((s) => s.split(GAP))

/** Whether a sentence claims where certain words stand, or that they stand nowhere. */
export const isOfWording = (sentence: string): boolean =>
  FORMS.some(([before = '', after = '']) => sentence.startsWith(before) && sentence.includes(after.slice(0, -1)))

/** Whether a sentence says truly where certain words stand in the notice, or that they stand nowhere: searched again. */
export function isTrueOfWording(sentence: string, pack: Pack): boolean {
  if (!isOfWording(sentence)) return false
  const [words] = quotedWords(sentence)
  if (words === undefined) return false
  const labels = labelsOf(words, pack)
  return sentence === (labels === '' ? copy.notWritten(words) : copy.written(words, labels))
}
