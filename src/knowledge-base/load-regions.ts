import type { Gazetteer } from '../domain/gazetteer.ts'
import { createGazetteer } from '../rules/region-index.ts'
import { PackFaults } from './pack-faults.ts'
import { readCsv } from './read-csv.ts'
import { readYaml } from './read-yaml.ts'
import { FormerRow, NicknameRow, RegionRow, RegionsFile } from './region-schemas.ts'

/** Loads `knowledge/regions`. Throws `PackFaults` with every fault of every file. A pack's language must be loaded before: names are folded with it. */
export function loadRegions(folder: string): Gazetteer {
  const faults: string[] = []
  const rules = readYaml(folder, 'regions.yaml', RegionsFile, faults)
  const divisions = readCsv(folder, 'divisions.csv', RegionRow, faults)
  const zones = readCsv(folder, 'zones.csv', RegionRow, faults)
  const former = readCsv(folder, 'former-names.csv', FormerRow, faults)
  const nicknames = readCsv(folder, 'nicknames.csv', NicknameRow, faults)
  const nameOf = new Map([...divisions, ...zones].map((r) => [r.code, r.name]))
  const expect = (file: string, code: string, name: string): void => {
    if (nameOf.get(code) !== name) faults.push(`${file}: ${code} is ${nameOf.get(code) ?? 'unknown'}, not ${name}`)
  }
  for (const f of former) expect('former-names.csv', f.successor_code, f.successor_name)
  for (const n of nicknames) expect('nicknames.csv', n.code, n.name)
  if (!rules || faults.length > 0) throw new PackFaults(folder, faults)
  return createGazetteer({
    asOf: rules.source['as-of'],
    divisions: divisions.map(({ parent, ...r }) => (parent === '' ? r : { ...r, parent })),
    zones: zones.map(({ parent, ...r }) => ({ ...r, parent })),
    former: former.map((f) => ({
      name: f.former,
      parent: f.former_parent,
      until: f.year,
      successor: f.successor_code,
    })),
    nicknames: nicknames.map((n) => ({ name: n.nickname, code: n.code })),
    zoneType: rules.zones.type,
    liesIn: new Map([[rules.corps.code, rules.corps['lies-in']]]),
    rules: rules.names,
  })
}
