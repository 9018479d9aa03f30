import type { Gate } from '../answering/gate/gate.ts'
import type { KeptWalks } from '../answering/gate/truth-sources.ts'
import type { Answer, Piece } from '../domain/answer.ts'
import type { Pack } from '../domain/pack.ts'
import { MUTATION_KINDS, type Mutation, type MutationKind, mutationsOf } from './mutations.ts'

/** An answer as it was given to a question. */
export interface Given {
  readonly question: string
  readonly answer: Answer
  /** What was kept of the person, for answers of walk-throughs. */
  readonly kept?: KeptWalks
}

/** How many lies of a kind were made and caught; `true` ones are sentences of cited facts again and are not counted as made. */
export interface Caught {
  readonly made: number
  readonly caught: number
  readonly true: number
}

/** The gate's figures: `missed` shows each lie that passed, at most a hundred. */
export interface MutationFigures {
  readonly answers: number
  readonly falseAlarms: number
  readonly total: Caught
  readonly kinds: Readonly<Record<MutationKind, Caught>>
  readonly missed: readonly {
    readonly kind: MutationKind
    readonly question: string
    readonly was: string
    readonly became: string
  }[]
}

const MOST_MISSED = 100

/**
 * Changes each date, number, name and small word of real answers, one at a time, and counts what the gate catches.
 * `pieces: 'kept'`: another wording of verified pieces lies; `'changed'`: the composer itself lied.
 */
export function mutateAnswers(
  given: readonly Given[],
  gate: Gate,
  pack: Pack,
  pieces: 'kept' | 'changed' = 'kept',
  mutate = mutationsOf,
): MutationFigures {
  const distinct = given.filter((g, at) => given.findIndex((o) => o.answer.text === g.answer.text) === at)
  const counts = Object.fromEntries(MUTATION_KINDS.map((k) => [k, { made: 0, caught: 0, true: 0 }])) as Record<
    MutationKind,
    { made: number; caught: number; true: number }
  >
  const missed: MutationFigures['missed'][number][] = []
  for (const { question, answer, kept } of distinct) {
    for (const mutation of mutate(answer.text, pack)) {
      const count = counts[mutation.kind]
      const lie = tell(answer, mutation, pieces)
      if (isTrue(answer, lie, pack)) count.true += 1
      else count.made += 1
      if (isTrue(answer, lie, pack)) continue
      if (gate.check(lie, question, kept).length > 0) count.caught += 1
      else if (missed.length < MOST_MISSED)
        missed.push({ kind: mutation.kind, question, ...lineOf(answer.text, lie.text) })
    }
  }
  const falseAlarms = given.filter((g) => gate.check(g.answer, g.question, g.kept).length > 0).length
  return { answers: given.length, falseAlarms, total: sum(Object.values(counts)), kinds: counts, missed }
}

/** The figures in one line. */
export function mutationLine({ answers, falseAlarms, total, kinds }: MutationFigures): string {
  const share = (c: Caught): string => `${c.caught}/${c.made}`
  const parts = MUTATION_KINDS.map((k) => `${k} ${share(kinds[k])}`).join(', ')
  return `gate: ${share(total)} lies caught (${((100 * total.caught) / Math.max(1, total.made)).toFixed(2)} %), ${falseAlarms} false alarms on ${answers} answers: ${parts}`
}

const sum = (all: readonly Caught[]): Caught =>
  all.reduce((a, b) => ({ made: a.made + b.made, caught: a.caught + b.caught, true: a.true + b.true }), {
    made: 0,
    caught: 0,
    true: 0,
  })

const put = (text: string, { start, end, to }: Mutation): string => text.slice(0, start) + to + text.slice(end)

function tell(answer: Answer, mutation: Mutation, pieces: 'kept' | 'changed'): Answer {
  const text = put(answer.text, mutation)
  return pieces === 'kept' ? { ...answer, text } : { ...answer, text, pieces: changePieces(answer, mutation) }
}

// The pieces stand in the text one after the other, so the piece that holds the changed place is known.
function changePieces(answer: Answer, mutation: Mutation): readonly Piece[] {
  let from = 0
  return answer.pieces.map((piece) => {
    const start = answer.text.indexOf(piece.text, from)
    if (start < 0) return piece
    from = start + piece.text.length
    const inside = mutation.start >= start && mutation.end <= from
    return inside
      ? { ...piece, text: put(piece.text, { ...mutation, start: mutation.start - start, end: mutation.end - start }) }
      : piece
  })
}

// Proof that a change is no lie: every line that it touched is again a line of a fact whose clauses the answer cites.
function isTrue(answer: Answer, lie: Answer, pack: Pack): boolean {
  const before = new Set(answer.text.split('\n'))
  const cited = new Set(answer.citations.map((c) => c.clause))
  const facts = pack.facts.filter((f) => f.cites.every((c) => cited.has(c.clause)))
  const touched = lie.text.split('\n').filter((line) => !before.has(line))
  return touched.every((line) => facts.some((f) => f.say.split('\n').includes(line)))
}

function lineOf(was: string, became: string): { readonly was: string; readonly became: string } {
  const [a, b] = [was.split('\n'), became.split('\n')]
  const at = a.findIndex((line, n) => line !== b[n])
  return { was: a[at] ?? '', became: b[at] ?? '' }
}
