import { beyondDivisions } from '../../rules/beyond-divisions.ts'
import { areBeside, findRegions, type PlaceName } from '../../rules/find-regions.ts'
import { findUnknownPlaces } from '../../rules/find-unknown-places.ts'
import { soundOf, syllableOf } from '../../text/sound.ts'
import { knownWords, tagWords } from '../../text/words.ts'
import { LONGEST_KEY } from '../../understanding/lexicon.ts'
import { maskPlaces } from '../../understanding/mask-places.ts'
import type { Draft } from '../draft.ts'

type Known = Pick<Draft, 'regions' | 'reader'>

/** The places that a normalised message names, in order, without those that it only passes by. */
export function placesNamed(text: string, { regions, reader: { lexicon, pack } }: Known): readonly PlaceName[] {
  if (pack.regionRules.length === 0) return []
  const known = findRegions(text, knownWords(text), regions).filter((k) => !isMisspelt(k, text, lexicon))
  const unknown = findUnknownPlaces(text, tagWords(text), known, regions, {
    isWord: (word) => (lexicon.byText.get(word) ?? []).some((e) => e.pieces.length === 1 && e.pieces[0] === word),
    isSound: (code) => (lexicon.bySound.get(code) ?? []).some((e) => e.sound === code),
  })
  const holds = (k: PlaceName): boolean => unknown.some((u) => u.start <= k.start && k.end <= u.end)
  const isOfNotice = (stretch: string): boolean =>
    [2, 3].some((size) =>
      (lexicon.byText.get(stretch.slice(0, size)) ?? []).some((e) => stretch.startsWith(e.pieces[0] ?? stretch)),
    )
  const heard = unknown.map((u) => amongNamed(u, known, regions))
  const all = beyondDivisions([...known.filter((k) => !holds(k)), ...heard], text, regions, isOfNotice)
  // 垫江县归重庆管: the ending of one name is no kind beside another.
  const masked = maskPlaces(text, all)
  return all
    .map((p) => (p.part === undefined ? { ...p, kind: kindThere(masked, p, regions) } : p))
    .filter(
      (p) =>
        p.part !== undefined ||
        p.kind !== undefined ||
        !IN_PASSING.test(text.slice(0, p.start)) ||
        isAround(p, all, regions),
    )
    .filter((p) => p.part === undefined || p.candidates.length === 1)
    .sort((a, b) => a.start - b.start)
}

// 抱是范县: with the character before it the name sounds like a word of the pack, and that word is applied for. 我们是范县 names a place.
function isMisspelt({ start, end }: PlaceName, text: string, { bySound }: Known['reader']['lexicon']): boolean {
  const from = start - 1
  if (from < 1 || !APPLIES.some((verb) => syllableOf(verb) === syllableOf(text.charAt(from - 1)))) return false
  const { code } = soundOf(text.slice(from, end))
  return (bySound.get(code.slice(0, LONGEST_KEY)) ?? []).some((e) => e.kind === 'track' && e.sound === code)
}
const APPLIES = ['报', '评', '推', '当']

// 襄洲区属于襄阳吧: of several that sound so, the one in a place that is named beside it.
function amongNamed(heard: PlaceName, known: readonly PlaceName[], { mayPrecede }: Known['regions']): PlaceName {
  const fitting = heard.candidates.filter((c) =>
    known.some(
      (k) =>
        k.candidates.length === 1 &&
        k.candidates.some((o) => o.region !== c.region && mayPrecede(c.region.code, o.region.code)),
    ),
  )
  return heard.candidates.length > 1 && fitting.length === 1 ? { ...heard, candidates: fitting } : heard
}

// 图木舒克市归兵团: what is around a place that is named belongs to it.
const isAround = (outer: PlaceName, all: readonly PlaceName[], { mayPrecede }: Known['regions']): boolean =>
  all.some(
    (p) => p !== outer && p.candidates.length === 1 && outer.candidates.length === 1 && lies(p, outer, mayPrecede),
  )
const lies = (inner: PlaceName, outer: PlaceName, mayPrecede: Known['regions']['mayPrecede']): boolean =>
  inner.candidates.length > 0 &&
  inner.candidates.every((i) =>
    outer.candidates.some((o) => o.region !== i.region && mayPrecede(i.region.code, o.region.code)),
  )

// 成都的区, 湖北一个地级市下面的区: a kind of place there, not the place. 我们区归沈阳管 says the same.
const KIND_THERE =
  /^(?:的|那边|这边|下面|下辖|底下|里|这种|一?[个座]|某个?|任何|所有|各|几个|嘅|格|地级市|县级市){1,5}(?:市辖)?([区县市旗])(?![一-龥]*名单|[县区]?[都也]?[没无])/u
const KIND_UNDER = /([区县市旗])[^,.?!]{0,2}(?:归|属于?|隶属于?|受)$/u
const SUCH = '这种'
function kindThere(text: string, { start, end, candidates }: PlaceName, regions: Known['regions']): string | undefined {
  const after = text.slice(end)
  // 昆山这种县级市: the place itself, below which nothing lies.
  const isItself = after.startsWith(SUCH) && !candidates.some((c) => regions.below(c.region.code).length > 0)
  return isItself ? undefined : (KIND_THERE.exec(after)?.[1] ?? KIND_UNDER.exec(text.slice(0, start))?.[1])
}

// 材料直接送北京, 俺们这个区归沈阳管: where something goes, or whose it is, is not what is asked about.
const IN_PASSING = /(?:[送寄往跑去给由归属向]|(?<!接)到|属于|隶属于?|一定要去|必?经)$/u

/** Of places that lie in one another the innermost, unless they are named side by side: 海南省直管的琼海市 asks of 琼海市. */
export function innermost(places: readonly PlaceName[], text: string, { regions }: Known): readonly PlaceName[] {
  return places.filter(
    (outer) =>
      outer.kind !== undefined || !places.some((p) => lies(p, outer, regions.mayPrecede) && !areBeside(p, outer, text)),
  )
}
