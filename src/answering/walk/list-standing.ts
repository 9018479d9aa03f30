import type { Piece } from '../../domain/answer.ts'
import type { RegionCode } from '../../domain/region.ts'
import type { Condition, Reply } from '../../domain/walkthrough.ts'
import { sourcesOf, tellList } from '../place/tell-list.ts'
import type { WalkTurn } from './walk-turn.ts'

/** What the list that decides a condition says of a place: in words, and as an answer where it can tell. Undefined where no list decides. */
export function listOf(
  condition: Condition | undefined,
  place: RegionCode | undefined,
  { draft }: WalkTurn,
): { readonly piece: Piece; readonly reply?: Reply } | undefined {
  const spec = draft.reader.pack.tables.find((t) => t.id === condition?.table)
  if (place === undefined || condition?.table === undefined || !spec) return undefined
  const { standing, piece } = tellList(place, spec, sourcesOf(draft))
  if (standing.is === 'unknown') return { piece }
  return { piece, reply: standing.is === 'listed' ? 'yes' : 'no' }
}
