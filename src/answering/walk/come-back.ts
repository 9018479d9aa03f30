import type { ActiveWalk } from '../../domain/walkthrough.ts'
import { tellsTo } from '../../understanding/read-walk-saying.ts'
import { goOnWith } from './begin-walk.ts'
import { tellMatrix, tellSaved } from './overview.ts'
import { takeActive } from './take-active.ts'
import { placeNamed } from './told-of-walk.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'

/** 继续上次的清单, in a new conversation: the walk-through touched last, or that of the place named. */
export function comeBack(turn: WalkTurn): Walked | undefined {
  const { memory, saying, draft } = turn
  const { commands } = saying
  if (commands.has('lists') && !commands.has('resume')) return { pieces: tellSaved(turn), memory }
  if (commands.has('matrix') && !saying.frames.some((f) => f.topics.length > MOST_TOPICS))
    return { pieces: tellMatrix(turn), memory }
  const returns = tellsTo(saying, 'resume', 'left', 'progress', 'export', 'calendar', 'yes-go-on')
  if (memory.saved.length === 0 || !returns || (draft.focus !== undefined && commands.has('yes-go-on')))
    return undefined
  const { place } = placeNamed(turn)
  const fitting = memory.saved.filter((w) => place === undefined || w.place === place)
  const [last] = [...fitting].sort((a, b) => b.touched.localeCompare(a.touched))
  if (!last) return undefined
  const active: ActiveWalk = { id: last.id, aside: 0 }
  const resumed = { ...turn, memory: { ...memory, active } }
  return commands.has('resume') ? goOnWith(last, resumed) : takeActive(last, resumed)
}
const MOST_TOPICS = 3
