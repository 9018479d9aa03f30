import type { InvokeResponse } from 'botbuilder'
import { createBotFrameworkDoor } from '../../bot/channels/bot-framework.ts'
import { createAuthentication } from '../../bot/channels/bot-framework-authentication.ts'
import { createConversationLane } from '../../bot/conversation-lane.ts'
import { sendDue } from '../../bot/reminders/watch-reminders.ts'
import { createTurn } from '../../bot/turn.ts'
import type { Assistant } from '../../src/assembly.ts'
import { createClock } from '../../src/clock.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { createLogger } from '../../src/logger.ts'
import { openSqliteStore } from '../../src/storage/sqlite-store.ts'
import type { StateStore } from '../../src/storage/state-store.ts'
import { message } from './wire.ts'

const limits = { maxCount: 100, maxAgeMs: 60_000, nowMs: () => 0 }

/** The bot's own parts on a real database file, with a clock that stands still until it is moved. */
export async function openRemindingBot(assistant: Assistant, dataDir: string, from: string) {
  const log: string[] = []
  const logger = createLogger('info', (line) => log.push(line))
  const time = { now: new Date(from) }
  const clock = () => time.now
  // The age of records is real time, or a server would forget them as old.
  const store: StateStore = await openSqliteStore({ dataDir, clock: createClock(), logger, broken: 'refuse' })
  const records = { store, clock, logger }
  const door = createBotFrameworkDoor({
    turn: createTurn({ ...records, assistant, lane: createConversationLane<Answer>(limits) }),
    welcome: () => assistant.welcome(clock()),
    clock,
    store,
    lane: createConversationLane<InvokeResponse | undefined>(limits),
    authentication: createAuthentication(),
    authenticated: false,
    logger,
  })
  const parts = { ...records, assistant, now: clock, reach: door.reach, random: () => 1 }

  /** What the person is answered; to a message that is answered at the service address, nothing. */
  async function say(text: string, fields: Record<string, unknown> = {}): Promise<string> {
    const body = message(text, fields)
    const { body: replies } = await door.receive({ body, authorization: '', noticeUrl: 'http://bot.test/notice' })
    return (replies as { activities: { text: string }[] } | undefined)?.activities[0]?.text ?? ''
  }

  return {
    store,
    log,
    say,
    parts,
    /** Moves the clock and looks for what is due. */
    async at(instant: string) {
      time.now = new Date(instant)
      await sendDue(parts)
    },
    moveTo: (instant: string) => {
      time.now = new Date(instant)
    },
    time,
    keys: async (prefix: string) => (await store.list(prefix)).map(({ key }) => key).sort(),
    valueOf: async (prefix: string) => {
      const [listed] = await store.list(prefix)
      return listed && (await store.read(listed.key))?.value
    },
    close: () => store.close(),
  }
}
