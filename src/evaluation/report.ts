import type { Figures } from './measure.ts'
import type { MutationFigures } from './mutate-answers.ts'
import type { CaseResult } from './run-cases.ts'

/** Bars of an evaluation; shares between 0 and 1, `answeredThoughSilent` a number of turns. */
export interface EvaluationBars {
  readonly accuracy: number
  readonly rightClause: number
  readonly answeredThoughSilent: number
  readonly refusedThoughStated: number
  readonly consistency: number
  /** Of the lies told in real answers, the share that the gate must catch. */
  readonly gateCatch: number
  /** How many real answers it may refuse. */
  readonly gateFalseAlarms: number
}

/** One figure beside its bar. */
export interface Row {
  readonly figure: string
  readonly measured: string
  readonly bar: string
  readonly met: boolean
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** The figures beside their bars. */
export function rowsOf(figures: Figures, bars: EvaluationBars): readonly Row[] {
  const atLeast = (figure: string, measured: number, bar: number): Row => ({
    figure,
    measured: percent(measured),
    bar: `≥ ${percent(bar)}`,
    met: measured >= bar,
  })
  return [
    atLeast('accuracy', figures.accuracy, bars.accuracy),
    atLeast('right-clause rate', figures.rightClause, bars.rightClause),
    {
      figure: 'answered though silent',
      measured: String(figures.answeredThoughSilent),
      bar: `≤ ${bars.answeredThoughSilent}`,
      met: figures.answeredThoughSilent <= bars.answeredThoughSilent,
    },
    {
      figure: 'refused though stated',
      measured: percent(figures.refusedThoughStated),
      bar: `≤ ${percent(bars.refusedThoughStated)}`,
      met: figures.refusedThoughStated <= bars.refusedThoughStated,
    },
    atLeast('consistency over wordings', figures.consistency, bars.consistency),
  ]
}

/** The gate's figures beside their bars; `refusals`: real answers that it turned away. */
export function gateRows({ total }: MutationFigures, refusals: number, bars: EvaluationBars): readonly Row[] {
  const caught = total.caught / Math.max(1, total.made)
  return [
    {
      figure: 'gate: lies caught',
      measured: percent(caught),
      bar: `≥ ${percent(bars.gateCatch)}`,
      met: caught >= bars.gateCatch,
    },
    {
      figure: 'gate: false alarms',
      measured: String(refusals),
      bar: `≤ ${bars.gateFalseAlarms}`,
      met: refusals <= bars.gateFalseAlarms,
    },
  ]
}

/** The failing cases as lines: what was said, what came back, what was wrong. */
export function failuresOf(results: readonly CaseResult[]): readonly string[] {
  return results
    .filter((r) => !r.passes)
    .flatMap((r) => [
      `✗ ${r.case.id} [${r.case.category}]${r.case.now ? ` now=${r.case.now}` : ''}`,
      ...r.turns.flatMap((t) => [
        `   > ${t.say}`,
        `   < ${t.answer.text.replace(/\n/gu, ' ⏎ ')} [${t.answer.outcome}]`,
        ...t.faults.map((f) => `   - ${f}`),
      ]),
    ])
}
