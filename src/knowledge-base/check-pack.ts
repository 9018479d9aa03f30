import { createHash } from 'node:crypto'
import type { Clause } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import { skeleton } from '../text/normalise.ts'
import { isVerbatim } from '../text/quote.ts'
import { checkDates } from './check-dates.ts'
import { checkWalkthroughs } from './check-walkthroughs.ts'

/** The published text and what `pack.yaml` says about it. */
export interface PublishedSource {
  readonly clauses: readonly Clause[]
  readonly published: string
  readonly source: {
    readonly file: string
    readonly sha256: string
    readonly first: string
    readonly last: string
    readonly chrome: readonly string[]
  }
}

/** Everything inconsistent in a pack, one English line each: text against source, quotes, references, reachability. Empty: none. */
export function checkPack(pack: Pack, source: PublishedSource): readonly string[] {
  return [
    ...checkText(source),
    ...checkIds(pack, source.clauses),
    ...checkQuotes(pack),
    ...checkDates(pack),
    ...checkReferences(pack),
    ...checkReach(pack),
    ...checkWalkthroughs(pack),
  ]
}

function checkText({ clauses, published, source }: PublishedSource): string[] {
  const faults: string[] = []
  const sha256 = createHash('sha256').update(published).digest('hex')
  if (sha256 !== source.sha256)
    faults.push(
      `pack.yaml: source.sha256 is ${source.sha256}, but ${source.file} has ${sha256}: the published text was changed`,
    )
  const whole = skeleton(published)
  for (const clause of clauses)
    for (const line of clause.text.split('\n'))
      if (!whole.includes(skeleton(line)))
        faults.push(`notice.md: clause ${clause.id}: not in the published text: ${line.slice(0, 40)}`)
  const lines = published
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')
  const first = lines.indexOf(source.first)
  const last = lines.lastIndexOf(source.last)
  if (first < 0 || last < first)
    return [...faults, `pack.yaml: source.first or source.last is no line of ${source.file}`]
  const taken = skeleton(clauses.map((c) => c.text).join(''))
  for (const line of lines.slice(first, last + 1)) {
    const text = source.chrome.reduce((rest, chrome) => rest.replace(chrome, ''), line)
    const words = skeleton(text.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/^(?:[-*]|\d+\.)\s*/u, ''))
    if (!taken.includes(words)) faults.push(`notice.md: misses a line of the published text: ${line.slice(0, 40)}`)
  }
  return faults
}

function checkIds(pack: Pack, clauses: readonly Clause[]): string[] {
  const ids = [
    ...clauses.map((c) => `clause ${c.id}`),
    ...[...pack.facts, ...pack.silences].map((e) => `entry ${e.id}`),
    ...pack.roles.map((r) => `role ${r.id}`),
    ...pack.dates.map((d) => `date ${d.id}`),
    ...pack.lists.map((l) => `list ${l.id}`),
    ...pack.related.map((r) => `related ${r.id}`),
  ]
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id}: the id is used twice`)
}

function checkQuotes(pack: Pack): string[] {
  const faults: string[] = []
  const check = (where: string, clauseId: string, quote: string): void => {
    const clause = pack.clauses.get(clauseId)
    if (!clause) faults.push(`${where}: cites clause ${clauseId}, which notice.md does not have`)
    else if (!isVerbatim(quote, clause.text))
      faults.push(`${where}: quote is not verbatim in clause ${clauseId}: ${quote.slice(0, 50)}`)
  }
  for (const fact of pack.facts)
    for (const cite of fact.cites) check(`facts.yaml: “${fact.id}”`, cite.clause, cite.quote)
  for (const date of pack.dates) check(`pack.yaml: date “${date.id}”`, date.clause, date.quote)
  return faults
}

function checkReferences(pack: Pack): string[] {
  const faults: string[] = []
  const known = {
    concept: new Set(pack.concepts.keys()),
    role: new Set(pack.roles.map((r) => r.id)),
    track: new Set(pack.tracks.map((t) => t.id)),
    stage: new Set(pack.stages.map((s) => s.id)),
    date: new Set(pack.dates.map((d) => d.id)),
    fact: new Set(pack.facts.map((f) => f.id)),
    clause: new Set(pack.clauses.keys()),
    medium: new Set(Object.keys(pack.language.media)),
    rank: new Set(Object.keys(pack.language.ranks)),
  }
  const expect = (where: string, kind: keyof typeof known, ids: readonly string[] = []): void => {
    for (const id of ids) if (!known[kind].has(id)) faults.push(`${where}: unknown ${kind} “${id}”`)
  }
  for (const fact of pack.facts) {
    const where = `facts.yaml: “${fact.id}”`
    expect(where, 'concept', [...fact.topics, ...fact.also, ...fact.denies])
    expect(where, 'track', [...fact.tracks, ...(fact.values.track ?? [])])
    expect(where, 'stage', fact.stages)
    expect(where, 'role', [...(fact.values.by ?? []), ...(fact.values.to ?? [])])
    expect(where, 'date', fact.values.date)
    expect(where, 'medium', fact.values.medium)
    expect(where, 'rank', fact.values.rank)
  }
  for (const silence of pack.silences) {
    expect(`silences.yaml: “${silence.id}”`, 'concept', [...silence.topics, ...silence.also])
    expect(`silences.yaml: “${silence.id}”`, 'fact', silence.nearby)
  }
  for (const { id, twins } of pack.concepts.values()) {
    expect(`pack.yaml: twins of “${id}”`, 'track', Object.keys(twins))
    expect(`pack.yaml: twins of “${id}”`, 'concept', Object.values(twins))
  }
  expect('pack.yaml: hints', 'concept', Object.keys(pack.hints))
  for (const rule of pack.regionRules) {
    const where = `pack.yaml: region-rules, ${rule.types.join('、')}`
    expect(where, 'fact', rule.fact === undefined ? [] : [rule.fact])
    expect(where, 'track', rule.track === undefined ? [] : [rule.track])
    if ((rule.silence === undefined) === (rule.fact === undefined || rule.track === undefined))
      faults.push(`${where}: needs a track with its fact, or a silence`)
    if (rule.silence !== undefined && !pack.silences.some((s) => s.id === rule.silence))
      faults.push(`${where}: unknown silence “${rule.silence}”`)
  }
  for (const { stage, fact } of pack.stageRules) {
    expect('pack.yaml: stage-rules', 'stage', [stage])
    expect('pack.yaml: stage-rules', 'fact', [fact])
  }
  expect('pack.yaml: region-topics', 'concept', [...pack.regionTopics])
  expect('pack.yaml: apply-topics', 'concept', [...pack.applyTopics])
  for (const table of pack.tables) {
    const where = `pack.yaml: table “${table.id}”`
    expect(where, 'track', [table.track])
    expect(where, 'stage', table.stage === undefined ? [] : [table.stage])
    expect(where, 'concept', table.topics)
    expect(where, 'fact', table.fact === undefined ? [] : [table.fact])
    if (!pack.clauses.has(table.clause) && !pack.related.some((r) => r.id === table.clause))
      faults.push(`${where}: unknown clause or related notice “${table.clause}”`)
  }
  for (const date of pack.dates) expect(`pack.yaml: date “${date.id}”`, 'concept', date.topics)
  for (const list of pack.lists) {
    expect(
      `pack.yaml: list “${list.id}”`,
      'concept',
      list.items.map((i) => i.topic),
    )
    expect(
      `pack.yaml: list “${list.id}”`,
      'clause',
      list.items.map((i) => i.clause),
    )
    expect(`pack.yaml: list “${list.id}”`, 'track', list.tracks)
  }
  if (pack.defaultStage !== undefined) expect('pack.yaml: default-stage', 'stage', [pack.defaultStage])
  return faults
}

// A clause that no fact cites would never be quoted; headings are reached through the clauses below them.
function checkReach(pack: Pack): string[] {
  const cited = new Set(pack.facts.flatMap((f) => f.cites.map((c) => c.clause)))
  const ids = [...pack.clauses.keys()]
  const reached = (id: string): boolean =>
    cited.has(id) || ids.some((other) => other.startsWith(`${id}.`) && reached(other))
  return ids.filter((id) => !reached(id)).map((id) => `facts.yaml: no fact cites clause ${id}`)
}
