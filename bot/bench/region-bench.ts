import { spawnSync } from 'node:child_process'
import { foldersOf } from '../../src/assembly.ts'
import { loadPack } from '../../src/knowledge-base/load-pack.ts'
import { loadRegions } from '../../src/knowledge-base/load-regions.ts'
import { findRegions } from '../../src/rules/find-regions.ts'
import { normalise } from '../../src/text/normalise.ts'
import { knownWords } from '../../src/text/words.ts'
import { type RegionFigures, regionBars } from './region-bars.ts'

const SENTENCE = (name: string): string => {
  const text = `领导昨天开会时专门问了一句，说${name}这几年专利工作做得还可以，今年这个示范到底能不能去申报，材料什么时候交，让我先打听打听再回复他`
  return text.slice(0, LENGTH)
}
const LENGTH = 60
const STARTS = 5

/** Measures how fast a place is found in a sentence of 60 characters, and what the gazetteer adds to the start and to memory; a missed bar sets the exit code. */
export function runRegionBench(): void {
  const bars = regionBars({ ...resolution(), ...bestStart() })
  console.table(bars.map(({ met, ...cells }) => ({ ...cells, met: met ? 'yes' : 'NO' })))
  if (bars.some(({ met }) => !met)) process.exitCode = 1
}

function resolution(): Pick<RegionFigures, 'places' | 'p50Ms' | 'p95Ms' | 'floorP95Ms'> {
  const folders = foldersOf()
  loadPack(folders)
  const regions = loadRegions(folders.regions)
  const sentences = regions.all.map(({ name }) => SENTENCE(name))
  const find = (text: string): void => {
    const folded = normalise(text)
    findRegions(folded, knownWords(folded), regions)
  }
  // The floor: the same sentence only folded and cut into words.
  const cut = (text: string): void => void knownWords(normalise(text))
  for (const one of sentences) find(one)
  const found = times(sentences, find)
  return {
    places: sentences.length,
    p50Ms: at(found, 0.5),
    p95Ms: at(found, 0.95),
    floorP95Ms: at(times(sentences, cut), 0.95),
  }
}

function times(sentences: readonly string[], run: (text: string) => void): readonly number[] {
  return sentences
    .map((one) => {
      const start = performance.now()
      run(one)
      return performance.now() - start
    })
    .sort((one, other) => one - other)
}
const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0

// Each start is a process of its own; the best one is least disturbed by whatever else runs on the machine.
function bestStart(): Pick<RegionFigures, 'loadMs' | 'memoryMb' | 'packMs'> {
  const starts = Array.from({ length: STARTS }, () => {
    const { stdout } = spawnSync(process.execPath, ['--expose-gc', process.argv[1] ?? '', '--load-regions'], {
      encoding: 'utf8',
    })
    return JSON.parse(stdout) as Pick<RegionFigures, 'loadMs' | 'memoryMb' | 'packMs'>
  })
  const least = (key: 'loadMs' | 'memoryMb' | 'packMs'): number => Math.min(...starts.map((s) => s[key]))
  return { loadMs: least('loadMs'), memoryMb: Math.max(...starts.map((s) => s.memoryMb)), packMs: least('packMs') }
}

/** Loads the gazetteer once, after a pack, and prints the time and memory that it took: one start of the bench. */
export function loadOnce(): void {
  const folders = foldersOf()
  const packStart = performance.now()
  loadPack(folders)
  const packMs = performance.now() - packStart
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const start = performance.now()
  const regions = loadRegions(folders.regions)
  const loadMs = performance.now() - start
  // The sounds of names are worked out for the first message that needs them.
  regions.soundingLike(regions.all[0]?.name ?? '')
  console.log(JSON.stringify({ loadMs, packMs, memoryMb: (process.memoryUsage().rss - before) / 1e6 }))
}
