import type { Fact } from '../domain/fact.ts'
import type { Pack } from '../domain/pack.ts'
import { tagWords } from '../text/words.ts'
import type { Frame } from '../understanding/frame.ts'
import { isSpoken } from '../understanding/topics.ts'

const AND_THAT = /^(?:那|那么|还有)?(\p{Script=Han}{2,8}?)(?:那块|这块|那头|方面)?呢[?。]*$/u
const ALONG =
  /一起[提说写讲]|一并[提说写讲]|同时[提说写讲]|跟着[提说写讲]|接着[提说写讲]|紧跟着|还[提说写讲]|[那这]段|同一?句/u

/** 导向呢, 一起提到的规划叫什么: what the clause last shown says of the thing that is named now. Undefined where it says nothing of it. */
export function insideShown(frame: Frame, shown: readonly Fact[], pack: Pack): readonly Fact[] | undefined {
  const [fact] = shown
  const clause = fact?.cites[0]?.clause
  if (!fact || clause === undefined || frame.bodies.length + frame.ordinals.length > 0) return undefined
  const words = wordsNamed(frame)
  if (words.some((w) => [...pack.tracks, ...pack.stages].some((t) => t.words.includes(w)))) return undefined
  const written = words.some((w) => pack.clauses.get(clause)?.text.includes(w))
  if (words.length === 0 || frame.dates.length > 0) return undefined
  const fits = (f: Fact): boolean => f.denies.length === 0 && f.cites[0]?.clause === clause
  const named = frame.topics.filter((t) => isSpoken(t) && !pack.concepts.get(t.id)?.generic)
  const own = pack.facts.find((f) => fits(f) && f.cites.length === 1 && named.some((t) => f.topics[0] === t.id))
  if (own) return [own]
  if (!written) return undefined
  const says = (f: Fact): boolean => words.some((w) => f.say.includes(w))
  const holding = says(fact) ? fact : pack.facts.find((f) => fits(f) && says(f) && f.aspects.includes('content'))
  return holding && [holding]
}

// 导向 in 导向呢; the nouns of a question that points along with what was said (一起提到的).
function wordsNamed(frame: Frame): readonly string[] {
  const [, thing] = AND_THAT.exec(frame.text) ?? []
  if (thing !== undefined) return [thing]
  if (!ALONG.test(frame.text)) return []
  return tagWords(frame.text)
    .filter((w) => w.tag.startsWith('n') || w.text === '会')
    .map((w) => w.text)
}
