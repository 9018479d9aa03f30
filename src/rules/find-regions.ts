import type { Gazetteer } from '../domain/gazetteer.ts'
import type { Candidate, Region, RegionCode } from '../domain/region.ts'
import type { Word } from '../text/words.ts'
import { endsFree, GOES_ON, isCut, opensFree, standsFree } from './stands-free.ts'

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

interface Found {
  /** No name unless it stands in a row of names, or leads to one that lies in it. */
  readonly isDoubtful?: boolean
  readonly start: number
  readonly end: number
  readonly nameStart: number
  readonly candidates: readonly Candidate[]
  readonly near?: readonly Candidate[]
  readonly part?: string
}

/** Names of places in a normalised text, cut into the words of the dictionary, in order; those above a place (浙江省杭州市西湖区) are part of its name. */
export function findRegions(text: string, words: readonly Word[], gazetteer: Gazetteer): readonly PlaceName[] {
  const scanned = withParts(joinParents(scan(text, words, gazetteer), text, gazetteer), text, gazetteer).map((f) =>
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

const SHORTEST = 2

function scan(text: string, words: readonly Word[], gazetteer: Gazetteer): readonly Found[] {
  const found: Found[] = []
  for (let at = 0; at < text.length; at += 1) {
    const last = found.findLast((f) => !f.isDoubtful)
    const length = Math.min(gazetteer.longestAt(text, at), text.length - at)
    for (let size = length; size >= SHORTEST; size -= 1) {
      const candidates = gazetteer.lookUp(text.slice(at, at + size))
      if (candidates.length === 0) continue
      const follows = last !== undefined && last.end === at && continues(last, candidates, gazetteer)
      const isBeside = last !== undefined && BESIDE.test(text.slice(last.end, at))
      const isFree = follows || standsFree({ text, start: at, end: at + size, candidates, isBeside }, words, gazetteer)
      if (!isFree && isCut(at, at + size, words)) continue
      found.push({ start: at, end: at + size, nameStart: at, candidates, ...(!isFree && { isDoubtful: true }) })
      if (!isFree) break
      at += size - 1
      break
    }
  }
  return inRows(found, text, gazetteer)
}

// 仙桃潜江天门, 容城安新雄县: names that stand at each other are names; 兵团的石河子 is decided where they are joined.
function inRows(found: readonly Found[], text: string, gazetteer: Gazetteer): readonly Found[] {
  const sure = new Set(found.filter((f) => !f.isDoubtful))
  for (const one of found) {
    const row = rowFrom(one, found)
    const [last = one] = row.slice(-1)
    const opens = sure.has(one) || opensFree(text, one.start)
    const ends = sure.has(last) || endsFree(text, last.end)
    // 崇左凭祥: neither stands free, but one lies in the other.
    const isTold = row.length > 2 || row.some((f) => sure.has(f)) || continues(one, last.candidates, gazetteer)
    if (row.length > 1 && opens && ends && isTold) for (const each of row) sure.add(each)
  }
  // 佳木斯的郊区: an ordinary word, but a place there.
  const mayJoin = (one: Found): boolean =>
    text[one.end] === '的' || [...sure].some((f) => f.end <= one.start && BETWEEN.test(text.slice(f.end, one.start)))
  const overlaps = (one: Found): boolean => [...sure].some((f) => f !== one && f.start < one.end && one.start < f.end)
  return found
    .filter((one) => (sure.has(one) ? !(one.isDoubtful && overlaps(one)) : mayJoin(one) && !overlaps(one)))
    .map((one) => (sure.has(one) ? { ...one, isDoubtful: false } : one))
}

const rowFrom = (first: Found, found: readonly Found[]): readonly Found[] => {
  const next = found.find((f) => f.start === first.end)
  return next ? [first, ...rowFrom(next, found)] : [first]
}

const continues = (before: Found, candidates: readonly Candidate[], gazetteer: Gazetteer): boolean =>
  within(candidates, before.candidates, gazetteer).length > 0

const within = (
  candidates: readonly Candidate[],
  above: readonly Candidate[],
  gazetteer: Gazetteer,
): readonly Candidate[] =>
  candidates.filter((c) =>
    above.some((a) => a.region.code !== c.region.code && gazetteer.mayPrecede(c.region.code, a.region.code)),
  )

// 义乌区能报吗, 上海县: a shortened name with the ending of another division is none that the gazetteer has.
function misnamed(found: Found, text: string): Found {
  const { end, candidates, part } = found
  if (part !== undefined || !OTHER_ENDING.test(text[end] ?? '') || !GOES_ON.test(text.slice(end + 1))) return found
  if (!candidates.every((c) => c.by === 'short' || c.by === 'zone')) return found
  // 甘肃县这边: the kind of places there.
  if (candidates.every((c) => c.region.parent === undefined) && OF_KIND.test(text.slice(end + 1))) return found
  return { ...found, end: end + 1, candidates: [], near: candidates }
}
const OF_KIND = /^(?:[这那级里给推一几都各分]|名额|指标|能推|可以推)/u
const OTHER_ENDING = /[区县市旗盟州]/u

// 广州天河, 河北省石家庄市新华区, 沪浦东, 长春的朝阳区: the divisions above belong to the name and decide it.
const BETWEEN = /^(?:市|省|的|那边的?|这边的?|下面的|下辖的|下属的|底下的|里的|境内的|辖的|所属的|[(（,，\s-])?$/u
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
const BESIDE = /^(?:和|跟|与|同|及|以及|、|还是|或者?|还有)$/u
type Span = Pick<PlaceName, 'start' | 'end'>

/** Codes of the regions that a name means. */
export const codesOf = (place: PlaceName): readonly RegionCode[] => place.candidates.map((c) => c.region.code)

/** The one region that a name means, or undefined where it may mean several or none. */
export const onlyRegion = ({ candidates }: PlaceName): Region | undefined =>
  candidates.length === 1 ? candidates[0]?.region : undefined
