import type { PlaceAsk } from '../../domain/conversation.ts'
import type { Pack } from '../../domain/pack.ts'
import type { RegionCode } from '../../domain/region.ts'
import type { PlaceName } from '../../rules/find-regions.ts'
import type { Frame, Topic } from '../../understanding/frame.ts'
import { isSpoken } from '../../understanding/topics.ts'

/** A question about places. `frame` was read without their names; no places: the one last spoken of is meant. */
export interface PlaceQuestion {
  readonly is: 'place'
  readonly asks: PlaceAsk
  readonly places: readonly PlaceName[]
  readonly frame: Frame
  /** Whether it asks if the place may apply, where that was settled by an earlier question. */
  readonly toApply?: boolean
  /** The places that alone are said to be on a list of the region asked about. */
  readonly only?: readonly RegionCode[]
}

/** Whether a question wants more than the right kind of place: 能报吗, 够格吗 do, 算不算县域 does not. */
export const asksToApply = ({ frame, toApply }: PlaceQuestion, pack: Pack): boolean =>
  toApply ??
  (isYesOrNo(frame) &&
    (frame.marks.has('asks-can') || CAN_APPLY.test(frame.text) || frame.topics.some((t) => pack.applyTopics.has(t.id))))

const CAN_APPLY = /(?:能|可以).{0,3}[报申]/u

/** Whether a question is answered by yes or no: it asks neither which nor one or the other. */
export const isYesOrNo = ({ polar, marks }: Frame): boolean =>
  polar && !marks.has('choice') && !marks.has('interrogative')

/** Whether a question asks for the rows of a table, or how many there are. */
export const asksForRows = ({ aspects }: Frame): boolean => aspects.includes('list') || aspects.includes('how-many')

/** Topics of less weight are only hinted at. */
export const NOTICED = 0.6

/** Whether a question names a topic that has nothing to do with where a place belongs or whether it may apply. */
export const isAnotherMatter = (topic: Topic, pack: Pack): boolean =>
  topic.weight >= NOTICED &&
  isSpoken(topic) &&
  !pack.concepts.get(topic.id)?.generic &&
  !pack.regionTopics.has(topic.id) &&
  !pack.applyTopics.has(topic.id)
