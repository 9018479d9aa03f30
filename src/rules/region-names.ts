import type { RegionTables } from '../domain/gazetteer.ts'
import type { Candidate, NamedBy, Region, RegionCode } from '../domain/region.ts'
import { normalise } from '../text/normalise.ts'
import { addFormerNames, type OpenNames } from './add-former-names.ts'
import { formsOf } from './region-forms.ts'

/** Every name that divisions and zones have, had or are given, with what each can mean. */
export interface NameTable extends Pick<OpenNames, 'find' | 'lookUp'> {
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
  const { heads, open, entries } = openNames()
  for (const { code, name, type } of [...tables.divisions, ...tables.zones]) {
    const shortBy = type === tables.zoneType ? 'zone' : 'short'
    for (const [at, form] of formsOf(name, tables.rules).entries())
      open.add(form, { region: get(code), by: at === 0 ? 'official' : shortBy })
  }
  addLookalikes(open, tables, get)
  for (const { name, code } of tables.nicknames) open.add(name, { region: get(code), by: 'nickname' })
  addFormerNames(open, tables, get, isWithin)
  return {
    find: open.find,
    lookUp: open.lookUp,
    longestAt: (text, at) => heads.get(text.slice(at, at + HEAD)) ?? 0,
    entries,
  }
}

// 毫州: what a name becomes where one of its characters is taken for another.
function addLookalikes(open: OpenNames, { divisions, rules }: RegionTables, get: (code: RegionCode) => Region): void {
  for (const { code, name } of divisions)
    for (const [right, others] of Object.entries(rules.lookalikes).filter(([character]) => name.includes(character)))
      for (const form of formsOf(name, rules))
        for (const taken of others) {
          const written = form.replace(right, taken)
          if (form.includes(right) && open.find(normalise(written)).length === 0)
            open.add(written, { region: get(code), by: 'sound' })
        }
}

function openNames(): {
  readonly heads: ReadonlyMap<string, number>
  readonly open: OpenNames
  readonly entries: NameTable['entries']
} {
  const names = new Map<string, Candidate[]>()
  const heads = new Map<string, number>()
  const find = (name: string): readonly Candidate[] => names.get(name) ?? NONE
  const add = (name: string, candidate: Candidate): void => {
    const key = normalise(name)
    const known = names.get(key)
    if (known && !known.some((k) => k.region === candidate.region && k.by === candidate.by)) known.push(candidate)
    if (known) return
    names.set(key, [candidate])
    const head = key.slice(0, HEAD)
    if ((heads.get(head) ?? 0) < key.length) heads.set(head, key.length)
  }
  const lookUp = (name: string): readonly Candidate[] => {
    const found = find(name)
    return found.length > 1 ? bestOf(found) : found
  }
  const settle = (name: string, candidate: Candidate): void => void names.set(normalise(name), [candidate])
  return { heads, open: { add, find, lookUp, settle }, entries: () => names }
}

/** The readings of a name that leave least doubt, each region once. */
export function bestOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = Math.min(...candidates.map((c) => RANK[c.by]))
  const kept = candidates.filter((c) => RANK[c.by] === best)
  return kept.filter((c, at) => kept.findIndex((o) => o.region === c.region) === at)
}
