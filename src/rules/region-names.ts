import type { FormerName, RegionTables } from '../domain/gazetteer.ts'
import type { Candidate, NamedBy, Region, RegionCode } from '../domain/region.ts'
import { normalise } from '../text/normalise.ts'
import { formerFormsOf, formsOf } from './region-forms.ts'

/** Every name that divisions and zones have, had or are given, with what each can mean. */
export interface NameTable {
  /** All candidates of a name, good readings and worse ones. */
  find(name: string): readonly Candidate[]
  /** The best reading of a name; empty when it is none. */
  lookUp(name: string): readonly Candidate[]
  /** Length of the longest name that begins as the text does at this place; 0 when none does. */
  longestAt(text: string, at: number): number
  entries(): Iterable<readonly [string, readonly Candidate[]]>
}

// A name in full leaves no doubt that a shorter reading would bring; a former name is meant where no present one fits.
// 长春 is the city and no 长春新区; 雄安 can only be the zone.
const RANK: Readonly<Record<NamedBy, number>> = { official: 0, short: 1, nickname: 1, former: 2, zone: 3, sound: 4 }
const NONE: readonly Candidate[] = []
// Every name has so many characters at least: names are found by their first ones.
const HEAD = 2

/** Collects the names. Throws on a code that is no region. */
export function collectNames(
  tables: RegionTables,
  get: (code: RegionCode) => Region,
  isWithin: (code: RegionCode, above: RegionCode) => boolean,
): NameTable {
  const names = new Map<string, Candidate[]>()
  const heads = new Map<string, number>()
  const add = (name: string, candidate: Candidate): void => {
    const key = normalise(name)
    const known = names.get(key)
    if (!known) names.set(key, [candidate])
    // 沙县 shortens 沙县区, and was its name.
    else if (known.length === 1 && known[0]?.region === candidate.region && known[0].by === 'short')
      known[0] = candidate
    else if (!known.some((k) => k.region === candidate.region && k.by === candidate.by)) known.push(candidate)
    const head = key.slice(0, HEAD)
    heads.set(head, Math.max(heads.get(head) ?? 0, key.length))
  }
  const lookUp = (name: string): readonly Candidate[] => {
    const found = names.get(name)
    return found === undefined || found.length === 1 ? (found ?? NONE) : bestOf(found)
  }
  for (const region of [...tables.divisions, ...tables.zones])
    for (const [at, form] of formsOf(region.name, tables.rules).entries())
      add(form, {
        region: get(region.code),
        by: at === 0 ? 'official' : region.type === tables.zoneType ? 'zone' : 'short',
      })
  for (const { name, code } of tables.nicknames) add(name, { region: get(code), by: 'nickname' })
  // 九江市庐山 is 庐山市 of today, not 庐山区 of then.
  const isPresent = (parent: string, form: string): boolean =>
    lookUp(normalise(form)).some((c) => lookUp(normalise(parent)).some((p) => isWithin(c.region.code, p.region.code)))
  const present = tables.former.flatMap((f) => formerFormsOf(f, tables.rules, isPresent).map((form) => ({ f, form })))
  for (const { f, form } of present) add(form, formerly(f, get))
  // 沙县 shortens 沙县区, and was its name.
  for (const f of tables.former) {
    const [only, ...others] = lookUp(normalise(f.name))
    if (only?.by === 'short' && only.region.code === f.successor && others.length === 0)
      names.set(normalise(f.name), [formerly(f, get)])
  }
  return {
    find: (name) => names.get(name) ?? NONE,
    lookUp,
    longestAt: (text, at) => heads.get(text.slice(at, at + HEAD)) ?? 0,
    entries: () => names,
  }
}

const formerly = ({ successor, until }: FormerName, get: (code: RegionCode) => Region): Candidate => ({
  region: get(successor),
  by: 'former',
  until,
})

/** The readings of a name that leave least doubt, each region once. */
export function bestOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = Math.min(...candidates.map((c) => RANK[c.by]))
  const kept = candidates.filter((c) => RANK[c.by] === best)
  return kept.filter((c, at) => kept.findIndex((o) => o.region === c.region) === at)
}
