import type { Authentication } from '../../bot/channels/bot-framework-authentication.ts'
import { start } from '../../bot/start.ts'
import { loadConfig } from '../../src/config.ts'
import { createLogger } from '../../src/logger.ts'
import { makeDataDir } from './data-dir.ts'
import { createStandInAssistant, type StandIn } from './stand-in-assistant.ts'

export const NOW = '2001-02-03T10:00:00+08:00'

/** The real server on a free port with the stand-in assistant behind it, and a data folder that lasts as long as it. */
export async function startTestServer(
  standIn: StandIn = {},
  environment: Record<string, string> = {},
  authentication?: Authentication,
) {
  const assistant = createStandInAssistant(standIn)
  const { dataDir, remove } = makeDataDir()
  const config = loadConfig({ PORT: '0', BOT_NOW: NOW, LOG_LEVEL: 'silent', DATA_DIR: dataDir, ...environment })
  const logger = createLogger(config.logLevel)
  const server = await start({ config, assistant, logger, authentication })
  const stop = (withinMs: number) => server.stop(withinMs).finally(remove)
  return { ...server, stop, assistant }
}
