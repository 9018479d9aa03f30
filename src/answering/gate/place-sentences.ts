import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { Region } from '../../domain/region.ts'
import type { TableSpec, Tables } from '../../domain/table.ts'
import { normalise, skeleton } from '../../text/normalise.ts'
import { fullName, namesAbove } from '../place/name-region.ts'
import { placeCopy } from '../place/place-copy.ts'
import { formerText, identityTexts } from '../place/tell-level.ts'
import { coverageText, elsewhereText, type ListSources, rowTexts, standingText } from '../place/tell-list.ts'
import { computedQuotaTexts, quotaTexts } from '../place/tell-quota.ts'

/** What sentences about places are composed from again. */
export interface Places {
  readonly regions: Gazetteer
  readonly tables: () => Tables
}

/** Whether a line says truly what a place is, where it stands on a list or what its quota is: composed again from the gazetteer and the tables. */
export function isTrueOfPlace(line: string, question: string, pack: Pack, places: Places | undefined): boolean {
  if (!places) return false
  return (
    isOfName(line, question, pack, places) ||
    named(line, places.regions).some((r) => isOfRegion(line, r, pack, places)) ||
    isOfTable(line, pack, places)
  )
}

// Official names that stand in a line.
function named(line: string, regions: Gazetteer): readonly Region[] {
  const text = normalise(line)
  const found = new Set<Region>()
  for (let at = 0; at < text.length; at += 1)
    for (let size = 2; size <= Math.min(regions.longestAt(text, at), text.length - at); size += 1)
      for (const c of regions.lookUp(text.slice(at, at + size))) if (c.by === 'official') found.add(c.region)
  return [...found]
}

function isOfRegion(line: string, { code, name }: Region, pack: Pack, { regions, tables }: Places): boolean {
  const sources = { pack, regions, tables: tables() }
  const above = namesAbove(code, regions)
  const [, former = ''] = FORMER.exec(line) ?? []
  const was = regions.lookUp(normalise(former)).find((c) => c.region.code === code && c.by === 'former')
  const heard = quoted(line)
  const sounds = heard !== undefined && soundsLike(heard, code, regions)
  return (
    identityTexts({ code, written: name, by: 'official' }, regions).includes(line) ||
    ENDINGS.some((kind) => identityTexts({ code, written: name, by: 'official', kind }, regions).includes(line)) ||
    (was !== undefined && line === formerText(former, code, was.until, regions)) ||
    (sounds && line === placeCopy.heard(heard, name, above)) ||
    (heard !== undefined &&
      partTypes(regions).some((p) => line === placeCopy.isPart(heard, fullName(code, regions), p))) ||
    pack.tables.some((spec) =>
      spec.kind === 'list'
        ? standingText(code, spec, sources) === line ||
          rowTexts(code, spec, sources).includes(line) ||
          elsewhereText(code, spec, sources) === line
        : quotaTexts(code, spec, sources).includes(line),
    ) ||
    numbered(line) === fullName(code, regions)
  )
}

// Sentences about a name that is no division, or several.
function isOfName(line: string, question: string, pack: Pack, { regions, tables }: Places): boolean {
  const written = quoted(line)
  if (/^一共有\d+处/u.test(line)) return line === placeCopy.tooMany(Number(/\d+/u.exec(line)?.[0]))
  const name = written ?? ''
  const found = regions.lookUp(normalise(name))
  const candidates = found.length
  if (line === placeCopy.which(name, [])) return candidates !== 1 && name !== ''
  if (line === placeCopy.near([])) return true
  if (ENDINGS.some((e) => line === placeCopy.whichKind(e) || line === placeCopy.nameIt(e))) return true
  if (found.some((c) => c.by === 'former' && line === placeCopy.whichNow(name, c.until, []))) return true
  if (line === placeCopy.unknown(name, regions.asOf)) return candidates === 0 && isEcho(name, question)
  return pack.tables.some((t) => {
    if (line === coverageText(t, { pack, regions, tables: tables() })) return true
    const asked = nameIn(line, (n) => placeCopy.unknownOnList(t.name, n, rows(t.id, tables()), t.total))
    return asked !== undefined && isEcho(asked, question) && regions.lookUp(normalise(asked)).length === 0
  })
}

// Sentences about a whole table, and about several rows of one.
function isOfTable(line: string, pack: Pack, { regions, tables }: Places): boolean {
  const sources = { pack, regions, tables: tables() }
  return pack.tables.some((spec) =>
    spec.kind === 'list'
      ? line.includes(placeCopy.country) && rowTexts(undefined, spec, sources).includes(line)
      : line === placeCopy.noQuotas(spec.name, placeCopy.provinces) || isSumOf(line, spec, sources),
  )
}

function isSumOf(line: string, spec: TableSpec, sources: ListSources): boolean {
  const codes = named(line, sources.regions).map((r) => r.code)
  return computedQuotaTexts(codes, spec, sources).includes(line)
}

const ENDINGS = ['区', '县', '市', '旗', '盟', '州']
const rows = (id: string, tables: Tables): number => tables.get(id)?.rows.length ?? 0
const FORMER = /^(.+?)是旧/u
const quoted = (line: string): string | undefined => /“([^”]+)”/u.exec(line)?.[1]
const numbered = (line: string): string => line.replace(/^\d+\. /u, '')
const isEcho = (name: string, question: string): boolean => skeleton(question).includes(skeleton(name))
const partTypes = (regions: Gazetteer): readonly string[] => [regions.zoneType, ...Object.values(regions.rules.below)]
const soundsLike = (heard: string, code: string, regions: Gazetteer): boolean =>
  /^[a-z ]+$/u.test(heard) || regions.soundingLike(normalise(heard)).some((c) => c.region.code === code)

// The name for which a template makes this line.
const GAP = '\u0000'
function nameIn(line: string, make: (name: string) => string): string | undefined {
  const [before = '', ...after] = make(GAP).split(GAP)
  const length = (line.length - before.length - after.join('').length) / after.length
  const name = line.slice(before.length, before.length + length)
  return name !== '' && make(name) === line ? name : undefined
}
