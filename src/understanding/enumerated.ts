import type { Frame, Topic } from './frame.ts'
import type { Weights } from './rank-entries.ts'
import { isSpoken, tellingTopics } from './topics.ts'

// A word or two may qualify the next item (网上挂出来的日期).
const BETWEEN = /^\p{Script=Han}{0,2}[、,和跟与及以同 ]{1,3}\p{Script=Han}{0,4}$/u

/** Topics that stand side by side in a list (推荐函、申报函和方案), in their order; empty when fewer than two do. */
export function enumeratedTopics(frame: Frame, weights: Weights): readonly Topic[] {
  const telling = tellingTopics(frame, weights)
    .filter(isSpoken)
    .sort((a, b) => a.start - b.start)
  const listed = new Set<Topic>()
  for (const [at, topic] of telling.entries()) {
    const next = telling.slice(at + 1).find((t) => t.start >= topic.end)
    if (!next || !BETWEEN.test(frame.text.slice(topic.end, next.start))) continue
    listed.add(topic).add(next)
  }
  return [...listed]
}

/** The frame as if it asked about one item of the list only. */
export const askedOf = (topic: Topic, listed: readonly Topic[], frame: Frame): Frame => ({
  ...frame,
  topics: frame.topics.filter((t) => t === topic || !listed.includes(t)),
})
