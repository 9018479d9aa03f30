import type { Gazetteer } from '../domain/gazetteer.ts'
import type { Candidate, Region, RegionCode } from '../domain/region.ts'
import type { Word } from '../text/words.ts'
import { BESIDE, BETWEEN, type Found, scanNames, within } from './scan-names.ts'
import { GOES_ON } from './stands-free.ts'

/** A name of a place in a text. Several candidates are a question to ask; none: no division of that name is known. */
export interface PlaceName {
  /** As written, without the names of the divisions above. */
  readonly text: string
  /** As written, with them. */
  readonly written: string
  readonly start: number
  readonly end: number
  readonly candidates: readonly Candidate[]
  /** Divisions whose name it would be but for its ending (义乌区); then it has no candidates. */
  readonly near?: readonly Candidate[]
  /** A zone, street or village of that division (常州高新区, 城关镇): its type, which is none of a division. */
  readonly part?: string
  /** Not the division but any of a kind in it (成都的区, 湖北的一个县级市): the ending that the kind has. */
  readonly kind?: string
}

/** Names of places in a normalised text, cut into the words of the dictionary, in order; those above a place (浙江省杭州市西湖区) are part of its name. */
export function findRegions(text: string, words: readonly Word[], gazetteer: Gazetteer): readonly PlaceName[] {
  const scanned = withParts(joinParents(scanNames(text, words, gazetteer), text, gazetteer), text, gazetteer).map((f) =>
    misnamed(f, text),
  )
  return narrow(scanned, text, gazetteer).map(({ nameStart, start, end, candidates, near, part }) => ({
    text: text.slice(nameStart, end),
    written: text.slice(start, end),
    start,
    end,
    candidates,
    near,
    part,
  }))
}

// 义乌区能报吗, 上海县: a shortened name with the ending of another division is none that the gazetteer has.
function misnamed(found: Found, text: string): Found {
  const { end, candidates, part } = found
  if (
    part !== undefined ||
    !OTHER_ENDING.test(text[end] ?? '') ||
    !(GOES_ON.test(text.slice(end + 1)) || LISTED.test(text.slice(end + 1)))
  )
    return found
  if (!candidates.every((c) => c.by === 'short' || c.by === 'zone')) return found
  // 甘肃县这边: the kind of places there.
  if (candidates.every((c) => c.region.parent === undefined) && OF_KIND.test(text.slice(end + 1))) return found
  return { ...found, end: end + 1, candidates: [], near: candidates }
}
const LISTED = /^(?:排|列|位|进|入|评|叫)/u
const OF_KIND = /^(?:[这那级里给推一几都各分]|名额|指标|能推|可以推)/u
const OTHER_ENDING = /[区县市旗盟州]/u

// 广州天河, 河北省石家庄市新华区, 沪浦东, 长春的朝阳区: the divisions above belong to the name and decide it.
function joinParents(found: readonly Found[], text: string, gazetteer: Gazetteer): readonly Found[] {
  const joined: Found[] = []
  for (const one of found) {
    const before = joined.at(-1)
    const narrowed =
      before && BETWEEN.test(text.slice(before.end, one.start))
        ? within(one.candidates, before.candidates, gazetteer)
        : []
    if (before && narrowed.length > 0) {
      joined.pop()
      joined.push({ ...one, start: before.start, candidates: narrowed, isDoubtful: false })
      continue
    }
    const province = before?.end === one.start ? undefined : gazetteer.rules.abbreviations[text[one.start - 1] ?? '']
    const inProvince =
      province === undefined ? [] : one.candidates.filter((c) => gazetteer.mayPrecede(c.region.code, province))
    joined.push(inProvince.length > 0 ? { ...one, start: one.start - 1, candidates: inProvince } : one)
  }
  return joined.filter((one) => !one.isDoubtful)
}

// 常州高新区, 昆明滇池度假区, 某某镇: a part of a division that is none itself.
function withParts(found: readonly Found[], text: string, { rules, zoneType }: Gazetteer): readonly Found[] {
  const kinds = [...rules.zones.map((z) => [z, zoneType] as const), ...Object.entries(rules.below)]
  return found.map((one): Found => {
    const rest = text.slice(one.end)
    for (let named = 0; named <= LONGEST_PART && !ENDS_PART.test(rest.slice(0, named)); named += 1) {
      const kind = kinds.find(([word]) => rest.startsWith(word, named))
      if (!kind) continue
      const [word, type] = kind
      if (type !== zoneType && !GOES_ON.test(rest.slice(named + word.length))) return one
      return { ...one, end: one.end + named + word.length, part: type }
    }
    return one
  })
}
const LONGEST_PART = 4
const ENDS_PART = /[^一-龥]|[的有是在能可算想要归走们和与没建报设评跟]/u

// 朝阳区，长春那个: another name in the sentence may say which one is meant.
function narrow(found: readonly Found[], text: string, gazetteer: Gazetteer): readonly Found[] {
  const used = new Set<Found>()
  const narrowed = found.map((one): Found => {
    if (one.candidates.length < 2) return one
    for (const other of found) {
      if (other === one || areBeside(one, other, text)) continue
      // 中山市没有县，那中山能报吗: the name in full says which.
      const [full, ...more] = other.candidates
      const same =
        more.length === 0 && full?.by === 'official' ? one.candidates.filter((c) => c.region === full.region) : []
      if (same.length === 1 && one.candidates.every((c) => c.by === 'short')) return { ...one, candidates: same }
      const fitting = within(one.candidates, other.candidates, gazetteer)
      if (fitting.length === 0) continue
      used.add(other)
      return { ...one, candidates: fitting }
    }
    return one
  })
  return narrowed.filter((_, at) => !used.has(found[at] as Found))
}

/** Whether two names stand side by side (A和B): both are meant then. */
export const areBeside = (one: Span, other: Span, text: string): boolean =>
  BESIDE.test(text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)))
type Span = Pick<PlaceName, 'start' | 'end'>

/** Codes of the regions that a name means. */
export const codesOf = (place: PlaceName): readonly RegionCode[] => place.candidates.map((c) => c.region.code)

/** The one region that a name means, or undefined where it may mean several or none. */
export const onlyRegion = ({ candidates }: PlaceName): Region | undefined =>
  candidates.length === 1 ? candidates[0]?.region : undefined
