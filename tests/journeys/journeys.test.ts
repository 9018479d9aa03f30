import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Assistant, assemble } from '../../src/assembly.ts'
import { SECOND_PACK } from '../knowledge/broken-pack.ts'
import { openTurn, openWire, playJourney } from '../support/play-journey.ts'
import { readJourneys } from '../support/read-journeys.ts'

const FEWEST = 30
const files = readdirSync(import.meta.dirname).filter((f) => f.endsWith('.yaml'))
const first = files.flatMap((f) => readJourneys(resolve(import.meta.dirname, f)))
const second = readJourneys(resolve(SECOND_PACK, 'journeys.yaml'))

const refused: unknown[] = []
const assistants: { first?: Assistant; second?: Assistant } = {}
beforeAll(async () => {
  const onRefusal = (faults: unknown): unknown => refused.push(faults)
  assistants.first = await assemble({ onRefusal })
  assistants.second = await assemble({ notice: SECOND_PACK, onRefusal })
})

it('is as much as it takes to believe it, each under a name of its own', () => {
  const names = [...first, ...second].map((j) => j.name)
  expect(names.length).toBeGreaterThanOrEqual(FEWEST)
  expect(new Set(names).size).toBe(names.length)
})

describe.each([
  ['the turn function', openTurn],
  ['the wire', openWire],
] as const)('a journey on %s', (_name, open) => {
  it.each(first.map((j) => [j.name, j] as const))('%s', async (_journey, journey) => {
    refused.length = 0
    expect(await playJourney(journey, assistants.first as Assistant, open)).toEqual([])
    expect(refused).toEqual([])
  })

  it.each(second.map((j) => [j.name, j] as const))('of another notice: %s', async (_journey, journey) => {
    refused.length = 0
    expect(await playJourney(journey, assistants.second as Assistant, open)).toEqual([])
    expect(refused).toEqual([])
  })
})
