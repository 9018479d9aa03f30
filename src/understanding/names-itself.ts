import type { Frame } from './frame.ts'
import type { Reader } from './read-message.ts'

/** Whether the question names a topic of weight by itself. */
export function namesItself(frame: Frame, { weights }: Reader): boolean {
  return frame.topics.some((t) => t.weight >= 0.6 && (weights.get(t.id) ?? 1) * t.weight >= 0.8)
}
