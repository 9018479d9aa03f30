import type { WalkDate, WalkDocument, WalkSection } from '../../src/domain/walk-document.ts'
import { inChinese, weekdayOf } from '../../src/rules/calendar.ts'
import { documentCopy } from '../copy/documents.ts'
import { oneLine, plainText } from './plain-text.ts'

/** A section as every format shows it; `note` explains the table before it. */
export type LaidOutSection = WalkSection & { readonly note?: string }

/** What a document shows, in order, the same in every format; every text is clean (see plainText). */
export interface LaidOutDocument {
  readonly title: string
  readonly head: readonly { readonly label: string; readonly value: string }[]
  readonly sections: readonly LaidOutSection[]
  readonly closing: string
  readonly clauses: WalkDocument['clauses']
}

const copy = documentCopy

/** Cleans a document's texts and adds its dates and clauses as sections of their own. */
export function layOut(document: WalkDocument): LaidOutDocument {
  const clauses = clausesOf(document)
  return {
    title: oneLine(document.title) || copy.untitled,
    head: document.head.map(({ label, value }) => ({ label: oneLine(label), value: plainText(value) })),
    sections: [...document.sections.map(cleanSection), ...datesSection(document), ...basisSection(clauses)],
    closing: plainText(document.closing),
    clauses,
  }
}

function clausesOf({ clauses, dates }: WalkDocument): WalkDocument['clauses'] {
  const named = [...clauses, ...dates.map(({ clause, label }) => ({ id: clause, label }))]
  const byLabel = new Map(named.map(({ id, label }) => [oneLine(label), oneLine(id)]))
  return [...byLabel].filter(([label]) => label !== '').map(([label, id]) => ({ id, label }))
}

function cleanSection(section: WalkSection): LaidOutSection {
  const heading = oneLine(section.heading)
  if (section.is === 'lines') return { is: 'lines', heading, lines: section.lines.map(plainText).filter(Boolean) }
  return { is: 'table', heading, head: section.head.map(oneLine), rows: section.rows.map((row) => row.map(plainText)) }
}

function datesSection({ dates, day }: WalkDocument): LaidOutSection[] {
  if (dates.length === 0) return []
  const { heading, name, phrase, safeDay, clause, open } = copy.dates
  const rows = dates.map((date) =>
    [date.name, date.phrase, safeDayOf(date, day), date.label].map((text) => plainText(text)),
  )
  const note = dates.some((date) => date.safeDay !== date.date) ? { note: open } : {}
  return [{ is: 'table', heading, head: [name, phrase, safeDay, clause], rows, ...note }]
}

function safeDayOf({ safeDay }: WalkDate, day: string): string {
  const shown = copy.dates.day(inChinese(safeDay), weekdayOf(safeDay))
  return safeDay < day ? copy.dates.over(shown) : shown
}

function basisSection(clauses: WalkDocument['clauses']): LaidOutSection[] {
  if (clauses.length === 0) return []
  return [{ is: 'lines', heading: copy.basis, lines: [clauses.map(({ label }) => label).join(copy.semicolon)] }]
}
