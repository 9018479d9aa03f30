import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createGate } from '../../../../src/answering/gate/gate.ts'
import { assemble } from '../../../../src/assembly.ts'
import type { Focus } from '../../../../src/domain/conversation.ts'
import type { WalkMemory } from '../../../../src/domain/walkthrough.ts'
import { type Given, mutateAnswers, mutationLine } from '../../../../src/evaluation/mutate-answers.ts'
import { walkMutationsOf } from '../../../../src/evaluation/walk-mutations.ts'
import { readJourneys } from '../../../support/read-journeys.ts'
import { loadFirst, placesOfFirst } from './real-answers.ts'

const FILES = ['checklist', 'self-check', 'coming-back', 'dates']
const journeys = FILES.flatMap((f) => readJourneys(resolve('tests/journeys', `${f}.yaml`)))
const pack = loadFirst()
const gate = createGate(pack, placesOfFirst(pack))
let given: readonly Given[] = []

// The answers of all journeys that a walk-through gave, with what was kept before and after each.
beforeAll(async () => {
  const assistant = await assemble()
  given = journeys.flatMap(({ turns }) => {
    let focus: Focus | undefined
    let walks: WalkMemory | undefined
    const ids: string[] = []
    return turns.flatMap(({ say, day }): readonly Given[] => {
      const now = new Date(`${day}T09:00:00+08:00`)
      const before = walks
      const said = assistant.answer(say, { now, focus, walks, newId: () => `walk-${ids.push('')}` })
      focus = said.focus
      walks = said.walks
      const isOfWalk = said.answer.pieces.some((p) => p.computation?.rule === 'walk')
      return isOfWalk ? [{ question: say, answer: said.answer, kept: { before, after: walks, day } }] : []
    })
  })
})

describe('the gate on walk-throughs', () => {
  it('raises no alarm on any real answer', () => {
    expect(given.length).toBeGreaterThan(150)
    const alarms = given.flatMap((g) =>
      gate.check(g.answer, g.question, g.kept).map((f) => `${g.question}: ${f.found}`),
    )
    expect(alarms).toEqual([])
  })

  it.each([
    ['kept', 5],
    ['changed', 10],
  ] as const)(
    'catches changed numbers, names, states and negations, the pieces %s',
    { timeout: 60_000 },
    (pieces, every) => {
      const figures = mutateAnswers(
        given.filter((_, at) => at % every === 0),
        gate,
        pack,
        pieces,
        walkMutationsOf,
      )
      console.info(mutationLine(figures))
      expect(figures.kinds.status.made).toBeGreaterThan(30)
      // Shown where the figures fall.
      console.info(figures.missed.slice(0, 20))
      expect(figures.total.caught / figures.total.made).toBeGreaterThanOrEqual(0.99)
    },
  )

  it('believes nothing where it is not told what is kept', () => {
    const { answer, question } = given[0] as Given
    expect(gate.check(answer, question)).not.toEqual([])
  })

  it('knows the state of one person from that of another', () => {
    const told = given.filter((g) => g.question === '进度')
    const [one, other] = [told[0] as Given, told.find((g) => g.answer.text !== told[0]?.answer.text) as Given]
    expect(gate.check(one.answer, one.question, one.kept)).toEqual([])
    expect(gate.check(one.answer, one.question, other.kept)).not.toEqual([])
  })
})
