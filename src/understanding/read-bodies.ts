import type { Pack } from '../domain/pack.ts'
import type { Mention } from './find-mentions.ts'
import type { Body } from './frame.ts'
import { of } from './mentions.ts'

const NEGATION_REACH = 3

/** Whether a mention is denied. */
// 不用公示: the negation stands right before; 要不要, 是不是 are questions and negate nothing.
export function isNegated(mentions: readonly Mention[], text: string, m: Mention): boolean {
  const negation = of(mentions, 'mark').find(
    (n) => n.id === 'negation' && n.end <= m.start && m.start - n.end <= NEGATION_REACH,
  )
  if (!negation) return false
  // 不是省局编的 denies the body, not the writing.
  const governs = mentions.some((o) => o.kind === 'role' && o !== m && negation.end <= o.start && o.end <= m.start)
  if (governs && m.kind !== 'role') return false
  const around = text.slice(Math.max(0, negation.start - 1), negation.end + 1)
  return !/(.)[不没]\1/u.test(around) && !/[有是能要]没有?|是不是|有没有/u.test(around)
}

const RECEIVES = /(?:给|向|到|往|至|报|交|递|送|寄|对|呈|发|抄送)(?:了|到|给)?$/u
// 县里要被通报, 省局也跟着挨批: what is done to a body.
const SUFFERS = /^\p{Script=Han}{0,4}?(?:被|挨|受|遭)/u
const ACTS = /(?:由|让|归|叫|请|派|靠|是|经|找)$/u
/** The bodies that a question names, as those who act or who receive; the person who asks is none. */
export function readBodies(mentions: readonly Mention[], text: string, pack: Pack): readonly Body[] {
  const bodies: Body[] = []
  for (const m of of(mentions, 'role')) {
    const before = text.slice(Math.max(0, m.start - 3), m.start)
    const possessive =
      /^(?:我们|咱们|咱|俺们|俺|我|本)/u.test(text.slice(Math.max(0, m.start - 2), m.start)) && !ACTS.test(before)
    const isSelf = possessive && /^[^。,]{0,8}(?:想|问|要问)/u.test(text.slice(m.end))
    if (isSelf || !pack.roles.some((r) => r.id === m.id)) continue
    bodies.push({
      role: m.id,
      as: (RECEIVES.test(before) && !/申报$|填报$/u.test(before)) || SUFFERS.test(text.slice(m.end)) ? 'to' : 'by',
      negated: isNegated(mentions, text, m),
    })
  }
  return bodies
}
