import type { Candidate } from '../../domain/region.ts'
import { looksLikeName, withoutBlanks, withoutSerial } from './document-words.ts'
import { LONGEST_NAME, namesInside } from './names-inside.ts'
import { knownAs, type Names, type Place, placeOf } from './place-of.ts'

const ENDS_NAME = /[、，,；;。/|·・“”"「」《》\n\t]+/u

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

function readAll(text: string, names: Names): readonly Place[] {
  if (withoutBlanks(text) === '') return []
  // A name that wraps onto a second line, or is padded, is one.
  const whole = placeOf(text, names)
  if (whole.candidates.length > 0 || whole.name.length < 2) return [whole]
  const [, head = '', rest = ''] = /^([^:：]{1,30})[:：](.+)$/su.exec(text) ?? []
  if (rest !== '') return [...leading(headOf(head, names)), ...readAll(rest, names)]
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
      knownAs(withoutBlanks(end + start), names).length > 0 && knownAs(withoutBlanks(start), names).length === 0
    return isOneName ? above + below : `${above}\n${below}`
  }, first)
}

// 浙江省推荐名单（5个）：, 浙江省某某局推荐：
function headOf(head: string, names: Names): readonly Place[] {
  const places = readAll(head, names)
  if (places.some((p) => p.candidates.length > 0)) return places
  const written = placeOf(withoutSerial(head), names)
  const [first] = namesInside(written.name, names)
  const isProvince = first?.candidates.every((c) => c.region.parent === undefined) ?? false
  return first && isProvince && written.name.startsWith(first.name)
    ? [{ ...written, name: first.name, candidates: first.candidates }]
    : places
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

// 杭州市宁波市, 杭州市和宁波市: official names right after one another, to the last character.
function joined(text: string, names: Names): readonly Place[] | undefined {
  const name = withoutBlanks(text)
  if (name.length < 6 || name.length > 60 || !/^\p{Script=Han}+$/u.test(name)) return undefined
  const best: (readonly Place[] | undefined)[] = [[]]
  for (let end = 2; end <= name.length; end += 1) {
    if (/[和及与]/u.test(name[end - 1] ?? '') && best[end - 1]?.length) best[end] = best[end - 1]
    for (let start = Math.max(0, end - LONGEST_NAME); start <= end - 2; start += 1) {
      const before = best[start]
      if (!before || best[end]) continue
      const place = placeOf(name.slice(start, end), names)
      if (place.candidates.some((c) => c.by === 'official')) best[end] = [...before, place]
    }
  }
  return best[name.length]
}

/** Whether a text that holds no known name may still be meant as one. */
export const mayBeName = (text: string): boolean => looksLikeName(withoutSerial(text))
