import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { TableRow, TableSpec } from '../../domain/table.ts'
import { AttachmentError } from './attachment-error.ts'
import type { Block } from './block.ts'
import { type ListScope, listScope } from './list-scope.ts'
import type { OpenedFile } from './open-file.ts'
import { decode, readCsvFile } from './read-csv-file.ts'
import { readList } from './read-list.ts'
import { readQuotas } from './read-quotas.ts'
import type { Odd, Stated } from './reading.ts'
import { UNKNOWN } from './reasons.ts'
import { type Resolved, resolveEntries, type Unresolved, unknownName } from './resolve-entries.ts'
import { resolveQuotas, sumQuotas } from './resolve-quotas.ts'

/** Everything that was read from a file, and whether all of it is accounted for. */
export interface AttachmentReading {
  readonly resolved: readonly Resolved[]
  readonly unresolved: readonly Unresolved[]
  readonly total: { readonly printed: number | null; readonly read: number }
  /** Sums that do not add up, in words. */
  readonly mismatches: readonly string[]
  /** What a person should look at, though it changes nothing. */
  readonly remarks: readonly string[]
}

/** Called as a file is read; `isSlow` before a step that will take more than a second by itself. */
export type Progress = (done: number, total: number, isSlow?: boolean) => void

/** Reads an opened file as one of the pack's tables. Throws `AttachmentError` where it cannot be taken. */
export async function readAttachment(
  file: OpenedFile,
  spec: TableSpec,
  pack: Pack,
  regions: Gazetteer,
  progress: Progress = () => {},
): Promise<AttachmentReading> {
  progress(0, WHOLE, file.bytes.length > SLOW_FROM[file.ending])
  const blocks = await blocksOf(file, (done, total) => progress((OPENED * done) / total, WHOLE))
  progress(OPENED, WHOLE, sizeOf(blocks) > SLOW_ROWS)
  const reading = spec.kind === 'list' ? listFrom(blocks, spec, pack, regions) : quotasFrom(blocks, spec, pack, regions)
  if (reading.resolved.length === 0 && reading.unresolved.length === 0)
    throw new AttachmentError(
      'nothing-found',
      `${file.name} 里没有找到任何地名。请核对是不是${spec.name}，或者改存为 .csv 再试。`,
    )
  return reading
}

const WHOLE = 100
/** How much of the work opening a file is. */
const OPENED = 70
// Measured: about a second on two cores. Pages of a PDF are counted as they come.
const SLOW_FROM = { docx: 25_000, xlsx: 150_000, html: 150_000, csv: 150_000, pdf: Number.POSITIVE_INFINITY }
const SLOW_ROWS = 1_000

const sizeOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, b) => sum + (b.is === 'text' ? 1 : b.rows.length), 0)

async function blocksOf(file: OpenedFile, progress: Progress): Promise<readonly Block[]> {
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
  const scope = scopeOf(spec, pack, regions)
  const { entries, odd, stated, gaps, remarks } = readList(blocks, scope)
  const { resolved, unresolved } = resolveEntries(entries, scope)
  const rows = resolved.map((r) => r.row)
  const printed = printedTotal(stated, rows.length)
  return {
    resolved,
    unresolved: inOrder([...unresolved, ...odd.map((o) => unresolvedOf(o, scope))]),
    total: { printed: printed ?? null, read: rows.length },
    mismatches: [
      ...stated.flatMap((s) => mismatchUnder(s, rows, regions)),
      ...mismatch('文件里写的总数', printed, rows.length),
      // A total that is met says that nothing is lost.
      ...(printed === rows.length ? [] : gaps),
    ],
    remarks,
  }
}

const unresolvedOf = (odd: Odd, scope: ListScope): Unresolved =>
  odd.why === UNKNOWN ? { ...odd, ...unknownName(odd.text, [], scope) } : { ...odd, candidates: [] }

function scopeOf(spec: TableSpec, pack: Pack, regions: Gazetteer): ListScope {
  const types = (isOwn: boolean): ReadonlySet<string> =>
    new Set(
      pack.regionRules
        .filter((r) => r.track !== undefined && (r.track === spec.track) === isOwn)
        .flatMap((r) => r.types),
    )
  return listScope(regions, types(true), types(false))
}

// Of several totals the largest is that of all and the others are of parts; or all are of parts.
function printedTotal(stated: readonly Stated[], read: number): number | undefined {
  const totals = stated.filter((s) => s.of === undefined).map((s) => s.count)
  if (totals.length === 0) return undefined
  const sum = totals.reduce((all, n) => all + n, 0)
  return sum === read ? sum : Math.max(...totals)
}

function mismatchUnder({ count, of, line }: Stated, rows: readonly TableRow[], regions: Gazetteer): readonly string[] {
  if (of === undefined) return []
  const read = rows.filter((r) => regions.isWithin(r.code, of)).length
  return read === count ? [] : [`第${line}行写${regions.get(of).name}${count}个，读到${read}个`]
}

const mismatch = (what: string, stated: number | undefined, read: number): readonly string[] =>
  stated === undefined || stated === read ? [] : [`${what}是${stated}个，读到${read}个`]

function quotasFrom(blocks: readonly Block[], spec: TableSpec, pack: Pack, regions: Gazetteer): AttachmentReading {
  const { entries, odd, printed, remarks } = readQuotas(blocks, spec, pack, regions)
  const { resolved, unresolved } = resolveQuotas(entries)
  return {
    resolved,
    unresolved: inOrder([...unresolved, ...odd.map((o) => ({ ...o, candidates: [] }))]),
    ...sumQuotas(resolved, printed, pack),
    remarks,
  }
}

const inOrder = (unresolved: readonly Unresolved[]): readonly Unresolved[] =>
  [...unresolved].sort((a, b) => a.line - b.line)

/** Whether every row and every sum of a file is accounted for. */
export const isWhole = ({ unresolved, mismatches }: AttachmentReading): boolean =>
  unresolved.length === 0 && mismatches.length === 0
