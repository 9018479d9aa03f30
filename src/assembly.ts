import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { answerMessage } from './answering/answer-question.ts'
import { createGate, type GateFault } from './answering/gate/gate.ts'
import { passOrExtract } from './answering/gate/pass-or-extract.ts'
import type { KeptWalks } from './answering/gate/truth-sources.ts'
import { sheetOf } from './answering/place/table-sheet.ts'
import { readStarters } from './answering/suggest.ts'
import { type DueReminder, type ToldReminder, tellReminder } from './answering/tell-reminder.ts'
import { documentOf } from './answering/walk/walk-document.ts'
import { welcomeTo } from './answering/welcome.ts'
import type { Answer } from './domain/answer.ts'
import type { Focus } from './domain/conversation.ts'
import type { Gazetteer } from './domain/gazetteer.ts'
import type { Clause, RelatedNotice } from './domain/notice.ts'
import type { Pack } from './domain/pack.ts'
import type { RegionCode } from './domain/region.ts'
import type { TableId, Tables } from './domain/table.ts'
import type { TableSheet } from './domain/table-sheet.ts'
import type { WalkDocument } from './domain/walk-document.ts'
import type { Walk, WalkMemory } from './domain/walkthrough.ts'
import { loadPack, type PackFolders } from './knowledge-base/load-pack.ts'
import { loadPlaces } from './knowledge-base/load-places.ts'
import { projectRoot } from './project-root.ts'
import { createPassageSearch } from './retrieval/retriever.ts'
import { beijingDate } from './rules/calendar.ts'
import { knownFocus, knownWalks } from './understanding/known-focus.ts'
import { buildLexicon } from './understanding/lexicon.ts'
import { createLikeness } from './understanding/likeness.ts'
import { weighConcepts } from './understanding/rank-entries.ts'

/** The assistant for one notice: what every door talks to. */
export interface Assistant {
  readonly notice: {
    readonly id: string
    readonly title: string
    readonly number: string
    readonly clauses: readonly Clause[]
    readonly related: readonly RelatedNotice[]
  }
  /** Answers one message; `focus` is what the conversation was about and `walks` what the person keeps, as the last call returned them. Without `newId` there are no walk-throughs. */
  answer(
    text: string,
    context: { readonly now: Date; readonly focus?: Focus; readonly walks?: WalkMemory; readonly newId?: () => string },
  ): { readonly answer: Answer; readonly focus?: Focus; readonly walks?: WalkMemory }
  /** A walk-through to print and file; undefined for one of another notice. */
  document(walk: Walk, now: Date): WalkDocument | undefined
  /** Tells a reminder whose day has come; undefined for a date that the notice does not have. */
  remind(reminder: DueReminder, now: Date): ToldReminder | undefined
  welcome(now: Date): Answer
  /** A table's rows as they are now, all or those of a place; undefined where there is none. */
  sheet(table: TableId, within?: RegionCode): TableSheet | undefined
}

/** Which notice to answer from, and whom to tell when the gate refuses an answer. */
export interface AssistantOptions {
  /** A folder of `knowledge/notices`, or a path. */
  readonly notice?: string
  /** The tables as they are now, from those of the pack: what an operator has loaded may stand in their place. */
  readonly tables?: (own: Tables, pack: Pack, regions: Gazetteer) => () => Tables
  readonly onRefusal?: (faults: readonly GateFault[]) => void
}

/** Where the data of a notice stands: a folder of `knowledge/notices` (the first unless named) or a path. */
export function foldersOf(notice?: string): PackFolders & { readonly regions: string } {
  const knowledge = join(projectRoot(), 'knowledge')
  const folder = notice ?? readdirSync(join(knowledge, 'notices')).sort()[0] ?? ''
  const pack = folder.includes('/') ? folder : join(knowledge, 'notices', folder)
  return { pack, language: join(knowledge, 'language'), regions: join(knowledge, 'regions') }
}

/** Loads a pack (the first of `knowledge/notices` unless named) and puts the assistant together. Throws `PackFaults`. */
export async function assemble(options: AssistantOptions = {}): Promise<Assistant> {
  const folders = foldersOf(options.notice)
  const pack = loadPack(folders)
  const reader = { pack, lexicon: buildLexicon(pack), weights: weighConcepts(pack), likeness: createLikeness(pack) }
  const starters = readStarters(reader)
  const passages = createPassageSearch(pack)
  const { regions, own } = loadPlaces(folders, pack)
  const codes = new Set(regions.all.map((r) => r.code))
  const isRegion = (code: string): boolean => codes.has(code)
  const latest = options.tables ? options.tables(own, pack, regions) : () => own
  // An answer and the gate that checks it see the same tables, whatever is loaded meanwhile.
  let atTurn = own
  const tables = (): Tables => atTurn
  const knowledge = { reader, passages, starters, regions, tables }
  const gate = createGate(pack, { regions, tables })
  function pass(answer: Answer, question: string, walks?: KeptWalks): Answer {
    const passed = passOrExtract(answer, gate, question, walks)
    if (passed.faults.length > 0) options.onRefusal?.(passed.faults)
    return passed.answer
  }
  return {
    notice: {
      id: pack.id,
      title: pack.title,
      number: pack.number,
      clauses: [...pack.clauses.values()],
      related: pack.related,
    },
    answer: (text, { now, newId, ...kept }) => {
      atTurn = latest()
      const asking = { newId, focus: knownFocus(kept.focus, isRegion), walks: knownWalks(kept.walks, isRegion) }
      const day = beijingDate(now)
      const answered = answerMessage(text, day, asking, knowledge)
      const walks = { before: asking.walks, after: answered.walks, day }
      return { answer: pass(answered.answer, text, walks), focus: answered.focus, walks: answered.walks }
    },
    document: (walk, now) =>
      pack.walkthroughs && walk.notice === pack.id
        ? documentOf(walk, { pack, walkthroughs: pack.walkthroughs, regions, day: beijingDate(now) })
        : undefined,
    remind: (reminder, now) => {
      const day = beijingDate(now)
      const told = tellReminder(reminder, day, pack)
      return told && { ...told, answer: pass(told.answer, '', { day }) }
    },
    welcome: (now) => welcomeTo(pack, beijingDate(now)),
    sheet: (table, within) => sheetOf({ table, within }, { pack, regions, tables: latest() }),
  }
}
