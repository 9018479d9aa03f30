import type { Gazetteer } from '../domain/gazetteer.ts'
import type { Word } from '../text/words.ts'
import type { PlaceName } from './find-regions.ts'
import { findTypedPlaces } from './find-typed-places.ts'

// A name with the ending of a division, before what a question goes on with.
const NAMED =
  /(?<=^|[,.;:!?、(（"'“”\s\u25a0里的在是叫报问家查过像]|我们|咱们)(\p{Script=Han}{2,5}?(?:自治县|自治州|自治旗|[区县市旗州盟]))(?=$|[,.;:!?、)）"'“”\s能可算在排是有属归走的呢吗报该应想要也够行上没不到这那和跟与还])/gu
// What stands before an ending without being a name: pronouns, numbers, kinds of places, and words any sentence has.
const NO_NAME =
  /[我你您他她它们咱俺各本全这那哪某几每该贵一二两三四五六七八九十个的了和与及或下上里外中大小新老旧县市区省州镇乡级辖属直副地自示试点范城强园郊景社校厂矿能算看可想要报归走按当做办评选问交写说让给把被叫去来查过没不有是在就都才还也吧吗呢啊嗯厢嘅噶]/u
const SIGN = '\u25a0'

/** Names that look like those of divisions and are none: as they sound, or with no candidates. What a `Vocabulary` knows is none. Typed pinyin is read by its sound as well. */
export function findUnknownPlaces(
  text: string,
  words: readonly Word[],
  known: readonly PlaceName[],
  gazetteer: Gazetteer,
  { isWord, isSound }: Vocabulary,
): readonly PlaceName[] {
  const isFree = (start: number, end: number): boolean => !known.some((k) => k.start < end && start < k.end)
  // A known name before it (重庆容昌区) is a boundary like a comma.
  const bounded = known.reduce((t, k) => t.slice(0, k.start) + SIGN.repeat(k.end - k.start) + t.slice(k.end), text)
  const named = [...bounded.matchAll(NAMED)]
    .map((m) => ({ text: m[1] ?? '', start: m.index, end: m.index + m[0].length }))
    .filter((n) => isFree(n.start, n.end) && !holdsWord(n.text, isWord))
    .filter((n) => isName(n, words) || (n.text.length >= LONG && gazetteer.soundingLike(n.text).length > 0))
    .map((n) => inside(placeOf(n, gazetteer.soundingLike(n.text)), known, gazetteer))
  const typed = findTypedPlaces(text, gazetteer, isSound).filter((p) => isFree(p.start, p.end))
  return [...named, ...typed]
}

// 时景山区: a name of that length that sounds like one is no other word.
const LONG = 4

/** The words of a notice: as they are written, and by their sound. */
export interface Vocabulary {
  isWord(text: string): boolean
  isSound(code: string): boolean
}

interface Span {
  readonly text: string
  readonly start: number
  readonly end: number
}

const placeOf = (span: Span, candidates: PlaceName['candidates']): PlaceName => ({
  ...span,
  written: span.text,
  candidates,
})

// 申报县: a word of the notice before an ending.
const holdsWord = (name: string, isWord: Vocabulary['isWord']): boolean =>
  [...name].some((_, at) => [2, 3].some((size) => at + size < name.length && isWord(name.slice(at, at + size))))

// Morphemes (vg) are parts of names as well.
const FUNCTION = /^[vpcrmquyd](?!g)/u
// The dictionary knows words, not made-up names: one whose characters it cuts apart, or tags as a name, may be one.
function isName(span: Span, words: readonly Word[]): boolean {
  const stem = span.text.slice(0, -1)
  if (NO_NAME.test(stem)) return false
  const inside = words.filter((w) => w.start < span.end - 1 && span.start < w.end)
  return inside.every((w) => ([...w.text].length === 1 ? !FUNCTION.test(w.tag) : /^(?:n[srzt]|x)/u.test(w.tag)))
}

// 重庆容昌区: a division right before it says in which to look, and is part of the name; 潮州枫溪区 is none of 潮州.
function inside(place: PlaceName, known: readonly PlaceName[], gazetteer: Gazetteer): PlaceName {
  const above = known.find((k) => k.end === place.start)
  if (!above || above.candidates.length === 0) return place
  const fitting = place.candidates.filter((c) =>
    above.candidates.some((a) => gazetteer.isWithin(c.region.code, a.region.code)),
  )
  const whole = { ...place, start: above.start, written: above.written + place.written, candidates: fitting }
  return fitting.length > 0 ? whole : { ...whole, text: whole.written, near: above.candidates }
}
