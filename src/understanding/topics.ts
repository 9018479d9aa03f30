import type { ConceptId } from '../domain/notice.ts'
import type { Frame, Topic } from './frame.ts'
import type { Weights } from './rank-entries.ts'

const TELLING = 1

/** Whether the sentence itself names the topic: one pointed to or carried over stands nowhere in it. */
export const isSpoken = (topic: Topic): boolean => topic.end > topic.start

/** A topic that the sentence does not name: pointed to, or carried over from the conversation. */
export const unspoken = (id: ConceptId, weight: number): Topic => ({ id, weight, start: 0, end: 0, negated: false })

/** The topics whose concept tells one matter of the notice from another, whether spoken or not. */
export const tellingTopics = (frame: Frame, weights: Weights): readonly Topic[] =>
  frame.topics.filter((t) => (weights.get(t.id) ?? TELLING) >= TELLING)
