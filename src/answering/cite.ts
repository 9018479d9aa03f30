import type { Citation } from '../domain/answer.ts'
import type { Quote } from '../domain/fact.ts'
import type { RelatedNotice } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'

/** A citation of a verbatim piece of a clause. */
export function cite(pack: Pack, { clause, quote }: Quote): Citation {
  return { clause, label: pack.clauses.get(clause)?.label ?? clause, quote }
}

/** A citation of an entry of the pack's table of related notices: not the notice itself, so it names its public source. */
export const citeRelated = (related: RelatedNotice): Citation => ({
  clause: related.id,
  label: `${related.number}（来源：${related.source}）`,
  quote: `${related.number} ${related.title}`,
})

/** Citations without repeats: one a clause and quote. */
export function unrepeated(citations: readonly Citation[]): readonly Citation[] {
  return citations.filter((c, at) => citations.findIndex((o) => o.clause === c.clause && o.quote === c.quote) === at)
}
