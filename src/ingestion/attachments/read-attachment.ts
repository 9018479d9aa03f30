import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { RegionCode } from '../../domain/region.ts'
import type { TableRow, TableSpec } from '../../domain/table.ts'
import { AttachmentError } from './attachment-error.ts'
import type { Block } from './block.ts'
import { type ListScope, listScope } from './list-scope.ts'
import type { OpenedFile } from './open-file.ts'
import { decode, readCsvFile } from './read-csv-file.ts'
import { readList } from './read-list.ts'
import { readQuotas } from './read-quotas.ts'
import type { Stated } from './reading.ts'
import { type Resolved, resolveEntries, type Unresolved } from './resolve-entries.ts'

/** Everything that was read from a file, and whether all of it is accounted for. */
export interface AttachmentReading {
  readonly resolved: readonly Resolved[]
  readonly unresolved: readonly Unresolved[]
  readonly total: { readonly printed: number | null; readonly read: number }
  /** Sums that do not add up, in words. */
  readonly mismatches: readonly string[]
}

export type Progress = (done: number, total: number) => void

/** Reads an opened file as one of the pack's tables. Throws `AttachmentError` where it cannot be taken. */
export async function readAttachment(
  file: OpenedFile,
  spec: TableSpec,
  pack: Pack,
  regions: Gazetteer,
  progress?: Progress,
): Promise<AttachmentReading> {
  const blocks = await blocksOf(file, progress)
  const reading = spec.kind === 'list' ? listFrom(blocks, spec, pack, regions) : quotasFrom(blocks, spec, pack, regions)
  if (reading.resolved.length === 0 && reading.unresolved.length === 0)
    throw new AttachmentError(
      'nothing-found',
      `${file.name} 里没有找到任何地名。请核对是不是${spec.name}，或者改存为 .csv 再试。`,
    )
  return reading
}

async function blocksOf(file: OpenedFile, progress?: Progress): Promise<readonly Block[]> {
  switch (file.ending) {
    case 'docx':
      return (await import('./read-docx.ts')).readDocx(file)
    case 'xlsx':
      return (await import('./read-xlsx.ts')).readXlsx(file)
    case 'pdf':
      return (await import('./read-pdf.ts')).readPdf(file, progress)
    case 'html':
      return (await import('./read-html.ts')).readHtml(decode(file.bytes))
    case 'csv':
      return readCsvFile(file)
  }
}

function listFrom(blocks: readonly Block[], spec: TableSpec, pack: Pack, regions: Gazetteer): AttachmentReading {
  const { entries, odd, stated } = readList(blocks, scopeOf(spec, pack, regions))
  const { resolved, unresolved } = resolveEntries(entries, scopeOf(spec, pack, regions))
  const rows = resolved.map((r) => r.row)
  const printed = printedTotal(stated)
  return {
    resolved,
    unresolved: inOrder([...unresolved, ...odd.map((o) => ({ ...o, candidates: [] }))]),
    total: { printed: printed ?? null, read: rows.length },
    mismatches: [
      ...stated.flatMap((s) => mismatchUnder(s, rows, regions)),
      ...mismatch('文件里写的总数', printed, rows.length),
    ],
  }
}

function scopeOf(spec: TableSpec, pack: Pack, regions: Gazetteer): ListScope {
  const types = (isOwn: boolean): ReadonlySet<string> =>
    new Set(
      pack.regionRules
        .filter((r) => r.track !== undefined && (r.track === spec.track) === isOwn)
        .flatMap((r) => r.types),
    )
  return listScope(regions, types(true), types(false))
}

// Of several totals the largest is that of all; the others are of parts.
function printedTotal(stated: readonly Stated[]): number | undefined {
  const totals = stated.filter((s) => s.of === undefined).map((s) => s.count)
  return totals.length === 0 ? undefined : Math.max(...totals)
}

function mismatchUnder({ count, of, line }: Stated, rows: readonly TableRow[], regions: Gazetteer): readonly string[] {
  if (of === undefined) return []
  const read = rows.filter((r) => regions.isWithin(r.code, of)).length
  return read === count ? [] : [`第${line}行写${regions.get(of).name}${count}个，读到${read}个`]
}

const mismatch = (what: string, stated: number | undefined, read: number): readonly string[] =>
  stated === undefined || stated === read ? [] : [`${what}是${stated}个，读到${read}个`]

function quotasFrom(blocks: readonly Block[], spec: TableSpec, pack: Pack, regions: Gazetteer): AttachmentReading {
  const { entries, odd, printed } = readQuotas(blocks, spec, pack, regions)
  const { resolved, unresolved } = resolveQuotas(entries)
  const sumOf = (key?: string): number =>
    resolved
      .flatMap((r) => Object.entries(r.row.values ?? {}))
      .filter(([k]) => key === undefined || k === key)
      .reduce((sum, [, value]) => sum + value, 0)
  const byColumn = [...printed].filter(([key]) => key !== '')
  const whole = printed.get('') ?? (byColumn.length > 0 ? byColumn.reduce((sum, [, n]) => sum + n, 0) : undefined)
  return {
    resolved,
    unresolved: inOrder([...unresolved, ...odd.map((o) => ({ ...o, candidates: [] }))]),
    total: { printed: whole ?? null, read: sumOf() },
    mismatches: [
      ...byColumn.flatMap(([key, n]) => mismatch(`合计行里 ${key} 一列`, n, sumOf(key))),
      ...mismatch('文件里写的总数', whole, sumOf()),
    ],
  }
}

type Entries = Parameters<typeof resolveEntries>[0]

// Quotas go to provinces; a city may have a row of its own.
function resolveQuotas(entries: Entries): ReturnType<typeof resolveEntries> {
  const resolved: Resolved[] = []
  const unresolved: Unresolved[] = []
  const lines = new Map<RegionCode, number>()
  for (const { line, place, values } of entries) {
    const all = place.candidates.map((c) => c.region)
    const provinces = all.filter((r) => r.parent === undefined)
    const [region, ...others] = provinces.length > 0 ? provinces : all
    const before = region && lines.get(region.code)
    const why =
      region === undefined
        ? '行政区划里没有这个名称'
        : others.length > 0
          ? '有几个地方叫这个名称'
          : before !== undefined
            ? `和第${before}行重复`
            : undefined
    if (region === undefined || why !== undefined) {
      unresolved.push({ line, text: place.text, why: why ?? '', candidates: all })
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

const inOrder = (unresolved: readonly Unresolved[]): readonly Unresolved[] =>
  [...unresolved].sort((a, b) => a.line - b.line)

/** Whether every row and every sum of a file is accounted for. */
export const isWhole = ({ unresolved, mismatches }: AttachmentReading): boolean =>
  unresolved.length === 0 && mismatches.length === 0
