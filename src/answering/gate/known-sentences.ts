import type { Fact } from '../../domain/fact.ts'
import type { Pack } from '../../domain/pack.ts'
import { inChinese, weekdayOf } from '../../rules/calendar.ts'
import { copy } from '../copy.ts'
import { type NoticeDay, noticeDays } from './computed-sentences.ts'
import { copySentences, type Fills, type Template } from './copy-sentences.ts'
import { linesOf, sentencesOf } from './sentences.ts'

/** A sentence that is verified with the pack or carries no policy. */
export interface Known {
  /** The facts it is a sentence of; none: it needs no citation. */
  readonly facts: readonly Fact[]
  /** The related notices it tells of, by id. */
  readonly related: readonly string[]
}

/** Every sentence that an answer may contain word for word, and what may stand around and inside sentences. */
export interface KnownSentences {
  readonly exact: ReadonlyMap<string, Known>
  readonly openings: readonly string[]
  readonly templates: readonly Template[]
  /** What may fill the gap of a template. */
  readonly values: ReadonlySet<string>
  readonly days: readonly NoticeDay[]
}

const FREE: Known = { facts: [], related: [] }

/** Collects the wording of facts, silences, related notices and copy: done once for a pack. */
export function knownSentences(pack: Pack): KnownSentences {
  const exact = new Map<string, Known>()
  const { fixed, openings, templates } = copySentences(fillsOf(pack))
  for (const text of [...fixed, ...calendarSentences(pack)]) for (const one of wordingOf(text)) exact.set(one, FREE)
  for (const related of pack.related)
    for (const one of wordingOf(related.say)) exact.set(one, { facts: [], related: [related.id] })
  for (const fact of pack.facts) for (const one of wordingOf(fact.say)) addFact(exact, one, fact)
  return { exact, openings, templates, values: new Set(valuesOf(pack)), days: noticeDays(pack) }
}

// These hold on every day; what depends on today is computed again for each answer.
function calendarSentences(pack: Pack): readonly string[] {
  const days = noticeDays(pack)
  const open = days.filter((d) => d.date.openDay).map((d) => copy.time.open(d.date.phrase, inChinese(d.safe)))
  return [...open, ...days.map((d) => copy.time.weekday(d.written, weekdayOf(d.date.date)))]
}

/** The whole text, its lines and their sentences. */
const wordingOf = (text: string): readonly string[] => [
  ...new Set([text, ...linesOf(text), ...linesOf(text).flatMap(sentencesOf)]),
]

function addFact(exact: Map<string, Known>, sentence: string, fact: Fact): void {
  const before = exact.get(sentence)?.facts ?? []
  if (!before.includes(fact)) exact.set(sentence, { facts: [...before, fact], related: [] })
}

// What is not listed here is a template, and each gap is verified when it comes.
function fillsOf(pack: Pack): Fills {
  const about = [[pack.short], [pack.short, pack.covers.join('、')]]
  const unstated = pack.silences.filter((s) => s.outcome === 'not_stated').map((s) => [s.what])
  const unloaded = pack.silences.filter((s) => s.outcome === 'no_data').map((s) => [s.what])
  const [outOfScope, refusedInstruction, greeting, capability] = [about, about, about, about]
  return {
    ask: Object.values(pack.ask).map((who) => [who]),
    notStated: unstated,
    noData: unloaded,
    outOfScope,
    refusedInstruction,
    greeting,
    capability,
  }
}

function valuesOf(pack: Pack): readonly string[] {
  const named = [...pack.tracks, ...pack.stages, ...pack.roles, ...pack.lists, ...pack.dates].map((one) => one.name)
  const related = pack.related.flatMap((r) => [r.number, r.title])
  return [
    pack.title,
    pack.number,
    pack.short,
    pack.object,
    ...pack.covers,
    ...pack.questions,
    ...named,
    ...related,
    ...Object.values(pack.ask),
    ...pack.dates.map((d) => d.phrase),
  ]
}
