import type { WalkKind } from '../../domain/walkthrough.ts'
import { partNamed, placeNamed } from './told-of-walk.ts'
import type { WalkTurn } from './walk-turn.ts'

/** The kind of walk-through that a message begins: asked for in words, or named together with whose it is (材料清单,海盐县). */
export function beginsWalk(turn: WalkTurn): WalkKind | undefined {
  const { saying } = turn
  if (saying.starts) return saying.starts
  if (!saying.names || saying.asks || saying.commands.has('lists') || isListOfPlaces(turn)) return undefined
  const isOwn = saying.own && saying.reports.length > 1
  const { place, choice } = placeNamed(turn)
  const isWhose = place !== undefined || choice !== undefined || partNamed(turn) !== undefined || isOwn
  return isWhose ? saying.names : undefined
}

// 示范县清单: the places that have a title, not what is to be done.
function isListOfPlaces({ saying, draft }: WalkTurn): boolean {
  const { stages, tracks } = draft.reader.pack
  const words = [...stages, ...tracks].flatMap((one) => [one.name, ...one.words])
  return words.some((w) => saying.text.includes(`${w}清单`) || saying.text.includes(`${w}的清单`))
}
