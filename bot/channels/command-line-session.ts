import { join } from 'node:path'
import { type Assistant, assemble } from '../../src/assembly.ts'
import { createClock, monotonicMs } from '../../src/clock.ts'
import { loadConfig } from '../../src/config.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { ConfigurationError } from '../../src/errors.ts'
import { PackFaults } from '../../src/knowledge-base/pack-faults.ts'
import { createLogger } from '../../src/logger.ts'
import { createMemoryStore } from '../../src/storage/memory-store.ts'
import { openSqliteStore } from '../../src/storage/sqlite-store.ts'
import { createConversationLane } from '../conversation-lane.ts'
import { zhCn } from '../copy/zh-cn.ts'
import { createFindDocument } from '../find-document.ts'
import { loadedTables } from '../loaded-tables.ts'
import { qualify } from '../record-keys.ts'
import { createTurn } from '../turn.ts'
import type { CommandLine } from './command-line.ts'
import { saveDocuments } from './save-documents.ts'

/** The one person at the terminal. */
const PERSON = qualify('terminal', 'local')
const limits = { maxCount: 10, maxAgeMs: Number.POSITIVE_INFINITY, nowMs: monotonicMs }

/** One person's conversation in the terminal. */
export interface Session {
  readonly welcome: ReturnType<Assistant['welcome']>
  readonly sheet: Assistant['sheet']
  readonly ask: (text: string) => ReturnType<ReturnType<typeof createTurn>>
  /** Saves the documents that an answer offers; gives a line for each. */
  readonly save: (answer: Answer) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** Assembles the assistant as the server does; the command line's date and pack go before the settings. A conversation is kept in DATA_DIR, a single question is not. */
export async function openSession({ now, notice }: CommandLine, isKept = false): Promise<Session> {
  const config = loadConfig()
  const clock = createClock(now ?? config.fixedNow)
  const logger = createLogger('warn')
  const assistant = await assemble({
    notice: notice ?? config.notice,
    tables: loadedTables(config.dataDir, logger),
  })
  const systemClock = createClock()
  const { dataDir } = config
  const store = isKept
    ? await openSqliteStore({ dataDir, clock: systemClock, logger, broken: 'refuse' })
    : createMemoryStore(systemClock)
  const records = { store, clock: systemClock, logger }
  const turn = createTurn({ ...records, assistant, lane: createConversationLane(limits) })
  const find = createFindDocument(records, assistant, clock)
  return {
    welcome: assistant.welcome(clock()),
    sheet: assistant.sheet,
    ask: (text) => turn({ conversation: PERSON, user: PERSON, text, now: clock() }),
    save: (answer) => saveDocuments(answer, find, join(dataDir, 'documents')),
    close: () => store.close(),
  }
}

/** Ends the command after a failure: settings and packs are the operator's to mend, all else is ours. */
export function fail(error: unknown): never {
  const mendable = error instanceof ConfigurationError || error instanceof PackFaults
  console.error(mendable ? error.message : zhCn.commandLine.failed)
  process.exit(1)
}
