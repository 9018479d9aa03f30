import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { answerQuestion } from './answering/answer-question.ts'
import { createGate, type GateFault } from './answering/gate/gate.ts'
import { passOrExtract } from './answering/gate/pass-or-extract.ts'
import { readStarters } from './answering/suggest.ts'
import { welcomeTo } from './answering/welcome.ts'
import type { Answer } from './domain/answer.ts'
import type { Focus } from './domain/conversation.ts'
import type { Gazetteer } from './domain/gazetteer.ts'
import type { Clause, RelatedNotice } from './domain/notice.ts'
import type { Pack } from './domain/pack.ts'
import type { Tables } from './domain/table.ts'
import { loadPack, type PackFolders } from './knowledge-base/load-pack.ts'
import { loadPlaces } from './knowledge-base/load-places.ts'
import { createPassageSearch } from './retrieval/retriever.ts'
import { beijingDate } from './rules/calendar.ts'
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
  /** Answers one message; `focus` is what the conversation was about, as the last call returned it. */
  answer(
    text: string,
    context: { readonly now: Date; readonly focus?: Focus },
  ): { readonly answer: Answer; readonly focus?: Focus }
  welcome(now: Date): Answer
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
  const tables = options.tables ? options.tables(own, pack, regions) : () => own
  const gate = createGate(pack, { regions, tables })
  return {
    notice: {
      id: pack.id,
      title: pack.title,
      number: pack.number,
      clauses: [...pack.clauses.values()],
      related: pack.related,
    },
    answer: (text, { now, focus }) => {
      const answered = answerQuestion(text, beijingDate(now), focus, { reader, passages, starters, regions, tables })
      const passed = passOrExtract(answered.answer, gate, text)
      if (passed.faults.length > 0) options.onRefusal?.(passed.faults)
      return { answer: passed.answer, focus: answered.focus }
    },
    welcome: (now) => welcomeTo(pack, beijingDate(now)),
  }
}

// Sources and the bundle stand at different depths below the folder that holds package.json.
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'knowledge')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
