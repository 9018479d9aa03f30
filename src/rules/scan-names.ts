import type { Gazetteer } from '../domain/gazetteer.ts'
import type { Candidate } from '../domain/region.ts'
import type { Word } from '../text/words.ts'
import { endsFree, isCut, opensFree, standsFree } from './stands-free.ts'

/** A stretch of a text that is the name of divisions or zones. */
export interface Found {
  /** No name unless it stands in a row of names, or leads to one that lies in it. */
  readonly isDoubtful?: boolean
  readonly start: number
  readonly end: number
  readonly nameStart: number
  readonly candidates: readonly Candidate[]
  readonly near?: readonly Candidate[]
  readonly part?: string
}

/** What may stand between the name of a division and one in it. */
export const BETWEEN =
  /^(?:市|省|的|那边的?|这边的?|下面的|下辖的|下属的|底下的|里的|境内的|辖的|所属的|[(（,，\s-])?$/u
/** Words that set names side by side. */
export const BESIDE = /^(?:和|跟|与|同|及|以及|、|还是|或者?|还有)$/u

const SHORTEST = 2

/** Names that stand as such in a normalised text, cut into the words of the dictionary, each where it is longest. */
export function scanNames(text: string, words: readonly Word[], gazetteer: Gazetteer): readonly Found[] {
  const found: Found[] = []
  for (let at = 0; at < text.length; at += 1) {
    const last = found.findLast((f) => !f.isDoubtful)
    const length = Math.min(gazetteer.longestAt(text, at), text.length - at)
    for (let size = length; size >= SHORTEST; size -= 1) {
      const candidates = gazetteer.lookUp(text.slice(at, at + size))
      if (candidates.length === 0 || sharesEnding(text, at, size, gazetteer)) continue
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

// 青岛市北区: the last character belongs to the name of a division there (市北区), and what is left is a name too.
function sharesEnding(text: string, at: number, size: number, gazetteer: Gazetteer): boolean {
  const start = at + size - 1
  const outer = gazetteer.lookUp(text.slice(at, start))
  if (outer.length === 0 || gazetteer.longestAt(text, start) <= SHORTEST) return false
  const inner = gazetteer.lookUp(text.slice(start, start + FULL))
  return within(inner, outer, gazetteer).length > 0
}
const FULL = 3

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

/** Those of the candidates that lie in one of the others. */
export const within = (
  candidates: readonly Candidate[],
  above: readonly Candidate[],
  gazetteer: Gazetteer,
): readonly Candidate[] =>
  candidates.filter((c) =>
    above.some((a) => a.region.code !== c.region.code && gazetteer.mayPrecede(c.region.code, a.region.code)),
  )
