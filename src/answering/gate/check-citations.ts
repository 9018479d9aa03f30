import type { Answer, Citation } from '../../domain/answer.ts'
import type { Pack } from '../../domain/pack.ts'
import { isVerbatim } from '../../text/quote.ts'
import { cite, citeRelated } from '../cite.ts'
import type { GateFault } from './gate-fault.ts'

/** Says whether a citation is verbatim in its place and names it as the pack does. */
export type CitationCheck = (citation: Citation) => boolean

/** Prepares the check: quotes of the pack's own facts are looked up, others searched in their clause. */
export function createCitationCheck(pack: Pack): CitationCheck {
  const own = pack.facts
    .flatMap((f) => f.cites)
    .map((quote) => cite(pack, quote))
    .filter((c) => isInClause(c, pack))
  const sure = new Map<string, Set<string>>()
  for (const c of [...own, ...pack.related.map(citeRelated)])
    sure.set(c.quote, (sure.get(c.quote) ?? new Set()).add(placeOf(c)))
  return (citation) => sure.get(citation.quote)?.has(placeOf(citation)) === true || isInClause(citation, pack)
}

const placeOf = (c: Citation): string => `${c.clause} ${c.label}`

/** The citations of an answer and its pieces that do not hold. */
export function citationFaults(answer: Answer, holds: CitationCheck): readonly GateFault[] {
  const wrong = new Set<string>()
  for (const c of answer.citations) if (!holds(c)) wrong.add(c.quote)
  for (const piece of answer.pieces)
    for (const c of piece.citations) if (!answer.citations.includes(c) && !holds(c)) wrong.add(c.quote)
  return [...wrong].map((quote) => ({ sentence: quote, what: 'quote', found: quote }))
}

function isInClause({ clause, label, quote }: Citation, pack: Pack): boolean {
  const place = pack.clauses.get(clause)
  return place !== undefined && place.label === label && quote.trim() !== '' && isVerbatim(quote, place.text)
}
