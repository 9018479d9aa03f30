import type { Concept } from '../domain/notice.ts'

type ConceptRecord = Readonly<Record<string, Omit<Concept, 'id' | 'name'> & { readonly name?: string }>>

/** A concept that is nothing but its words. */
export const PLAIN_CONCEPT = { generic: false, abstract: false, manner: false, twins: {} } as const

/** Concepts from a record of a file, each with its key as id and, where it has none, as name. */
export const conceptsOf = (record: ConceptRecord): readonly Concept[] =>
  Object.entries(record).map(([id, c]) => ({ ...c, id, name: c.name ?? id }))
