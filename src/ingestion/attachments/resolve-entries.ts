import type { Candidate, Region, RegionCode } from '../../domain/region.ts'
import type { TableRow } from '../../domain/table.ts'
import type { ListScope } from './list-scope.ts'
import type { Place } from './place-of.ts'
import type { Entry } from './reading.ts'
import { repeats, SEVERAL, UNKNOWN } from './reasons.ts'

/** An entry that is one region. `remark` says what a person should look at all the same. */
export interface Resolved {
  readonly row: TableRow
  readonly text: string
  readonly region: Region
  readonly remark?: string
}

/** A text that is no row: unknown, several, twice there, or out of place. */
export interface Unresolved {
  readonly line: number
  readonly text: string
  readonly why: string
  readonly candidates: readonly Region[]
}

/** Finds the one region that each entry means. Where its surroundings do not decide it, nothing is guessed. */
export function resolveEntries(
  entries: readonly Entry[],
  scope: ListScope,
): { readonly resolved: readonly Resolved[]; readonly unresolved: readonly Unresolved[] } {
  const resolved: Resolved[] = []
  const unresolved: Unresolved[] = []
  const seen = new Map<RegionCode, Entry>()
  for (const entry of entries) {
    const { line, place } = entry
    const found = resolve(entry, scope)
    if ('why' in found) {
      unresolved.push({ line, text: place.text, ...found })
      continue
    }
    const { region } = found.candidate
    const before = seen.get(region.code)
    if (before !== undefined && before.line === line && isLonger(place, before.place)) continue
    if (before !== undefined) {
      unresolved.push({ line, text: place.text, why: repeats(before.line), candidates: [region] })
      continue
    }
    seen.set(region.code, entry)
    resolved.push(toResolved(entry, found.candidate, scope))
  }
  return { resolved, unresolved }
}

// 浙江省 | 海宁市 | 浙江省海宁市: a row that writes its name out once more.
const isLonger = (place: Place, before: Place): boolean =>
  place.name.length > before.name.length && place.name.endsWith(before.name)

type Found = { readonly candidate: Candidate } | Pick<Unresolved, 'why' | 'candidates'>

function resolve({ place, firm, loose, code }: Entry, scope: ListScope): Found {
  const { regions } = scope
  const all = place.candidates.filter((c) => c.region.parent !== undefined)
  const regionsOf = (candidates: readonly Candidate[]): readonly Region[] => candidates.map((c) => c.region)
  if (place.candidates.length === 0) return unknownName(place.name, firm, scope)
  if (all.length === 0) return { why: '是省级地区，不是名单里的市、县、区', candidates: regionsOf(place.candidates) }
  const lies = (c: Candidate, above: RegionCode): boolean => regions.isWithin(c.region.code, above)
  const placed = all
    .filter((c) => firm.every((f) => lies(c, f)))
    .filter((c) => place.inside?.some((i) => lies(c, i.region.code)) ?? true)
    .filter((c) => code === undefined || c.region.code === code)
  if (placed.length === 0) return { why: '和所在的省、市或者代码对不上', candidates: regionsOf(all) }
  const fitting = first(
    [(c) => scope.own.has(c.region.type), (c) => !scope.others.has(c.region.type), () => true],
    placed,
  )
  const near = loose === undefined ? [] : fitting.filter((c) => lies(c, loose))
  const left = fitting.length > 1 && near.length > 0 ? near : fitting
  const [candidate, ...others] = left
  if (!candidate || others.length > 0) return { why: SEVERAL, candidates: regionsOf(left) }
  if (scope.others.has(candidate.region.type))
    return { why: `是${candidate.region.type}，不属于这张名单的一类`, candidates: [candidate.region] }
  return { candidate }
}

/** What to say of a name that nobody knows: one that sounds the same is offered, never taken. */
export function unknownName(
  name: string,
  firm: readonly RegionCode[],
  { regions, own }: ListScope,
): Pick<Unresolved, 'why' | 'candidates'> {
  const alike = regions
    .soundingLike(name)
    .map((c) => c.region)
    .filter((r) => own.has(r.type) && firm.every((f) => regions.isWithin(r.code, f)))
  return alike.length === 0 ? { why: UNKNOWN, candidates: [] } : { why: `${UNKNOWN}，读音相同的有`, candidates: alike }
}

// What passes the first test that anything passes.
function first(tests: readonly ((c: Candidate) => boolean)[], candidates: readonly Candidate[]): readonly Candidate[] {
  return tests.map((test) => candidates.filter(test)).find((passing) => passing.length > 0) ?? []
}

function toResolved(
  { line, place, category, values }: Entry,
  { region, by, until }: Candidate,
  scope: ListScope,
): Resolved {
  const kind = place.category ?? category
  const remarks = [
    ...(by === 'former'
      ? [`${place.name}是旧称${until === undefined ? '' : `（${until}年以前）`}，现为${region.name}`]
      : []),
    ...(scope.own.has(region.type) ? [] : [`是${region.type}，通知的条文没有点名这一类`]),
  ]
  return {
    row: {
      line,
      code: region.code,
      name: place.name,
      ...(kind !== undefined && { category: kind }),
      ...(values && { values }),
    },
    text: place.text,
    region,
    ...(remarks.length > 0 && { remark: remarks.join('；') }),
  }
}
