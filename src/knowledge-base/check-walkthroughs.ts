import type { Pack } from '../domain/pack.ts'
import type { Walkthroughs } from '../domain/walkthrough.ts'
import { isVerbatim } from '../text/quote.ts'

const FILE = 'walkthroughs.yaml'

/** Everything inconsistent in a pack's walk-throughs, one English line each: ids, references, quotes. Empty: none, or there are no walk-throughs. */
export function checkWalkthroughs(pack: Pack): readonly string[] {
  const { walkthroughs } = pack
  return walkthroughs ? [...ids(walkthroughs), ...references(walkthroughs, pack), ...quotes(walkthroughs, pack)] : []
}

const stepsOf = ({ checklist, selfCheck }: Walkthroughs) => [...checklist.items, ...selfCheck.conditions]

function ids(walkthroughs: Walkthroughs): readonly string[] {
  const all = [
    ...stepsOf(walkthroughs).map((s) => `step “${s.id}”`),
    ...walkthroughs.parts.map((p) => `role “${p.id}”`),
    ...stepsOf(walkthroughs).map((s) => `label “${s.label}” of ${'track' in s ? s.track : 'the checklist'}`),
  ]
  return all.filter((id, at) => all.indexOf(id) !== at).map((id) => `${FILE}: ${id} is used twice`)
}

function references(walkthroughs: Walkthroughs, pack: Pack): readonly string[] {
  const { checklist, selfCheck, parts, defaultPart } = walkthroughs
  const known = {
    concept: new Set(pack.concepts.keys()),
    fact: new Set(pack.facts.map((f) => f.id)),
    role: new Set(pack.roles.map((r) => r.id)),
    track: new Set(pack.tracks.map((t) => t.id)),
    date: new Set(pack.dates.map((d) => d.id)),
    table: new Set(pack.tables.map((t) => t.id)),
    part: new Set(parts.map((p) => p.id)),
    item: new Set(checklist.items.map((i) => i.id)),
    condition: new Set(selfCheck.conditions.map((c) => c.id)),
  }
  const missing = (where: string, kind: keyof typeof known, used: readonly (string | undefined)[]): readonly string[] =>
    used
      .filter((id) => id !== undefined && !known[kind].has(id))
      .map((id) => `${FILE}: “${where}”: unknown ${kind} “${id}”`)
  return [
    ...missing('default-role', 'part', [defaultPart]),
    ...missing('checklist', 'fact', checklist.facts),
    ...missing('self-check', 'fact', selfCheck.decides),
    ...stepsOf(walkthroughs).flatMap((s) => [...missing(s.id, 'concept', s.topics), ...missing(s.id, 'fact', s.facts)]),
    ...checklist.items.flatMap((i) => [
      ...missing(i.id, 'track', i.tracks),
      ...missing(i.id, 'part', i.parts),
      ...missing(i.id, 'role', [...i.by, ...i.to]),
      ...missing(i.id, 'item', i.needs),
      ...missing(i.id, 'date', [i.date]),
    ]),
    ...selfCheck.conditions.flatMap((c) => [
      ...missing(c.id, 'track', [c.track]),
      ...missing(c.id, 'table', [c.table]),
      ...missing(c.id, 'fact', [c.hard]),
      ...missing(c.id, 'condition', [c.onlyIf, c.easedBy]),
    ]),
    ...selfCheck.contradictions.flatMap((c) => missing(c.say, 'condition', Object.keys(c.if))),
    ...circles(walkthroughs),
  ]
}

// What needs itself in the end could never be done.
function circles({ checklist: { items } }: Walkthroughs): readonly string[] {
  const needed = (id: string, seen: readonly string[]): boolean =>
    (items.find((i) => i.id === id)?.needs ?? []).some(
      (n) => seen[0] === n || (!seen.includes(n) && needed(n, [...seen, n])),
    )
  return items.filter((i) => needed(i.id, [i.id])).map((i) => `${FILE}: “${i.id}” needs itself`)
}

const quotes = (walkthroughs: Walkthroughs, pack: Pack): readonly string[] =>
  stepsOf(walkthroughs).flatMap(({ id, clause, quote }) => {
    const text = pack.clauses.get(clause)?.text
    if (text === undefined) return [`${FILE}: “${id}”: cites clause ${clause}, which notice.md does not have`]
    return isVerbatim(quote, text)
      ? []
      : [`${FILE}: “${id}”: quote is not verbatim in clause ${clause}: ${quote.slice(0, 50)}`]
  })
