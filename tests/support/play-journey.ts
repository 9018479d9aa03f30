import type { Activity } from 'botbuilder'
import { createConversationLane } from '../../bot/conversation-lane.ts'
import { renderDocument } from '../../bot/documents/render-document.ts'
import { createFindDocument } from '../../bot/find-document.ts'
import { start } from '../../bot/start.ts'
import { createTurn } from '../../bot/turn.ts'
import type { Assistant } from '../../src/assembly.ts'
import { createClock } from '../../src/clock.ts'
import { loadConfig } from '../../src/config.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { DOCUMENT_FORMATS } from '../../src/domain/walk-document.ts'
import { createLogger } from '../../src/logger.ts'
import { openSqliteStore } from '../../src/storage/sqlite-store.ts'
import { makeDataDir } from './data-dir.ts'
import { journeyFaults, type SeenReply } from './journey-faults.ts'
import type { Journey, JourneyTurn } from './read-journeys.ts'
import { ask, message } from './wire.ts'

/** What a door shows of one turn; closed when its journey is over. */
interface Door {
  say(turn: JourneyTurn): Promise<SeenReply>
  close(): Promise<void>
}

const at = (day: string): string => `${day}T09:00:00+08:00`
const logger = createLogger('silent')

/** Plays a journey on a door and gives what is wrong, each line with the message and the reply. */
export async function playJourney(
  journey: Journey,
  assistant: Assistant,
  open: typeof openTurn,
): Promise<readonly string[]> {
  const door = await open(assistant)
  const faults: string[] = []
  try {
    for (const turn of journey.turns) {
      const reply = await door.say(turn)
      for (const fault of await journeyFaults(turn, reply)) faults.push(`${turn.say} → ${fault}: ${reply.text}`)
    }
  } finally {
    await door.close()
  }
  return faults
}

/** The turn function with a database of its own. */
export async function openTurn(assistant: Assistant): Promise<Door> {
  const { dataDir, remove } = makeDataDir()
  const clock = createClock()
  const store = await openSqliteStore({ dataDir, clock, logger, broken: 'refuse' })
  const limits = { maxCount: 100, maxAgeMs: 1_000, nowMs: () => 0 }
  const turn = createTurn({ assistant, store, clock, logger, lane: createConversationLane<Answer>(limits) })
  return {
    async say({ say, day, user, conversation }) {
      const now = new Date(at(day))
      const answer = await turn({ conversation: `c${conversation}`, user: `test|${user}`, text: say, now })
      const find = createFindDocument({ store, clock, logger }, assistant, () => now)
      return {
        ...answer,
        clauses: answer.citations.map((c) => c.clause),
        formats: answer.documents?.formats ?? [],
        async open(format) {
          const document = await find(answer.documents?.walk ?? '')
          return String(document ? (await renderDocument(document, format))?.body : '')
        },
      }
    },
    async close() {
      await store.close()
      remove()
    },
  }
}

/** A real server on a port, started anew for every day, with one data folder. */
export async function openWire(assistant: Assistant): Promise<Door> {
  const { dataDir, remove } = makeDataDir()
  let server: Awaited<ReturnType<typeof start>> | undefined
  let today = ''
  async function serve(day: string): Promise<string> {
    if (server && day === today) return server.url
    await server?.stop(1_000)
    today = day
    const config = loadConfig({
      PORT: '0',
      BOT_NOW: at(day),
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
      RATE_LIMIT: 'off',
    })
    server = await start({ config, assistant, logger })
    return server.url
  }
  return {
    async say({ say, day, user, conversation }) {
      const url = await serve(day)
      const from = { id: user, role: 'user' }
      return seenOn(url, await ask(url, message(say, { from, conversation: { id: `c${conversation}` } })))
    },
    async close() {
      await server?.stop(1_000)
      remove()
    },
  }
}

function seenOn(url: string, activities: readonly Activity[]): SeenReply {
  const messages = activities.filter((a) => a.type === 'message')
  const text = messages.map((m) => m.text ?? '').join('\n')
  const cited = messages.flatMap((m) => m.entities ?? []).flatMap((e) => (e.citation ?? []) as Cited[])
  const links = [...text.matchAll(/\/documents\/[\w-]+\.(\w+)/gu)]
  return {
    text,
    outcome: messages[0]?.channelData?.outcome,
    suggestions: messages.flatMap((m) => m.suggestedActions?.actions ?? []).map((a) => String(a.value)),
    clauses: cited.map((c) => decodeURIComponent(c.appearance.url.split('#')[1] ?? '')),
    formats: DOCUMENT_FORMATS.filter((f) => links.some((l) => l[1] === f)),
    async open(format) {
      const link = links.find((l) => l[1] === format)?.[0]
      const response = await fetch(`${url}${link}`)
      return response.status === 200 ? response.text() : `HTTP ${response.status}`
    },
  }
}

interface Cited {
  readonly appearance: { readonly url: string }
}
