import type { PlaceAsk } from '../../domain/conversation.ts'
import { readFrameOnce } from '../../understanding/frame-memo.ts'
import type { Draft } from '../draft.ts'
import { asksOfPlace, type Heard } from './asks-of-place.ts'

// The place itself, and what it can.
const CAN = /^[^\u25a0-\u25f9]{0,6}[\u25a0-\u25f9]+(?:自己|单独|也|还|就|这次|今年|到底)?(?:能|可以|可不可以|可否)/u

/** What one clause asks of its places where all the others only tell of them: 昌江区能报示范城市吗，我们是陶瓷之都. */
export function asksInClause(heard: Heard, draft: Draft): PlaceAsk | undefined {
  const { pack, lexicon } = draft.reader
  const clauses = heard.frame.text.split(/[,.;?!]/u).filter((c) => c !== '')
  if (clauses.length < 2) return undefined
  const frames = clauses.map((c) => readFrameOnce(c, pack, lexicon))
  const [asking, ...others] = frames.filter((f) => f.polar || f.marks.has('interrogative') || f.claim)
  if (!asking || others.length > 0 || !CAN.test(asking.text)) return undefined
  return asksOfPlace({ ...heard, frame: asking }, draft) === 'level' ? 'level' : undefined
}
