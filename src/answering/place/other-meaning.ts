import type { PlaceName } from '../../rules/find-regions.ts'
import { soundOf } from '../../text/sound.ts'
import type { Frame } from '../../understanding/frame.ts'
import { readFrameOnce } from '../../understanding/frame-memo.ts'
import { chooseEvidence, SURE } from '../choose-evidence.ts'
import type { Draft } from '../draft.ts'
import { NOTICED } from './place-question.ts'

// What another fact or silence answers well (材料, 截止) is no question about the place that it names in passing.
/** Whether another fact or silence answers a question so well that it names its place only in passing. */
export function isAnsweredOtherwise(frame: Frame, { reader }: Draft): boolean {
  const evidence = chooseEvidence(frame, reader)
  const own = (ids: readonly string[]): boolean => ids.some((id) => reader.pack.regionTopics.has(id))
  if (evidence.is === 'facts') return !evidence.facts.some((f) => own(f.topics))
  // 归省直管 only hints at a silence.
  const isNamed = (id: string): boolean => frame.topics.some((t) => t.id === id && t.weight >= NOTICED)
  if (evidence.is === 'silence')
    return evidence.silence.topics.some(isNamed) && !own([...evidence.silence.topics, ...evidence.silence.also])
  return false
}

// 蓝田专项整治: a short name that sounds like a word of the notice may be that word mistyped; the fact that it names so well is meant then.
/** Whether a place's name is more likely a word of the notice mistyped. */
export function isOtherWord(written: string, places: readonly PlaceName[], { reader }: Draft): boolean {
  const { bySound } = reader.lexicon
  const sounds = (p: PlaceName): boolean =>
    (bySound.get(soundOf(p.text).code) ?? []).some((e) => e.sound === soundOf(p.text).code)
  if (!places.some((p) => sounds(p) && !p.candidates.some((c) => c.by === 'official'))) return false
  const evidence = chooseEvidence(readFrameOnce(written, reader.pack, reader.lexicon), reader)
  return (
    evidence.is === 'facts' &&
    evidence.score >= SURE &&
    !evidence.facts.some((f) => f.topics.some((id) => reader.pack.regionTopics.has(id)))
  )
}
