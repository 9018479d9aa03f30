import type { Fact } from '../domain/fact.ts'
import type { Role } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import type { Body, Frame } from '../understanding/frame.ts'

const MEMBER = /在不在|在没在|[包含]不[包含]|包括|包含|列没列|列入|之列|其中|的是/u

/** The bodies of a claim as a fact can be asked about them: 县里 means whichever body of the county the fact names; where the fact names the place only, which of its bodies acts is open. */
export function bodiesMeant({ bodies, text }: Frame, { values }: Fact, pack: Pack): readonly Body[] {
  const roleOf = (id: string): Role | undefined => pack.roles.find((r) => r.id === id)
  const isPlace = (role: Role | undefined): boolean => role?.as.length === 1 && role.as[0] === 'place'
  return bodies.flatMap((named) => {
    // 县局在不在主送里: among those that the fact lists as receivers.
    const isMember = named.as === 'by' && !values.by && MEMBER.test(text) && values.to?.includes(named.role) === false
    const body: Body = isMember ? { ...named, as: 'to' } : named
    const stated = values[body.as] ?? []
    const role = roleOf(body.role)
    const ofLevel = stated.filter((id) => roleOf(id)?.level === role?.level)
    const [first] = ofLevel
    if (stated.includes(body.role) || first === undefined || role?.level === 'other') return [body]
    if (isPlace(role)) return [{ ...body, role: first }]
    return ofLevel.some((id) => isPlace(roleOf(id))) ? [] : [body]
  })
}
