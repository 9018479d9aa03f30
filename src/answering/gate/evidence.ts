import type { Answer } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Pack } from '../../domain/pack.ts'
import type { CitationCheck } from './check-citations.ts'
import type { Names } from './names.ts'
import { linesOf, sentencesOf } from './sentences.ts'
import { type Unit, fold, unitOf } from './unit.ts'

/** What an answer rests on: verified sentences one by one, and all their words. */
export interface Evidence {
  readonly units: readonly Unit[]
  /** Folded text in which a telling word must occur. */
  readonly words: string
}

/** Gathers the evidence of an answer. `verified` says whether a piece's own text is one of verified sentences. */
export type EvidenceOf = (answer: Answer, verified: (text: string) => boolean) => Evidence

/** Prepares the gathering: the sentences of clauses and facts are read once. */
export function createEvidence(pack: Pack, names: Names, holds: CitationCheck): EvidenceOf {
  const read = new Map<string, readonly Unit[]>()
  const remember = (key: string, make: () => readonly Unit[]): readonly Unit[] => {
    const units = read.get(key) ?? make()
    read.set(key, units)
    return units
  }
  const always = fold([pack.title, pack.number, pack.short, pack.object, ...pack.roles.map((r) => r.name), ...pack.tracks.map((t) => t.name)].join('\n'))
  return (answer, verified) => {
    const clauses = citedClauses(answer, holds)
    const facts = pack.facts.filter((f) => f.cites.every((c) => clauses.has(c.clause)))
    const units = [
      ...answer.pieces.filter((p) => verified(p.text)).flatMap((p) => unitsOf(p.text, names)),
      ...facts.flatMap((f) => remember(`fact ${f.id}`, () => unitsOf(f.say, names, impliedBy(f)))),
      ...[...clauses].flatMap((id) => remember(`clause ${id}`, () => unitsOf(placeText(id, pack), names))),
    ]
    return { units, words: [always, ...units.map((u) => u.text)].join('\n') }
  }
}

function citedClauses(answer: Answer, holds: CitationCheck): ReadonlySet<string> {
  return new Set(answer.citations.filter(holds).map((c) => c.clause))
}

// A fact of one track says what it says of that track, named or not.
const impliedBy = (fact: Fact): readonly string[] => (fact.tracks.length === 1 ? fact.tracks.map((t) => `track:${t}`) : [])

function placeText(id: string, pack: Pack): string {
  const clause = pack.clauses.get(id)
  const related = pack.related.find((r) => r.id === id)
  return clause ? `${clause.label}\n${clause.text}` : related ? `${related.say}\n${related.number} ${related.title}` : ''
}

function unitsOf(text: string, names: Names, implied: readonly string[] = []): readonly Unit[] {
  const lines = linesOf(text)
  return [...new Set([...lines.flatMap(sentencesOf), ...lines])].map((s) => unitOf(s, names, implied))
}
