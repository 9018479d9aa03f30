import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { ServerFigures, WalkFigures } from './wire-bench.ts'

const thresholds = z.object({
  bench: z.object({
    throughputRatio: z.number(),
    p95ExtraMs: z.number(),
    startRatio: z.number(),
    memoryRatio: z.number(),
    walkRatio: z.number(),
  }),
})

/** One figure against its bar: the assistant's beside the echo's, or that of a walk-through beside a plain question's. */
export interface Bar {
  readonly figure: string
  readonly floor: string
  readonly assistant: string
  readonly measured: string
  readonly bar: string
  readonly met: boolean
}

const readBars = () => thresholds.parse(JSON.parse(readFileSync('tests/thresholds.json', 'utf8'))).bench

const atMost = (figure: string, unit: string, one: number, other: number, bar: number, digits = 0): Bar => ({
  figure,
  floor: `${one.toFixed(digits)} ${unit}`,
  assistant: `${other.toFixed(digits)} ${unit}`,
  measured: `× ${(other / one).toFixed(2)}`,
  bar: `≤ × ${bar}`,
  met: other / one <= bar,
})

/** Turns of a walk-through against plain questions, by the bar of tests/thresholds.json; throughput as time a turn. */
export function holdWalksAgainstBar({ plain, walk }: WalkFigures): readonly Bar[] {
  const { walkRatio } = readBars()
  return plain.flatMap(({ conversations, p50Ms, perSecond }, index) => {
    const own = walk[index] ?? { p50Ms: Number.POSITIVE_INFINITY, perSecond: 0 }
    const figure = (what: string) => `walk-through beside plain question, ${conversations} conversations, ${what}`
    return [
      atMost(figure('p50'), 'ms', p50Ms, own.p50Ms, walkRatio, 2),
      atMost(figure('time a turn'), 'ms', 1_000 / perSecond, 1_000 / own.perSecond, walkRatio, 2),
    ]
  })
}

/** The assistant's figures against the echo's, by the bars of tests/thresholds.json. */
export function holdAgainstBars(echo: ServerFigures, assistant: ServerFigures): readonly Bar[] {
  const bench = readBars()
  const throughput = echo.loads.map(({ conversations, perSecond }, index): Bar => {
    const own = assistant.loads[index]?.perSecond ?? 0
    return {
      ...atMost(`throughput, ${conversations} conversations`, '/s', perSecond, own, 0),
      bar: `≥ × ${bench.throughputRatio}`,
      met: own / perSecond >= bench.throughputRatio,
    }
  })
  const [one, other] = [echo.loads[0]?.p95Ms ?? 0, assistant.loads[0]?.p95Ms ?? Number.POSITIVE_INFINITY]
  const latency: Bar = {
    figure: 'p95, 1 conversation',
    floor: `${one.toFixed(2)} ms`,
    assistant: `${other.toFixed(2)} ms`,
    measured: `+ ${(other - one).toFixed(2)} ms`,
    bar: `≤ + ${bench.p95ExtraMs} ms`,
    met: other - one <= bench.p95ExtraMs,
  }
  return [
    ...throughput,
    latency,
    atMost('start to first answer', 'ms', echo.startMs, assistant.startMs, bench.startRatio),
    atMost('memory, idle', 'MB', echo.idleMb, assistant.idleMb, bench.memoryRatio),
    atMost('memory, loaded', 'MB', echo.loadedMb, assistant.loadedMb, bench.memoryRatio),
  ]
}
