import type { PlaceAsk } from '../../domain/conversation.ts'
import type { PlaceName } from '../../rules/find-regions.ts'
import type { Frame } from '../../understanding/frame.ts'

/** A question about places. `frame` was read without their names; no places: the one last spoken of is meant. */
export interface PlaceQuestion {
  readonly is: 'place'
  readonly asks: PlaceAsk
  readonly places: readonly PlaceName[]
  readonly frame: Frame
  /** Whether it asks if the place may apply, where that was settled by an earlier question. */
  readonly toApply?: boolean
}
