import type { StepId, Walk, Walkthroughs } from '../../domain/walkthrough.ts'
import { currentStep, itemsOf, stepIdsOf } from '../../rules/walk-state.ts'
import type { Frame } from '../../understanding/frame.ts'

interface Meant {
  readonly frame?: Frame
  readonly text: string
  readonly ordinal?: number
  readonly points?: 'last' | 'here'
}

/** The step that a message or one clause of it names: by its number, name or topic, or by pointing. Undefined: it names none. */
export function stepNamed(meant: Meant, walk: Walk, walkthroughs: Walkthroughs): StepId | undefined {
  const byNumber = meant.ordinal === undefined ? undefined : stepAt(meant.ordinal, walk, walkthroughs)
  if (byNumber !== undefined) return byNumber
  const byTopic = stepOfTopic(meant, walk, walkthroughs)
  if (byTopic !== undefined) return byTopic
  if (meant.points === 'last') return walk.last
  return meant.points === 'here' ? currentStep(walk, walkthroughs) : undefined
}

// Items that the notice numbers are counted so; others by their place in the list.
function stepAt(ordinal: number, walk: Walk, walkthroughs: Walkthroughs): StepId | undefined {
  const ids = stepIdsOf(walk, walkthroughs)
  if (walk.kind === 'self-check') return ids.at(ordinal > 0 ? ordinal - 1 : ordinal)
  const own = itemsOf(walk, walkthroughs)
  const numbered = own.filter((i) => i.number !== undefined)
  if (numbered.length * 2 < own.length || ordinal < 0) return ids.at(ordinal > 0 ? ordinal - 1 : ordinal)
  return walkthroughs.checklist.items.find((i) => i.number === ordinal)?.id
}

// 方案县政府同意了: of several things named, what is said of them stands last.
function stepOfTopic({ frame, text }: Meant, walk: Walk, walkthroughs: Walkthroughs): StepId | undefined {
  const steps =
    walk.kind === 'checklist'
      ? walkthroughs.checklist.items
      : walkthroughs.selfCheck.conditions.filter((c) => c.track === walk.track)
  const labelled = steps.find((s) => text.includes(s.label))
  if (labelled) return labelled.id
  const named = (frame?.topics ?? [])
    .filter((t) => t.weight >= LEAST)
    .flatMap((t) => steps.filter((s) => s.topics.includes(t.id)).map((s) => ({ id: s.id, start: t.start })))
    .sort((a, b) => a.start - b.start)
  return named.at(-1)?.id
}
const LEAST = 0.5
