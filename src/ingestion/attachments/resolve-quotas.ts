import type { Pack } from '../../domain/pack.ts'
import type { Region, RegionCode } from '../../domain/region.ts'
import type { QuotaKey } from '../../domain/table.ts'
import { quotaName } from '../../rules/quota-name.ts'
import type { Place } from './place-of.ts'
import type { QuotaReading } from './read-quotas.ts'
import type { Entry } from './reading.ts'
import { repeats, SEVERAL, UNKNOWN } from './reasons.ts'
import type { Resolved, Unresolved } from './resolve-entries.ts'

/** Finds the one place of each row of quotas: a province, or a city that has a row of its own. */
export function resolveQuotas(entries: readonly Entry[]): {
  readonly resolved: readonly Resolved[]
  readonly unresolved: readonly Unresolved[]
} {
  const resolved: Resolved[] = []
  const unresolved: Unresolved[] = []
  const lines = new Map<RegionCode, number>()
  for (const { line, place, values } of entries) {
    const candidates = regionsMeant(place)
    const [region] = candidates
    const why = whyNot(candidates, lines)
    if (region === undefined || why !== undefined) {
      unresolved.push({ line, text: place.text, why: why ?? '', candidates })
      continue
    }
    lines.set(region.code, line)
    resolved.push({
      row: { line, code: region.code, name: place.name, ...(values && { values }) },
      text: place.text,
      region,
    })
  }
  return { resolved, unresolved }
}

function regionsMeant(place: Place): readonly Region[] {
  const all = place.candidates.map((c) => c.region)
  const provinces = all.filter((r) => r.parent === undefined)
  return provinces.length > 0 ? provinces : all
}

function whyNot([region, ...others]: readonly Region[], lines: ReadonlyMap<RegionCode, number>): string | undefined {
  if (region === undefined) return UNKNOWN
  if (others.length > 0) return SEVERAL
  const before = lines.get(region.code)
  return before === undefined ? undefined : repeats(before)
}

/** What the quotas that were read add up to, and where that is not what the file prints. */
export function sumQuotas(resolved: readonly Resolved[], printed: QuotaReading['printed'], pack: Pack) {
  const sumOf = (key?: string): number =>
    resolved
      .flatMap((r) => Object.entries(r.row.values ?? {}))
      .filter(([k]) => key === undefined || k === key)
      .reduce((sum, [, value]) => sum + value, 0)
  const byColumn = [...printed].filter((one): one is [QuotaKey, number] => one[0] !== '')
  const whole = printed.get('') ?? (byColumn.length > 0 ? byColumn.reduce((sum, [, n]) => sum + n, 0) : undefined)
  const off = (what: string, stated: number | undefined, read: number): readonly string[] =>
    stated === undefined || stated === read ? [] : [`${what}是${stated}，各行相加是${read}`]
  return {
    total: { printed: whole ?? null, read: sumOf() },
    mismatches: [
      ...byColumn.flatMap(([key, n]) => off(`合计行里${quotaName(key, pack)}一列`, n, sumOf(key))),
      ...off('文件里写的总数', whole, sumOf()),
    ],
  }
}
