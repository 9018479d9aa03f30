import type { Focus } from '../domain/conversation.ts'
import type { Fact } from '../domain/fact.ts'
import type { ConceptId, NoticeList } from '../domain/notice.ts'
import type { Frame } from '../understanding/frame.ts'
import type { Draft } from './draft.ts'

/** What the next, perhaps elliptic, message will be about: the facts that were said, and what the notice was silent about. */
export function focusAfter(
  frame: Frame,
  facts: readonly Fact[],
  draft: Draft,
  date?: string,
  silent: readonly ConceptId[] = [],
): Focus {
  const { pack, weights } = draft.reader
  const named = frame.topics.filter((t) => (weights.get(t.id) ?? 1) >= 1 && t.weight >= 0.6).map((t) => t.id)
  const topics = [
    ...new Set([
      ...named.filter((id) => facts.some((f) => f.topics.includes(id) || f.also.includes(id))),
      ...facts.flatMap((f) => f.topics.slice(0, 1)),
      ...silent,
    ]),
  ]
  const list = listShown(facts, pack.lists)
  return {
    version: 1,
    topics,
    pair: pairAfter(named, topics, draft.focus?.pair ?? []),
    facts: facts.map((f) => f.id),
    aspects: frame.aspects,
    tracks: frame.tracks.length > 0 ? frame.tracks : [...new Set(facts.flatMap((f) => f.tracks))].slice(0, 1),
    stages: frame.stages,
    roles: frame.bodies.length > 0 ? frame.bodies.map((b) => b.role) : (facts[0]?.values.by ?? []),
    list: list?.id ?? draft.focus?.list,
    item: itemShown(facts, list),
    date: date ?? draft.focus?.date,
  }
}

// Things named side by side are a pair; so are the last two that were talked about one after the other.
function pairAfter(named: readonly string[], topics: readonly string[], before: readonly string[]): readonly string[] {
  const [current] = topics
  if (named.length > 1) return named
  return current === undefined || before.includes(current) ? before : [...before.slice(-1), current]
}

// The position of the item that the first fact is about.
function itemShown(facts: readonly Fact[], list: NoticeList | undefined): number | undefined {
  const cited = facts[0]?.cites.map((c) => c.clause) ?? []
  const at =
    list?.items.findIndex((i) => facts[0]?.topics.includes(i.topic) || cited.every((c) => c === i.clause)) ?? -1
  return at >= 0 ? at : undefined
}

// A list is shown when all of its items are cited; an item of it brings it to mind as well.
function listShown(facts: readonly Fact[], lists: readonly NoticeList[]): NoticeList | undefined {
  const cited = new Set(facts.flatMap((f) => f.cites.map((c) => c.clause)))
  const fits = (list: NoticeList, fact: Fact): boolean =>
    list.tracks.length === 0 || fact.tracks.some((t) => list.tracks.includes(t))
  return (
    lists.find((l) => l.items.every((i) => cited.has(i.clause))) ??
    lists.find((l) => l.items.some((i) => facts.some((f) => f.topics.includes(i.topic) && fits(l, f))))
  )
}
