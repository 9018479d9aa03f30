import type { Gazetteer } from '../src/domain/gazetteer.ts'
import type { RegionCode } from '../src/domain/region.ts'
import type { AttachmentTable, TableRow, TableSpec } from '../src/domain/table.ts'
import type { OpenedFile } from '../src/ingestion/attachments/open-file.ts'
import type { AttachmentReading } from '../src/ingestion/attachments/read-attachment.ts'
import { zhCn } from './copy/zh-cn.ts'

const copy = zhCn.attach

/** What was read from a file and what became of it. */
export interface AttachReport {
  readonly spec: TableSpec
  readonly file: OpenedFile
  readonly reading: AttachmentReading
  readonly table: AttachmentTable
  /** The table in whose place it comes. */
  readonly inUse?: AttachmentTable
  readonly written: boolean
  readonly dryRun: boolean
  readonly folder: string
}

/** The report for programs, as one JSON object. */
export function renderReportJson({ reading, written }: AttachReport): string {
  return JSON.stringify({
    rows: reading.resolved.map(({ row, text, region, remark }) => ({
      line: row.line,
      text,
      code: row.code,
      name: region.name,
      ...(row.category !== undefined && { category: row.category }),
      ...(row.values && { values: row.values }),
      ...(remark !== undefined && { remark }),
    })),
    unresolved: reading.unresolved.map(({ line, text, why, candidates }) => ({
      line,
      text,
      why,
      candidates: candidates.map(({ code, name }) => ({ code, name })),
    })),
    total: reading.total,
    mismatches: reading.mismatches,
    remarks: reading.remarks,
    written,
  })
}

/** The report for the terminal, in Chinese. */
export function renderReport(report: AttachReport, regions: Gazetteer): string {
  const { spec, file, reading, written, dryRun, folder, table } = report
  const named = (code: RegionCode): string =>
    [regions.get(code), ...regions.above(code)]
      .map((r) => r.name)
      .reverse()
      .join('')
  const { unresolved, mismatches, resolved, total } = reading
  return [
    copy.read(spec.name, file.name, resolved.length, total),
    ...section(
      copy.toSettle(unresolved.length),
      unresolved.map((u) =>
        copy.unresolved(
          u.line,
          u.text,
          u.why,
          u.candidates.map((c) => named(c.code)),
        ),
      ),
    ),
    ...section(copy.doNotAddUp, mismatches),
    ...section(copy.remarks, [
      ...resolved.flatMap((r) => (r.remark === undefined ? [] : [copy.remark(r.row.line, r.text, r.remark)])),
      ...reading.remarks,
    ]),
    ...(isShort(report) ? [copy.short(spec.total ?? 0, resolved.length)] : []),
    ...changes(report, named),
    written
      ? copy.written(`${folder}/${table.id}.json`, table.complete, file.sha256)
      : dryRun
        ? copy.dryRun
        : copy.notWritten,
  ].join('\n')
}

const isShort = ({ spec, table, reading }: AttachReport): boolean =>
  !table.complete && spec.total !== undefined && spec.total !== reading.resolved.length

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((l) => `  ${l}`)]

const MOST_SHOWN = 30

function changes({ table, inUse }: AttachReport, named: (code: RegionCode) => string): readonly string[] {
  const before = new Map((inUse?.rows ?? []).map((r) => [r.code, r]))
  const after = new Map(table.rows.map((r) => [r.code, r]))
  const added = table.rows.filter((r) => !before.has(r.code)).map((r) => `+ ${named(r.code)}`)
  const gone = [...before.keys()].filter((c) => !after.has(c)).map((c) => `- ${named(c)}`)
  const other = table.rows.filter((r) => differs(before.get(r.code), r)).map((r) => `~ ${named(r.code)}`)
  const all = [...gone, ...other, ...added]
  const more = all.length > MOST_SHOWN ? [copy.more(all.length - MOST_SHOWN)] : []
  return section(copy.changes(added.length, gone.length, other.length), [...all.slice(0, MOST_SHOWN), ...more])
}

const differs = (before: TableRow | undefined, row: TableRow): boolean =>
  before !== undefined &&
  (before.category !== row.category || JSON.stringify(before.values) !== JSON.stringify(row.values))
