import type { Fact } from '../domain/fact.ts'
import type { Pack } from '../domain/pack.ts'
import type { Frame } from '../understanding/frame.ts'
import { isSpoken } from '../understanding/topics.ts'

const ACTING = /[做干办弄]|负责|职责|任务|活儿?|忙/u
const OPEN: ReadonlySet<string> = new Set(['what', 'list', 'content', 'how', 'why'])

/** 国家局那头做哪些, after what another body does: the fact that tells most of what this body does. Undefined when something else is asked. */
export function dutiesOf(frame: Frame, shown: readonly Fact[], pack: Pack): Fact | undefined {
  const [body, ...others] = frame.bodies
  const named = frame.topics.some((t) => isSpoken(t) && !pack.concepts.get(t.id)?.generic)
  if (!body || others.length > 0 || body.negated || named || frame.polar || shown.length === 0) return undefined
  if (!ACTING.test(frame.text) || !frame.aspects.every((a) => OPEN.has(a))) return undefined
  if (shown[0]?.values.by?.[0] === body.role) return undefined
  const stages = frame.stages.length > 0 ? frame.stages : (shown[0]?.stages ?? [])
  const acts = (f: Fact): boolean =>
    f.values.by?.[0] === body.role &&
    f.denies.length === 0 &&
    f.aspects.includes('what') &&
    (stages.length === 0 || f.stages.some((s) => stages.includes(s)))
  const tells = (f: Fact): number => Number(f.aspects.includes('list')) * LONG + f.say.length
  return pack.facts.filter(acts).sort((a, b) => tells(b) - tells(a))[0]
}
const LONG = 1_000
