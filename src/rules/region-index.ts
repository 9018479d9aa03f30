import type { Gazetteer, RegionTables } from '../domain/gazetteer.ts'
import type { Candidate, Region, RegionCode } from '../domain/region.ts'
import { normalise } from '../text/normalise.ts'
import { later } from '../text/once.ts'
import { soundOf } from '../text/sound.ts'
import { bestOf, collectNames } from './region-names.ts'

const LEAST_SOUND = 2

/** Makes the gazetteer: every name that a division or zone has, had or is given. Throws on a parent or successor that is no division. */
export function createGazetteer(tables: RegionTables): Gazetteer {
  const regions = new Map([...tables.divisions, ...tables.zones].map((r): [RegionCode, Region] => [r.code, r]))
  const get = (code: RegionCode): Region => {
    const region = regions.get(code)
    if (!region) throw new Error(`${code} is no region of knowledge/regions`)
    return region
  }
  const chains = new Map<RegionCode, readonly Region[]>()
  const above = (code: RegionCode): readonly Region[] => {
    const known = chains.get(code)
    if (known) return known
    const { parent } = get(code)
    const chain = parent === undefined ? [] : [get(parent), ...above(parent)]
    chains.set(code, chain)
    return chain
  }
  const below = new Map<RegionCode, Region[]>()
  for (const division of tables.divisions)
    for (const { code } of above(division.code)) (below.get(code) ?? below.set(code, []).get(code))?.push(division)
  for (const { code } of tables.zones) above(code)
  const isWithin = (code: RegionCode, other: RegionCode): boolean =>
    code === other || above(code).some((r) => r.code === other)
  const mayPrecede = (code: RegionCode, before: RegionCode): boolean =>
    isWithin(code, before) || [code, ...above(code).map((r) => r.code)].some((c) => tables.liesIn.get(c) === before)
  const { find, lookUp, longestAt, entries } = collectNames(tables, get, isWithin)
  // Few messages need the sounds of names: they are worked out for the first that does.
  const sounds = later(() => soundsOf(entries()))
  return {
    asOf: tables.asOf,
    rules: tables.rules,
    zoneType: tables.zoneType,
    all: [...regions.values()],
    get,
    above,
    below: (code) => below.get(code) ?? [],
    isWithin,
    mayPrecede,
    provinceOf: (code) => above(code).at(-1) ?? get(code),
    lookUp,
    longestAt,
    soundingLike: (text) =>
      bestOf([...lookUp(text).filter((c) => c.by === 'sound'), ...(sounds().get(soundOf(text).code) ?? [])]),
    soundingAs: (code) => bestOf(sounds().get(code) ?? []),
    candidatesFor: (name, within) => {
      const key = normalise(name).replaceAll(' ', '')
      const own = find(key)
      const found = own.length > 0 ? own : withParents(key, lookUp, mayPrecede)
      return bestOf(found.filter((c) => within === undefined || isWithin(c.region.code, within)))
    },
  }
}

// 浙江省杭州市西湖区: the names above a division may be written before it.
function withParents(
  key: string,
  lookUp: (key: string) => readonly Candidate[],
  mayPrecede: Gazetteer['mayPrecede'],
): readonly Candidate[] {
  for (let cut = 2; cut <= key.length - 2; cut += 1) {
    const parents = lookUp(key.slice(0, cut))
    if (parents.length === 0) continue
    const rest = key.slice(cut)
    const children = lookUp(rest).length > 0 ? lookUp(rest) : withParents(rest, lookUp, mayPrecede)
    const fitting = children.filter((c) => parents.some((p) => mayPrecede(c.region.code, p.region.code)))
    if (fitting.length > 0) return fitting
  }
  return []
}

function soundsOf(names: Iterable<readonly [string, readonly Candidate[]]>): ReadonlyMap<string, readonly Candidate[]> {
  const sounds = new Map<string, readonly Candidate[]>()
  for (const [name, candidates] of names) {
    if (name.length < LEAST_SOUND) continue
    const { code } = soundOf(name)
    sounds.set(code, [...(sounds.get(code) ?? []), ...candidates.map((c): Candidate => ({ ...c, by: 'sound' }))])
  }
  return sounds
}
