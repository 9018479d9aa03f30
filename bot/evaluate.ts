import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createGate } from '../src/answering/gate/gate.ts'
import { assemble, foldersOf } from '../src/assembly.ts'
import type { Case } from '../src/evaluation/judge-case.ts'
import { measure } from '../src/evaluation/measure.ts'
import { type MutationFigures, mutateAnswers, mutationLine } from '../src/evaluation/mutate-answers.ts'
import { type EvaluationBars, failuresOf, gateRows, rowsOf } from '../src/evaluation/report.ts'
import { type CaseResult, runCase } from '../src/evaluation/run-cases.ts'
import { loadPack } from '../src/knowledge-base/load-pack.ts'
import { loadPlaces } from '../src/knowledge-base/load-places.ts'

const FOLDER = join('tests', 'evaluation')
const THRESHOLDS = join('tests', 'thresholds.json')
// A fixed day, so that the figures do not move with the calendar; cases about time set their own.
const NOW = new Date('2026-11-22T09:00:00+08:00')

const readCases = (file: string): readonly Case[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Case)

// Every date, number, name and small word of the answers given is changed in turn; the gate must notice.
function mutate(results: readonly CaseResult[]): MutationFigures {
  const pack = loadPack(foldersOf())
  const { regions, own } = loadPlaces(foldersOf(), pack)
  const given = results.flatMap((r) => r.turns.map((t) => ({ question: t.say, answer: t.answer })))
  return mutateAnswers(given, createGate(pack, { regions, tables: () => own }), pack)
}

/** Plays all cases of the files and prints the figures; exit status 1 when a bar is missed. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { verbose: { type: 'boolean' }, json: { type: 'boolean' } },
    allowPositionals: true,
  })
  const files =
    positionals.length > 0
      ? positionals
      : readdirSync(FOLDER)
          .filter((f) => f.endsWith('.jsonl'))
          .map((f) => join(FOLDER, f))
  let refusals = 0
  const assistant = await assemble({ onRefusal: () => refusals++ })
  const results = files.flatMap(readCases).map((one) => runCase(one, assistant.answer, NOW))
  const mutations = mutate(results)
  const figures = measure(results)
  const { evaluation } = JSON.parse(readFileSync(THRESHOLDS, 'utf8')) as { evaluation: EvaluationBars }
  const rows = [...rowsOf(figures, evaluation), ...gateRows(mutations, refusals, evaluation)]
  if (values.json) console.log(JSON.stringify({ figures, rows }))
  else {
    if (values.verbose) console.log(failuresOf(results).join('\n'))
    console.log(`${figures.cases} cases`)
    console.table(Object.fromEntries(Object.entries(figures.byCategory).sort()))
    console.log(mutationLine(mutations))
    console.table(rows.map(({ met, ...cells }) => ({ ...cells, met: met ? 'yes' : 'NO' })))
  }
  if (rows.some((r) => !r.met)) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
