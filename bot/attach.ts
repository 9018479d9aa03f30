import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { foldersOf } from '../src/assembly.ts'
import { createClock } from '../src/clock.ts'
import { loadConfig } from '../src/config.ts'
import type { AttachmentTable } from '../src/domain/table.ts'
import { ConfigurationError } from '../src/errors.ts'
import { AttachmentError } from '../src/ingestion/attachments/attachment-error.ts'
import { openFile } from '../src/ingestion/attachments/open-file.ts'
import { isWhole, readAttachment } from '../src/ingestion/attachments/read-attachment.ts'
import { loadPack } from '../src/knowledge-base/load-pack.ts'
import { loadPlaces } from '../src/knowledge-base/load-places.ts'
import { PackFaults } from '../src/knowledge-base/pack-faults.ts'
import { createLogger } from '../src/logger.ts'
import { beijingDate } from '../src/rules/calendar.ts'
import { tableFolder, writeTable } from '../src/storage/table-files.ts'
import { renderReport, renderReportJson } from './attach-report.ts'
import { zhCn } from './copy/zh-cn.ts'
import { loadedTables } from './loaded-tables.ts'
import { showProgress } from './show-progress.ts'

const copy = zhCn.attach
const DONE = 0
const NOT_TAKEN = 1
const DOES_NOT_ADD_UP = 2

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      notice: { type: 'string' },
      table: { type: 'string' },
      source: { type: 'string' },
      'checked-by': { type: 'string' },
      partial: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  return { ...values, files: positionals }
}
type Arguments = ReturnType<typeof readArguments>

/** Loads one official attachment and returns the exit status. */
async function attach(given: Arguments): Promise<number> {
  const [path, ...more] = given.files
  if (path === undefined || more.length > 0) return usage(copy.oneFile)
  // Before anything else is loaded: it says at once what is wrong with a file.
  const file = openFile(path)
  const config = loadConfig()
  const logger = createLogger('warn')
  const folders = foldersOf(given.notice ?? config.notice)
  const pack = loadPack(folders)
  const { regions, own } = loadPlaces(folders, pack)
  const spec = pack.tables.find((t) => t.id === given.table && t.basis === 'attached')
  if (!spec) return usage(copy.whichTable(pack.tables.filter((t) => t.basis === 'attached')))
  const progress = showProgress()
  const reading = await readAttachment(file, spec, pack, regions, progress.step).finally(progress.end)
  const inUse = loadedTables(config.dataDir, logger)(own, pack, regions)().get(spec.id)
  const whole = isWhole(reading)
  const writes = !given['dry-run'] && (whole || given.partial) && reading.resolved.length > 0
  // A file that adds up may still be a part of a list whose number of rows is known.
  const isAll = whole && (spec.total === undefined || spec.total === reading.resolved.length)
  const table: AttachmentTable = {
    id: spec.id,
    rows: reading.resolved.map((r) => r.row),
    complete: isAll,
    total: isAll ? reading.resolved.length : spec.total,
    manifest: {
      file: file.name,
      sha256: file.sha256,
      source: given.source ?? file.name,
      date: beijingDate(createClock(config.fixedNow)()),
      checkedBy: given['checked-by'] ?? userInfo().username,
    },
  }
  const folder = tableFolder(config.dataDir, pack.id)
  if (writes) writeTable(folder, table)
  const report = { spec, file, reading, table, inUse, written: writes, dryRun: given['dry-run'], folder }
  console.log(given.json ? renderReportJson(report) : renderReport(report, regions))
  return whole || (given.partial && reading.resolved.length > 0) ? DONE : DOES_NOT_ADD_UP
}

function usage(problem: string): number {
  console.error(`${problem}\n${copy.usage}`)
  return NOT_TAKEN
}

function refuse(error: unknown, json: boolean): number {
  if (error instanceof AttachmentError) {
    console.error(error.message)
    if (json) console.log(JSON.stringify({ error: { code: error.fault, message: error.message }, written: false }))
    return NOT_TAKEN
  }
  const mendable = error instanceof ConfigurationError || error instanceof PackFaults
  console.error(mendable ? error.message : `${copy.failed}\n${error instanceof Error ? error.stack : error}`)
  return NOT_TAKEN
}

async function main(args: readonly string[]): Promise<number> {
  let given: Arguments
  try {
    given = readArguments(args)
  } catch {
    return usage(copy.badOption)
  }
  return attach(given).catch((error: unknown) => refuse(error, given.json))
}

process.exitCode = await main(process.argv.slice(2))
