import type { PlaceName } from '../../rules/find-regions.ts'
import type { Frame } from '../../understanding/frame.ts'
import type { PlaceQuestion } from './place-question.ts'

/** A question as read without the names of its places, with those places and the words as written. */
export interface Heard {
  readonly frame: Frame
  readonly places: readonly PlaceName[]
  readonly written: string
  readonly before?: PlaceQuestion
}
