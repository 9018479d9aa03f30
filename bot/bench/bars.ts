import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { ServerFigures } from './wire-bench.ts'

const thresholds = z.object({
  bench: z.object({
    throughputRatio: z.number(),
    p95ExtraMs: z.number(),
    startRatio: z.number(),
    memoryRatio: z.number(),
  }),
})

/** One figure against its bar. */
export interface Bar {
  readonly figure: string
  readonly echo: string
  readonly assistant: string
  readonly measured: string
  readonly bar: string
  readonly met: boolean
}

/** The assistant's figures against the echo's, by the bars of tests/thresholds.json. */
export function holdAgainstBars(echo: ServerFigures, assistant: ServerFigures): readonly Bar[] {
  const { bench } = thresholds.parse(JSON.parse(readFileSync('tests/thresholds.json', 'utf8')))
  const atMost = (figure: string, unit: string, one: number, other: number, bar: number): Bar => ({
    figure,
    echo: `${one.toFixed(0)} ${unit}`,
    assistant: `${other.toFixed(0)} ${unit}`,
    measured: `× ${(other / one).toFixed(2)}`,
    bar: `≤ × ${bar}`,
    met: other / one <= bar,
  })
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
    echo: `${one.toFixed(2)} ms`,
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
