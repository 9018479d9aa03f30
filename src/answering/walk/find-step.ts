import type { ChecklistItem, Condition, StepId, Walk, Walkthroughs } from '../../domain/walkthrough.ts'
import { currentStep, itemsOf, stepIdsOf } from '../../rules/walk-state.ts'
import type { Frame } from '../../understanding/frame.ts'
import type { Count } from '../../understanding/read-counts.ts'

/** What a message or one clause of it says to name a step. */
export interface Naming {
  readonly frame?: Frame
  readonly text: string
  readonly counts: readonly Count[]
  readonly points?: 'last' | 'here'
  readonly all?: boolean
}

/** The one step that is named: by number, name or topic, or by pointing. Undefined: none. */
export const stepNamed = (naming: Naming, walk: Walk, walkthroughs: Walkthroughs): StepId | undefined =>
  stepsNamed(naming, walk, walkthroughs)[0] ?? pointedAt(naming, walk, walkthroughs)

/** The steps that are named by number, name or topic. */
export function stepsNamed(naming: Naming, walk: Walk, walkthroughs: Walkthroughs): readonly StepId[] {
  const counted = naming.counts.flatMap((c) => countedBy(c, walk, walkthroughs).slice(0, 1))
  return counted.length > 0 ? unrepeated(counted) : byTopic(naming, walk, walkthroughs)
}

/** What pointing words point to: 刚才那个, 这个. */
export function pointedAt({ points }: Naming, walk: Walk, walkthroughs: Walkthroughs): StepId | undefined {
  if (points === 'last') return walk.last
  return points === 'here' ? currentStep(walk, walkthroughs) : undefined
}

/** The two steps that a number may mean (第二个: 材料2, or the second step); undefined where it means one at most. */
export function countedEither(naming: Naming, walk: Walk, walkthroughs: Walkthroughs): readonly StepId[] | undefined {
  if (byTopic(naming, walk, walkthroughs).length > 0) return undefined
  return naming.counts.map((c) => countedBy(c, walk, walkthroughs)).find((steps) => steps.length > 1)
}

function countedBy({ value, by }: Count, walk: Walk, walkthroughs: Walkthroughs): readonly StepId[] {
  const ids = stepIdsOf(walk, walkthroughs)
  const placed = ids.at(value > 0 ? value - 1 : value)
  const inPlace = placed === undefined ? [] : [placed]
  if (walk.kind === 'self-check' || by === 'place' || value < 1) return inPlace
  const ofNotice = walkthroughs.checklist.items.find((i) => i.number === value)?.id
  const numbered = ofNotice === undefined ? [] : [ofNotice]
  if (by === 'numbered') return numbered
  const own = itemsOf(walk, walkthroughs)
  const isCounted = own.filter((i) => i.number !== undefined).length * 2 >= own.length
  if (!isCounted || !own.some((i) => i.id === ofNotice)) return inPlace
  return by === 'either' ? unrepeated([...numbered, ...inPlace]) : numbered
}

const unrepeated = (ids: readonly StepId[]): readonly StepId[] => [...new Set(ids)]

interface Mention {
  readonly id: StepId
  readonly start: number
  readonly end: number
}

// What is said first is what something is said of (申报函正在走签批), with what stands beside it (报告和方案).
function byTopic(naming: Naming, walk: Walk, walkthroughs: Walkthroughs): readonly StepId[] {
  const steps = stepsOf(walk, walkthroughs)
  const mentions = mentionsOf(naming, steps)
  const [first, ...others] = mentions
  if (!first) return []
  // 方案县政府同意了 is said of the step that only waits for the one before it.
  const next = others.find((o) => isStepAfter(o.id, first.id, walkthroughs))
  if (next) return [next.id]
  if (naming.all) return unrepeated(mentions.map((m) => m.id))
  const beside = [first]
  for (const other of others) {
    const last = beside.at(-1) as Mention
    if (!BESIDE.test(naming.text.slice(last.end, other.start))) break
    beside.push(other)
  }
  return unrepeated(beside.map((m) => m.id))
}
const BESIDE = /^(?:和|跟|与|同|及|以及|还有|、|加|连同)$/u

const isStepAfter = (id: StepId, before: StepId, { checklist }: Walkthroughs): boolean => {
  const needs = checklist.items.find((i) => i.id === id)?.needs ?? []
  return needs.length === 1 && needs[0] === before
}

const stepsOf = (walk: Walk, { checklist, selfCheck }: Walkthroughs): readonly (ChecklistItem | Condition)[] =>
  walk.kind === 'checklist' ? checklist.items : selfCheck.conditions.filter((c) => c.track === walk.track)

function mentionsOf({ frame, text }: Naming, steps: readonly (ChecklistItem | Condition)[]): readonly Mention[] {
  const byLabel = steps.flatMap((s) =>
    labelsOf(s).flatMap((label) => {
      const start = text.indexOf(label)
      return start < 0 ? [] : [{ id: s.id, start, end: start + label.length }]
    }),
  )
  const topics = (frame?.topics ?? []).filter((t) => t.weight >= LEAST)
  const byWord = topics.flatMap((t) =>
    steps
      .filter((s) => s.topics.includes(t.id))
      .map((s) => ({ id: s.id, start: t.start, end: t.end }))
      // A label says which of the steps that share a word is meant.
      .filter((m) => !byLabel.some((l) => l.start < m.end && m.start < l.end)),
  )
  return [...byLabel, ...byWord].sort((a, b) => a.start - b.start || b.end - a.end)
}
const LEAST = 0.5

// 管理能力和工作条件 is called 管理能力 as well.
const labelsOf = ({ label, words }: ChecklistItem | Condition): readonly string[] => [
  label,
  ...words,
  ...label.split(/[、和]/u).filter((part) => part !== label && part.length >= SHORTEST_PART),
]
const SHORTEST_PART = 4
