import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Concept, Level } from '../domain/notice.ts'
import type { Pack, PackSilence } from '../domain/pack.ts'
import { checkPack } from './check-pack.ts'
import { conceptsOf } from './concepts-of.ts'
import { loadLanguage, type SharedLanguage } from './load-language.ts'
import { PackFaults } from './pack-faults.ts'
import { readNotice } from './read-notice.ts'
import { readWalkthroughs } from './read-walkthroughs.ts'
import { readYaml } from './read-yaml.ts'
import { FactsFile, PackFile, PackSilencesFile } from './schemas.ts'

/** Where the data stands: a pack folder and the language folder that all packs share. */
export interface PackFolders {
  readonly pack: string
  readonly language: string
}

/** Loads a pack. Throws `PackFaults` with all faults of all files at once. */
export function loadPack(folders: PackFolders): Pack {
  const faults: string[] = []
  const pack = readPack(folders, faults)
  if (!pack || faults.length > 0) throw new PackFaults(folders.pack, faults)
  return pack
}

/** Loads what can be loaded and adds every fault; undefined when a file could not be read at all. */
export function readPack(folders: PackFolders, faults: string[]): Pack | undefined {
  const shared = loadLanguage(folders.language, faults)
  const head = readYaml(folders.pack, 'pack.yaml', PackFile, faults)
  const facts = readYaml(folders.pack, 'facts.yaml', FactsFile, faults)
  const silences = readYaml(folders.pack, 'silences.yaml', PackSilencesFile, faults)
  const markdown = readText(folders.pack, 'notice.md', faults)
  const published = head && readText(folders.pack, head.source.file, faults)
  if (!shared || !head || !facts || !silences || markdown === undefined || published === undefined) return undefined
  const walkthroughs = readWalkthroughs(folders.pack, faults)
  const clauses = readNotice(markdown)
  const ownConcepts = conceptsOf({ ...head.concepts, ...silences.concepts })
  const pack: Pack = {
    id: head.id,
    title: head.title,
    number: head.number,
    short: head.short,
    object: head.object,
    clauses: new Map(clauses.map((c) => [c.id, c])),
    facts: facts.facts.map((f) => ({ ...f, say: f.say.trimEnd() })),
    silences: mergeSilences(shared, silences.silences, facts.facts),
    concepts: mergeConcepts([...shared.concepts, ...ownConcepts]),
    hints: mergeHints(shared.hints, head.hints),
    own: new Set(ownConcepts.map((c) => c.id).filter((id) => !shared.concepts.some((c) => c.id === id))),
    roles: head.roles.map((r) => ({
      ...r,
      words: [...new Set([...r.words, ...r.as.flatMap((kind) => shared.language.levels[r.level]?.[kind] ?? [])])],
    })),
    tracks: head.tracks,
    stages: head.stages,
    defaultStage: head['default-stage'],
    dates: head.dates,
    lists: head.lists,
    related: head.related,
    covers: head.covers,
    questions: head.questions,
    regionRules: head['region-rules'],
    stageRules: head['stage-rules'],
    regionTopics: new Set(head['region-topics']),
    applyTopics: new Set(head['apply-topics']),
    tables: head.tables.map(({ 'stated-totals': statedTotals, ...t }) => ({ ...t, statedTotals })),
    ask: askWithFallback(head.ask),
    ...(walkthroughs && { walkthroughs }),
    language: shared.language,
  }
  faults.push(...checkPack(pack, { clauses, published, source: head.source }))
  return pack
}

// A level that the pack does not name is answered for by the one it always names.
function askWithFallback(ask: { readonly province: string } & Partial<Record<Level, string>>): Pack['ask'] {
  const { province } = ask
  return { county: province, city: province, national: province, other: province, ...ask }
}

function readText(folder: string, file: string, faults: string[]): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8')
  } catch {
    faults.push(`${file}: is missing or cannot be read`)
    return undefined
  }
}

// The pack's words come on top of the shared ones under the same id.
function mergeConcepts(all: readonly Concept[]): ReadonlyMap<string, Concept> {
  const merged = new Map<string, Concept>()
  for (const concept of all) {
    const before = merged.get(concept.id)
    merged.set(concept.id, before ? { ...concept, words: [...new Set([...before.words, ...concept.words])] } : concept)
  }
  return merged
}

function mergeHints(shared: Pack['hints'], own: Pack['hints']): Pack['hints'] {
  const ids = new Set([...Object.keys(shared), ...Object.keys(own)])
  return Object.fromEntries([...ids].map((id) => [id, [...(shared[id] ?? []), ...(own[id] ?? [])]]))
}

// A shared gap holds unless the pack words it itself or states a fact about it.
function mergeSilences(
  shared: SharedLanguage,
  own: readonly PackSilence[],
  facts: readonly { topics: readonly string[] }[],
): readonly PackSilence[] {
  const worded = new Set(own.map((s) => s.id))
  const stated = new Set(facts.flatMap((f) => f.topics.slice(0, 1)))
  const inherited = shared.silences
    .filter((s) => !worded.has(s.id) && !stated.has(s.id))
    .map(
      (s): PackSilence => ({
        id: s.id,
        topics: [s.id],
        also: [],
        aspects: s.aspects,
        what: s.what,
        ask: s.ask,
        nearby: [],
        outcome: 'not_stated',
      }),
    )
  return [...own, ...inherited]
}
