import { copy } from '../copy.ts'
import { GAP, gapPattern } from './gaps.ts'
import { sentencesOf } from './sentences.ts'

/** A copy sentence with gaps: what stands in a gap must be verified for itself. */
export interface Template {
  readonly pattern: RegExp
}

/** Copy as the gate needs it: sentences that stand for themselves, words that run on into a sentence, and sentences with gaps. */
export interface CopySentences {
  readonly fixed: readonly string[]
  readonly openings: readonly string[]
  readonly templates: readonly Template[]
}

/** Values that fill the gaps of a copy sentence together, by the key it has in `copy`. */
export type Fills = Readonly<Record<string, readonly (readonly string[])[]>>

// Built from the answer's own citations, or taken off before the look-up.
const NOT_SENTENCES = new Set(['quote', 'basis', 'track', 'part'])
// Computed again from the calendar or from the text: a template would let a wrong sum pass.
const COMPUTED = new Set([
  'written',
  'notWritten',
  'ahead',
  'today',
  'past',
  'years',
  'open',
  'openLeft',
  'openOver',
  'dayInTime',
  'dayLate',
  'dayOpen',
  'weekday',
  'between',
])

/** Reads all copy: functions with known fills become sentences, other functions templates. */
export function copySentences(fills: Fills): CopySentences {
  const texts = entriesOf('', copy).flatMap(([key, value]) => textsOf(value, fills[key]))
  const sentences = texts.flatMap((text) => (text.includes(GAP) ? sentencesOf(text) : [text]))
  const whole = sentences.filter((s) => !s.includes(GAP))
  return {
    fixed: whole.filter((s) => !isOpening(s)),
    openings: [...new Set(whole.filter(isOpening))],
    // A sentence that is nothing but a gap would match anything.
    templates: sentences.filter((s) => s.includes(GAP) && s.replaceAll(GAP, '').length > 2).map(templateOf),
  }
}

type Maker = (...slots: readonly string[]) => string

const isOpening = (text: string): boolean => /[，,：:]$/u.test(text)

function entriesOf(key: string, value: unknown): readonly (readonly [key: string, value: unknown])[] {
  if (NOT_SENTENCES.has(key) || (COMPUTED.has(key) && typeof value === 'function')) return []
  if (typeof value !== 'object' || value === null) return [[key, value]]
  return Object.entries(value).flatMap(([inner, one]) => entriesOf(inner, one))
}

function textsOf(value: unknown, fills: readonly (readonly string[])[] = []): readonly string[] {
  if (typeof value === 'string') return [value]
  const make = value as Maker
  const fitting = fills.filter((slots) => slots.length === make.length)
  if (fitting.length > 0) return fitting.map((slots) => make(...slots))
  return [make(...Array.from({ length: make.length }, () => GAP))]
}

const templateOf = (text: string): Template => ({ pattern: gapPattern(text) })
