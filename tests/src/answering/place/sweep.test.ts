import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../../src/domain/answer.ts'
import { ask } from '../../../support/assistant.ts'
import { type Division, divisions, shortOf, type Track, trackOf } from '../../../support/divisions.ts'

const ASKED = '能不能申报，走哪条线'
const sharing = new Map<string, number>()
for (const { name } of divisions) sharing.set(name, (sharing.get(name) ?? 0) + 1)

// 直辖市的区才对应示范城市一类 warns a district of another city, and promises it nothing.
const WARNING = '直辖市的区才对应示范城市一类'
const SAYS: Readonly<Record<Track, (text: string) => boolean>> = {
  city: (text) => /对应示范城市一类/u.test(text) && !/对应示范县一类/u.test(text),
  county: (text) => /对应示范县一类/u.test(text) && !/对应示范城市一类/u.test(text.replace(WARNING, '')),
  unnamed: (text) => /没有写明/u.test(text) && /核实/u.test(text) && !/对应示范/u.test(text),
}

/** What is wrong with the answer for a division, or undefined. */
function faultOf(division: Division, { region, text, outcome }: Answer): string | undefined {
  const track = trackOf(division)
  if (region?.code !== division.code) return `${division.path.join('')}: taken for ${region?.name ?? outcome}`
  if (region.name !== division.name || region.track !== track) return `${division.name}: ${region.track}, not ${track}`
  return SAYS[track](text) ? undefined : `${division.name}: ${text}`
}

/** Another division is never meant: it is the one, or among those that are asked about. */
function shortFaultOf(division: Division, { region, text, outcome }: Answer): string | undefined {
  if (outcome !== 'clarify') return faultOf(division, { region, text, outcome } as Answer)
  return text.includes(division.path.join('')) ? undefined : `${division.path.join('')}: not offered in ${text}`
}

async function faults(
  asked: readonly (readonly [string, Division])[],
  fault: (division: Division, answer: Answer) => string | undefined,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const [name, division] of asked) {
    const one = fault(division, await ask(`${name}${ASKED}`))
    if (one !== undefined) found.push(`${name} ${one}`)
  }
  return found
}

describe('every division of the country', { timeout: 60_000 }, () => {
  it('is understood by its full name and given the track that its name and place make', async () => {
    const asked = divisions.map((d) => [d.path.join(''), d] as const)
    expect(asked.length).toBeGreaterThan(3_200)
    expect(await faults(asked, faultOf)).toEqual([])
  })

  it('is understood by its own name alone, or asked about where several have that name', async () => {
    const asked = divisions.filter((d) => d.path.length > 1).map((d) => [d.name, d] as const)
    const unique = asked.filter(([name]) => sharing.get(name) === 1)
    const shared = asked.filter(([name]) => sharing.get(name) !== 1)
    expect(await faults(unique, faultOf)).toEqual([])
    expect(await faults(shared, (d, a) => (a.outcome === 'clarify' ? shortFaultOf(d, a) : 'not asked about'))).toEqual(
      [],
    )
  })

  it('is never taken for another one by its shortened name', async () => {
    const asked = divisions.flatMap((d) => {
      const short = shortOf(d)
      return short === undefined ? [] : [[short, d] as const]
    })
    expect(asked.length).toBeGreaterThan(3_000)
    expect(await faults(asked, shortFaultOf)).toEqual([])
  })
})
