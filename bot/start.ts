import type { Assistant } from '../src/assembly.ts'
import { createClock, monotonicMs } from '../src/clock.ts'
import type { Config } from '../src/config.ts'
import type { Answer } from '../src/domain/answer.ts'
import type { Logger } from '../src/logger.ts'
import { createMemoryStore } from '../src/storage/memory-store.ts'
import { createBotFrameworkDoor } from './channels/bot-framework.ts'
import { type Authentication, createAuthentication } from './channels/bot-framework-authentication.ts'
import { createConversationLane } from './conversation-lane.ts'
import type { FindDocument } from './documents/document-door.ts'
import { renderNoticePage } from './pages/notice-page.ts'
import { type RunningServer, startServer } from './server.ts'
import { createTurn } from './turn.ts'

const HOUR_MS = 3_600_000
const state = { maxCount: 10_000, maxAgeMs: 24 * HOUR_MS, nowMs: monotonicMs }
const repeats = { maxCount: 1_000, maxAgeMs: HOUR_MS / 6, nowMs: monotonicMs }

/** What a running assistant is made of. */
export interface StartParts {
  readonly config: Config
  readonly assistant: Assistant
  readonly logger: Logger
  /** How callers are checked; by default as the credentials say. */
  readonly authentication?: Authentication
  /** Gives the documents that walk-throughs hand over, by the token of their link; by default there are none. */
  readonly findDocument?: FindDocument
}

/** Puts the doors before an assistant and opens them. */
export async function start({
  config,
  assistant,
  logger,
  authentication,
  findDocument,
}: StartParts): Promise<RunningServer> {
  const clock = createClock(config.fixedNow)
  const store = createMemoryStore(state)
  const turn = createTurn({ assistant, store, lane: createConversationLane<Answer>(repeats) })
  const door = createBotFrameworkDoor({
    turn,
    welcome: () => assistant.welcome(clock()),
    clock,
    store,
    lane: createConversationLane(repeats),
    authentication: authentication ?? createAuthentication(config.credentials),
    authenticated: config.credentials !== undefined,
    logger,
  })
  const { host, port, publicUrl } = config
  const noticePage = renderNoticePage(assistant.notice)
  const findSheet = assistant.sheet
  const doors = { receive: door.receive, noticePage, findDocument, findSheet }
  const server = await startServer({ host, port, publicUrl, ...doors, logger })
  return {
    url: server.url,
    async stop(withinMs) {
      const inTime = await server.stop(withinMs)
      await store.close()
      return inTime
    },
  }
}
