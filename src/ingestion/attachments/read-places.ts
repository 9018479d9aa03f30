import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Candidate, RegionNames } from '../../domain/region.ts'
import { countIn, isKindOfDivision, isOfficeOf, looksLikeName, withoutBlanks, withoutSerial } from './document-words.ts'

/** A name as a file has it. Without candidates it is none that the gazetteer knows. */
export interface Place {
  /** As written. */
  readonly text: string
  /** Without padding, brackets and running number. */
  readonly name: string
  readonly candidates: readonly Candidate[]
  /** What a bracket adds: 地理标志类. */
  readonly category?: string
  /** A division in a bracket: 鼓楼区（南京市）. */
  readonly inside?: readonly Candidate[]
  /** A count in a bracket: 浙江省（5个）. */
  readonly count?: number
  /** A colon follows: what comes after belongs to it. */
  readonly leads: boolean
}

/** What names of places are looked up in. */
export type Names = Pick<RegionNames, 'candidatesFor' | 'get'> & Pick<Gazetteer, 'rules'>

const ENDS_NAME = /[、，,；;。/|·・\n\t]+/u

/** The names in a cell or paragraph, in order; undefined when none of its pieces is one. */
export function readPlaces(text: string, names: Names): readonly Place[] | undefined {
  const places = abbreviated(text, names) ?? readAll(withoutSerial(text), names)
  return places.some((p) => p.candidates.length > 0) ? places : undefined
}

// 浙, 京：海淀区: one character for a province, alone or before a colon.
function abbreviated(text: string, names: Names): readonly Place[] | undefined {
  const [, character = '', colon, rest = ''] = /^(\p{Script=Han})(?:([:：])(.+))?$/su.exec(text) ?? []
  const code = names.rules.abbreviations[character]
  if (code === undefined) return undefined
  const candidates: readonly Candidate[] = [{ region: names.get(code), by: 'short' }]
  const place: Place = { text: character, name: character, candidates, leads: colon !== undefined }
  return rest === '' ? [place] : [place, ...readAll(rest, names)]
}

/** The province whose office a text names; undefined where it names none. */
export function readOffice(text: string, names: Names): Place | undefined {
  const name = withoutBlanks(withoutSerial(text))
  for (let end = Math.min(name.length - 1, LONGEST_NAME); end > 1; end -= 1) {
    if (!isOfficeOf(name.slice(end))) continue
    const candidates = known(name.slice(0, end), names).filter((c) => c.region.parent === undefined)
    if (candidates.length > 0) return { text: withoutLines(text), name: name.slice(0, end), candidates, leads: false }
  }
  return undefined
}

/** Official names that stand inside a text, from the left, longest first. */
export function namesInside(text: string, names: Names): readonly Place[] {
  const plain = withoutBlanks(text).slice(0, MOST_SEARCHED)
  const places: Place[] = []
  for (let at = 0; at < plain.length; ) {
    const place = longestAt(plain, at, names)
    if (place) places.push(place)
    at += place?.name.length ?? 1
  }
  return places
}
const MOST_SEARCHED = 2_000

function longestAt(text: string, at: number, names: Names): Place | undefined {
  for (let length = Math.min(LONGEST_NAME, text.length - at); length > 1; length -= 1) {
    const place = placeOf(text.slice(at, at + length), names)
    if (place.name.length === length && place.candidates.some((c) => c.by === 'official')) return place
  }
  return undefined
}

function readAll(text: string, names: Names): readonly Place[] {
  if (withoutBlanks(text) === '') return []
  // A name that wraps onto a second line, or is padded, is one.
  const whole = placeOf(text, names)
  if (whole.candidates.length > 0 || whole.name.length < 2) return [whole]
  const [, head = '', rest = ''] = /^([^:：]{1,30})[:：](.+)$/su.exec(text) ?? []
  if (rest !== '') return [...leading(readAll(head, names)), ...readAll(rest, names)]
  const pieces = outsideBrackets(unwrapped(text, names))
  if (pieces.length > 1) return pieces.flatMap((p) => readAll(withoutSerial(p), names))
  return spaced(text, names) ?? joined(text, names) ?? [whole]
}

// 巍山彝族回族 | 自治县: a line may end inside a name; what is only together a name is one.
function unwrapped(text: string, names: Names): string {
  const [first = '', ...more] = text.split('\n')
  return more.reduce((above, below) => {
    const end = above.split(ENDS_NAME).at(-1) ?? ''
    const [start = ''] = below.split(ENDS_NAME)
    const isOneName =
      known(withoutBlanks(end + start), names).length > 0 && known(withoutBlanks(start), names).length === 0
    return isOneName ? above + below : `${above}\n${below}`
  }, first)
}

const leading = (places: readonly Place[]): readonly Place[] =>
  places.map((p, at) => (at === places.length - 1 ? { ...p, leads: true } : p))

// A comma inside a bracket belongs to it.
function outsideBrackets(text: string): readonly string[] {
  const parts = text.match(/[（(【[][^（()）\]】]*[)）\]】]|[^（(【[]+|[（(【[]/gu) ?? []
  const pieces = ['']
  let isClosed = false
  for (const part of parts) {
    const isBracket = /^[（(【[].*[)）\]】]$/su.test(part)
    const [first = '', ...more] = isBracket ? [part] : part.split(ENDS_NAME)
    // 玉林市（广西）贵港市（广西）: a bracket ends a name, too.
    if (isClosed && !isBracket && /^[\s\u3000]*[\d\p{Script=Han}]/u.test(first)) pieces.push(first)
    else pieces[pieces.length - 1] += first
    pieces.push(...more)
    isClosed = isBracket && withoutBlanks(pieces.at(-1) ?? '') !== part
  }
  return pieces.filter((p) => withoutBlanks(p) !== '')
}

function placeOf(written: string, names: Names): Place {
  const brackets = [...written.matchAll(/[（(【[]([^（()）\]】]*)[)）\]】]/gu)].map((m) => withoutBlanks(m[1] ?? ''))
  const bare = withoutBlanks(outOfBracket(written).replace(/[（(【[][^（()）\]】]*[)）\]】]/gu, ''))
  const marked = bare.replace(/[:：。.*＊※☆★▲△#①-⑳\u00b9\u00b2\u00b3]+$/u, '').replace(/^[*＊※☆★▲△#●■◆○•·]+/u, '')
  const name = marked.replace(/^第?[一二三四五六七八九十]{1,3}师(?=.+市$)/u, '')
  const count = brackets.map(countIn).find((c) => c !== undefined)
  const inside = brackets.map((b) => known(b, names)).find((c) => c.length > 0)
  const category = brackets.find(
    (b) => b !== '' && b !== name && countIn(b) === undefined && !isKindOfDivision(b) && known(b, names).length === 0,
  )
  return {
    text: withoutLines(written),
    name,
    candidates: name === '' ? [] : known(name, names),
    leads: /[:：]$/u.test(bare),
    ...(category !== undefined && { category }),
    ...(inside && { inside }),
    ...(count !== undefined && { count }),
  }
}

// 【浙江省】, （浙江省）：
const outOfBracket = (text: string): string =>
  text.replace(/^[\s\u3000]*[（(【[〔]([^（()）\]】〔〕]+)[)）\]】〕]([:：]?)[\s\u3000]*$/u, '$1$2')

const withoutLines = (text: string): string => text.replace(/\s*\n\s*/gu, ' ').trim()

// How a name sounds, and what a place is called in fun, decides nothing in a document; a province's short name may.
function known(name: string, names: Names): readonly Candidate[] {
  return names
    .candidatesFor(name)
    .filter((c) => c.by !== 'sound' && (c.by !== 'nickname' || c.region.parent === undefined))
}

// 盂　县　平定县: blanks part names and pad them; the fewest names that are all known, else the fewest that are not.
function spaced(text: string, names: Names): readonly Place[] | undefined {
  const words = text.split(/[\s\u3000]+/u).filter((w) => w !== '')
  if (words.length < 2 || words.length > MOST_WORDS) return undefined
  const best: { readonly unknown: number; readonly places: readonly Place[] }[] = [{ unknown: 0, places: [] }]
  for (let end = 1; end <= words.length; end += 1)
    for (let start = Math.max(0, end - MOST_IN_NAME); start < end; start += 1) {
      const before = best[start]
      const place = placeOf(words.slice(start, end).join(' '), names)
      const isUnknown = place.candidates.length === 0
      if (!before || (isUnknown && end - start > 1)) continue
      const unknown = before.unknown + (isUnknown ? 1 : 0)
      const now = best[end]
      const isBetter =
        !now || unknown < now.unknown || (unknown === now.unknown && before.places.length + 1 < now.places.length)
      if (isBetter) best[end] = { unknown, places: [...before.places, place] }
    }
  const { places = [] } = best[words.length] ?? {}
  return places.some((p) => p.candidates.length > 0) ? places : undefined
}
const MOST_WORDS = 400
const MOST_IN_NAME = 8

// 杭州市宁波市: official names right after one another, to the last character.
function joined(text: string, names: Names): readonly Place[] | undefined {
  const name = withoutBlanks(text)
  if (name.length < 6 || name.length > 60 || !/^\p{Script=Han}+$/u.test(name)) return undefined
  const best: (readonly Place[] | undefined)[] = [[]]
  for (let end = 2; end <= name.length; end += 1)
    for (let start = Math.max(0, end - LONGEST_NAME); start <= end - 2; start += 1) {
      const before = best[start]
      if (!before || best[end]) continue
      const place = placeOf(name.slice(start, end), names)
      if (place.candidates.some((c) => c.by === 'official')) best[end] = [...before, place]
    }
  return best[name.length]
}
const LONGEST_NAME = 15

/** Whether a text that holds no known name may still be meant as one. */
export const mayBeName = (text: string): boolean => looksLikeName(withoutSerial(text))
