import { readFileSync } from 'node:fs'
import { z } from 'zod'

const thresholds = z.object({
  regions: z.object({ resolutionP95Ms: z.number(), loadMs: z.number(), memoryMb: z.number() }),
})

/** What the bench of the gazetteer measures. */
export interface RegionFigures {
  readonly places: number
  readonly p50Ms: number
  readonly p95Ms: number
  /** Of the same sentences, only folded and cut into words. */
  readonly floorP95Ms: number
  readonly loadMs: number
  /** Loading the pack, before the gazetteer. */
  readonly packMs: number
  readonly memoryMb: number
}

/** One figure of the gazetteer against its bar. */
export interface RegionBar {
  readonly figure: string
  readonly floor: string
  readonly measured: string
  readonly ratio: string
  readonly bar: string
  readonly met: boolean
}

/** The figures against the bars of tests/thresholds.json. */
export function regionBars(figures: RegionFigures): readonly RegionBar[] {
  const { regions } = thresholds.parse(JSON.parse(readFileSync('tests/thresholds.json', 'utf8')))
  const { places, p50Ms, p95Ms, floorP95Ms, loadMs, packMs, memoryMb } = figures
  const ms = (value: number): string => `${value.toFixed(3)} ms`
  return [
    {
      figure: `a place in 60 characters, p95 of ${places} (p50 ${ms(p50Ms)})`,
      floor: `${ms(floorP95Ms)} (cut only)`,
      measured: ms(p95Ms),
      ratio: `× ${(p95Ms / floorP95Ms).toFixed(2)}`,
      bar: `< ${regions.resolutionP95Ms} ms`,
      met: p95Ms < regions.resolutionP95Ms,
    },
    {
      figure: 'loading the gazetteer, added to the start',
      floor: `${packMs.toFixed(0)} ms (pack)`,
      measured: `${loadMs.toFixed(0)} ms`,
      ratio: `× ${(loadMs / packMs).toFixed(2)}`,
      bar: `< ${regions.loadMs} ms`,
      met: loadMs < regions.loadMs,
    },
    {
      figure: 'memory that it adds, with the sounds of names',
      floor: '–',
      measured: `${memoryMb.toFixed(0)} MB`,
      ratio: '–',
      bar: `< ${regions.memoryMb} MB`,
      met: memoryMb < regions.memoryMb,
    },
  ]
}
