import { readNumber } from '../../text/numbers.ts'
import { readDates } from '../../text/read-dates.ts'
import { tagWords } from '../../text/words.ts'
import type { FaultKind } from './gate-fault.ts'
import { MARKS } from './language-marks.ts'
import type { Names } from './names.ts'

/** A part of a sentence that may not change: two tokens of a kind agree when they share a value. */
export interface Token {
  readonly kind: Exclude<FaultKind, 'quote' | 'unsupported'>
  readonly values: readonly string[]
  readonly text: string
  readonly start: number
  readonly end: number
}

// The issuer's short name stands before the year; words of the sentence around it are kept out as far as possible.
const DOCUMENT = /(?:(?![是为的由按据照不没未有和及与见])\p{Script=Han}){2,12}[〔[(【]\d{4}[〕\])】]\d+号/gu
const TITLE = /《[^》]+》/gu
const ADDRESS = /https?:\/\/[^\s，。；（）()]+|[\w.+-]+@[\w.-]+|www\.[\w./-]+/giu
const DIGITS = /\d+(?:\.\d+)*[%万亿]?/gu
const NUMERAL =
  /第[一二三四五六七八九十百]+|(?<![十百])[二两三四五六七八九十百千]+(?=[个项条步份年月天日名家次种样件点位倍成届轮周页套道级大方类期]|$)|一(?=[份式次家名年月天周])|\([一二三四五六七八九十]+\)/gu
const BODY_END = /(?:局|政府|委员会|办公室|中心|协会|部门|公司|机构|小组|机关|法院|学会|党委|厅|处|科|司|研究院)$/u
const BODY_PART = /^(?:n|b|j|v?n|f)/u
// 大局 and the like end as bodies do.
const NO_BODY = /(?:布局|格局|结局|大局|全局|为中心|到处|好处|之处|处)$/u

/** Reads the tokens of a folded sentence, in order, none overlapping: what is found first keeps its characters. */
export function readTokens(text: string, names: Names): readonly Token[] {
  const found: Token[] = []
  const taken = new Uint8Array(text.length)
  const add = (kind: Token['kind'], values: readonly string[], start: number, end: number): void => {
    if (start >= end || taken.subarray(start, end).includes(1)) return
    taken.fill(1, start, end)
    found.push({ kind, values, text: text.slice(start, end), start, end })
  }
  addPatterns(text, add, names)
  for (const name of names.find(text)) add(name.kind, name.values, name.start, name.end)
  addBodiesAndPlaces(text, add, taken)
  addNumbers(text, add)
  for (const { kind, value, pattern } of MARKS)
    for (const m of text.matchAll(pattern)) add(kind, [value], m.index, m.index + m[0].length)
  return found.sort((a, b) => a.start - b.start)
}

type Add = (kind: Token['kind'], values: readonly string[], start: number, end: number) => void

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

function addPatterns(text: string, add: Add, names: Names): void {
  for (const m of text.matchAll(DOCUMENT)) {
    const end = m.index + m[0].length
    add('document', numbersOf(m[0], names), end - (names.document(m[0]) ?? m[0]).length, end)
  }
  for (const m of text.matchAll(TITLE)) add('document', [bare(m[0])], m.index, m.index + m[0].length)
  for (const m of text.matchAll(ADDRESS)) add('number', [m[0]], m.index, m.index + m[0].length)
  for (const d of readDates(text))
    add('date', [`${d.year ?? ''}-${d.month ?? ''}-${d.day ?? ''}${sideOf(text.slice(d.end))}`], d.start, d.end)
}

// The characters before an unknown number may belong to the sentence: any long enough end may be its name.
function numbersOf(text: string, names: Names): readonly string[] {
  const known = names.document(text)
  const head = text.search(/[〔[(【]/u)
  if (known !== undefined) return [bare(known)]
  return Array.from({ length: Math.max(1, head - 3) }, (_, from) => bare(text.slice(from)))
}

// On which side of the day one must act: the notice's 前 must not become 后.
const sideOf = (after: string): string => (/^(?:\(含\))?(?:之后|以后|后|起)/u.test(after) ? '>' : '')

function addNumbers(text: string, add: Add): void {
  for (const m of text.matchAll(DIGITS)) add('number', [m[0]], m.index, m.index + m[0].length)
  for (const m of text.matchAll(NUMERAL)) {
    const value = readNumber(m[0].replace(/[第()]/gu, ''))
    add('number', [String(value ?? m[0])], m.index, m.index + m[0].length)
  }
}

// Bodies and places that no list of the pack names: nouns that end as offices do, and what the dictionary tags as a place.
function addBodiesAndPlaces(text: string, add: Add, taken: Uint8Array): void {
  const words = tagWords(text)
  for (const [at, word] of words.entries()) {
    if (word.tag === 'ns' && word.text.length > 1) add('place', [word.text], word.start, word.end)
    if (!BODY_END.test(word.text) || NO_BODY.test(word.text) || !BODY_PART.test(word.tag) || taken[word.start] === 1)
      continue
    let first = at
    while (first > 0 && BODY_PART.test(words[first - 1]?.tag ?? '') && taken[words[first - 1]?.start ?? 0] === 0)
      first -= 1
    const start = words[first]?.start ?? word.start
    if (word.end - start > 2) add('body', [text.slice(start, word.end)], start, word.end)
  }
}

/** Whether two tokens of a kind say the same; of a date, the parts that both write. */
export function agree(a: Token, b: Token): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'date') return sameDate(a.values[0] ?? '', b.values[0] ?? '')
  return a.values.some((v) => b.values.includes(v))
}

function sameDate(a: string, b: string): boolean {
  if (a.endsWith('>') !== b.endsWith('>')) return false
  const [ours, theirs] = [a, b].map((d) => d.replace('>', '').split('-'))
  return (ours ?? []).every((part, at) => part === '' || theirs?.[at] === '' || part === theirs?.[at])
}
