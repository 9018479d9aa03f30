import type { Assistant } from '../src/assembly.ts'
import { type Clock, createClock, monotonicMs } from '../src/clock.ts'
import type { Config } from '../src/config.ts'
import type { Answer } from '../src/domain/answer.ts'
import type { Logger } from '../src/logger.ts'
import { openSqliteStore } from '../src/storage/sqlite-store.ts'
import type { RecordParts } from '../src/storage/versioned.ts'
import { type BotFrameworkDoor, createBotFrameworkDoor } from './channels/bot-framework.ts'
import { type Authentication, createAuthentication } from './channels/bot-framework-authentication.ts'
import { createConversationLane } from './conversation-lane.ts'
import type { FindDocument } from './documents/document-door.ts'
import { createFindDocument } from './find-document.ts'
import { forgetDaily } from './forget-old-state.ts'
import { renderNoticePage } from './pages/notice-page.ts'
import { watchReminders } from './reminders/watch-reminders.ts'
import { type RunningServer, startServer } from './server.ts'
import { createTurn } from './turn.ts'

const REPEATS_MS = 600_000
const repeats = { maxCount: 1_000, maxAgeMs: REPEATS_MS, nowMs: monotonicMs }

/** What a running assistant is made of. */
export interface StartParts {
  readonly config: Config
  readonly assistant: Assistant
  readonly logger: Logger
  /** How callers are checked; by default as the credentials say. */
  readonly authentication?: Authentication
  /** Gives the documents that walk-throughs hand over, by the token of their link; by default those that are kept. */
  readonly findDocument?: FindDocument
  /** “Now” for turns and reminders; by default BOT_NOW or the system's clock. */
  readonly now?: Clock
  /** How often it is looked for reminders that are due. */
  readonly remindEveryMs?: number
}

/** Puts the doors before an assistant and opens them. */
export async function start(parts: StartParts): Promise<RunningServer> {
  const { config, assistant, logger } = parts
  const now = parts.now ?? createClock(config.fixedNow)
  const records = await openRecords(parts)
  const door = openDoor(parts, records, now)
  const { host, port, publicUrl } = config
  const noticePage = renderNoticePage(assistant.notice)
  const findDocument = parts.findDocument ?? createFindDocument(records, assistant, now)
  const doors = { receive: door.receive, noticePage, findDocument, findSheet: assistant.sheet }
  const server = await startServer({ host, port, publicUrl, ...doors, logger })
  const stopForgetting = forgetDaily({ ...records, stateDays: config.stateDays })
  const { reach } = door
  const reminders = watchReminders({ ...records, assistant, now, reach, random: Math.random }, parts.remindEveryMs)
  return {
    url: server.url,
    async stop(withinMs) {
      const [inTime] = await Promise.all([server.stop(withinMs), reminders.stop(withinMs)])
      stopForgetting()
      await records.store.close()
      return inTime
    },
  }
}

// The age of state is real time: BOT_NOW moves the day that is answered for, and must not make state old.
async function openRecords({ config: { dataDir }, logger }: StartParts): Promise<RecordParts> {
  const clock = createClock()
  return { store: await openSqliteStore({ dataDir, clock, logger, broken: 'set-aside' }), clock, logger }
}

function openDoor(
  { config, assistant, logger, authentication }: StartParts,
  records: RecordParts,
  clock: Clock,
): BotFrameworkDoor {
  return createBotFrameworkDoor({
    turn: createTurn({ ...records, assistant, lane: createConversationLane<Answer>(repeats) }),
    welcome: () => assistant.welcome(clock()),
    clock,
    store: records.store,
    lane: createConversationLane(repeats),
    authentication: authentication ?? createAuthentication(config.credentials),
    authenticated: config.credentials !== undefined,
    appId: config.credentials?.appId,
    publicUrl: config.publicUrl,
    logger,
  })
}
