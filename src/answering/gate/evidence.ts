import type { Answer, Piece } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Pack } from '../../domain/pack.ts'
import { oncePer } from '../../text/once.ts'
import type { CitationCheck } from './check-citations.ts'
import type { KnownSentences } from './known-sentences.ts'
import type { Names } from './names.ts'
import { linesOf, sentencesOf } from './sentences.ts'
import { fold, type Unit, unitOf } from './unit.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** What an answer rests on: verified sentences one by one, and all their words. */
export interface Evidence {
  readonly units: readonly Unit[]
  /** Copy and silences: they need no citation, and only their own wording is true. */
  readonly free: readonly Unit[]
  /** Folded text in which a telling word must occur. */
  readonly words: string
  /** The same with what is said not to be stated: only a sentence that says so too may use those words. */
  readonly unstatedWords: string
  /** Words that open a sentence with a verdict or lead over to it, as any answer may have them. */
  readonly leads: readonly Unit[]
  /** The verdicts that the verified pieces open with. */
  readonly verdicts: readonly Verdict[]
}

/** Gathers the evidence of an answer. `verified` says whether a piece's own text is one of verified sentences. */
export type EvidenceOf = (answer: Answer, verified: (text: string) => boolean) => Evidence

/** Prepares the gathering: the sentences of clauses and facts are read once. */
export function createEvidence(pack: Pack, names: Names, holds: CitationCheck, known: KnownSentences): EvidenceOf {
  const read = new Map<string, readonly Unit[]>()
  const remember = (key: string, make: () => readonly Unit[]): readonly Unit[] => {
    const units = read.get(key) ?? make()
    read.set(key, units)
    return units
  }
  const free = [...known.exact]
    .filter(([text, k]) => k.facts.length + k.related.length === 0 && sentencesOf(text).length === 1)
    .map(([text]) => unitOf(text, names))
  const freeTexts = new Set(free.map((u) => u.text))
  const piece = oncePer((p: Piece) => unitsOf(p.text, names))
  const leads = known.openings.map((text) => unitOf(text, names))
  const always = fold(
    [
      pack.title,
      pack.number,
      pack.short,
      pack.object,
      ...pack.roles.map((r) => r.name),
      ...pack.tracks.map((t) => t.name),
    ].join('\n'),
  )
  return (answer, verified) => {
    const clauses = citedClauses(answer, holds)
    const facts = pack.facts.filter((f) => f.cites.every((c) => clauses.has(c.clause)))
    const sound = answer.pieces.filter((p) => verified(p.text))
    const units = [
      ...sound.flatMap(piece),
      ...facts.flatMap((f) => remember(`fact ${f.id}`, () => unitsOf(f.say, names, impliedBy(f)))),
      ...[...clauses].flatMap((id) => remember(`clause ${id}`, () => unitsOf(placeText(id, pack), names))),
    ]
    const isFree = (u: Unit): boolean => freeTexts.has(u.text)
    const words = textOf(
      always,
      units.filter((u) => !isFree(u)),
    )
    const verdicts = sound.map((p) => verdictOf(p.text)).filter((v) => v !== undefined)
    return { units, free, words, unstatedWords: textOf(words, units.filter(isFree)), leads, verdicts }
  }
}

const textOf = (first: string, units: readonly Unit[]): string => [first, ...units.map((u) => u.text)].join('\n')

function citedClauses(answer: Answer, holds: CitationCheck): ReadonlySet<string> {
  return new Set(answer.citations.filter(holds).map((c) => c.clause))
}

// A fact is about its track and its main topic, named or not.
const impliedBy = (fact: Fact): readonly string[] => [
  ...(fact.tracks.length === 1 ? fact.tracks.map((t) => `track:${t}`) : []),
  ...fact.topics.slice(0, 1).map((t) => `concept:${t}`),
]

function placeText(id: string, pack: Pack): string {
  const clause = pack.clauses.get(id)
  const related = pack.related.find((r) => r.id === id)
  return clause
    ? `${clause.label}\n${clause.text}`
    : related
      ? `${related.say}\n${related.number} ${related.title}`
      : ''
}

function unitsOf(text: string, names: Names, implied: readonly string[] = []): readonly Unit[] {
  return linesOf(text)
    .flatMap(sentencesOf)
    .map((s) => unitOf(s, names, implied))
}
