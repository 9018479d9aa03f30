import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Places } from '../../../../src/answering/gate/place-sentences.ts'
import { assemble, foldersOf } from '../../../../src/assembly.ts'
import type { Focus } from '../../../../src/domain/conversation.ts'
import type { Pack } from '../../../../src/domain/pack.ts'
import type { Given } from '../../../../src/evaluation/mutate-answers.ts'
import { loadPack } from '../../../../src/knowledge-base/load-pack.ts'
import { loadPlaces } from '../../../../src/knowledge-base/load-places.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const SECOND = join(ROOT, 'tests/packs/green-factory-2031')
const QUESTIONS = readFileSync(join(import.meta.dirname, 'questions.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')

/** Before the first date of the notice, between its dates, on the last one, and long after. */
export const DAYS = ['2023-07-25', '2023-08-10', '2023-09-15', '2026-11-22']

/** The gazetteer and the tables of the first pack, for its gate. */
export function placesOfFirst(pack: Pack): Places {
  const { regions, own } = loadPlaces(foldersOf(), pack)
  return { regions, tables: () => own }
}

export const loadFirst = (): Pack => load(join(ROOT, 'knowledge/notices/cnipa-2023-582'))
export const loadSecond = (): Pack => load(SECOND)
const load = (pack: string): Pack => loadPack({ pack, language: join(ROOT, 'knowledge/language') })

/** What the assistant answers to each question of the list on each day; `>>` joins the turns of a conversation. */
export async function answersOn(days: readonly string[], notice?: string): Promise<readonly Given[]> {
  const assistant = await assemble({ notice })
  return days.flatMap((day) => {
    const now = new Date(`${day}T04:00:00Z`)
    return QUESTIONS.flatMap((line) => {
      let focus: Focus | undefined
      return line.split(' >> ').map((question) => {
        const turn = assistant.answer(question, { now, focus })
        focus = turn.focus
        return { question, answer: turn.answer }
      })
    })
  })
}

export const answersOfSecond = (days: readonly string[]): Promise<readonly Given[]> => answersOn(days, SECOND)
