import { start } from '../../bot/start.ts'
import { stopOnSignals } from '../../bot/stop-on-signals.ts'
import { loadConfig } from '../../src/config.ts'
import { createLogger } from '../../src/logger.ts'
import { createStandInAssistant } from './stand-in-assistant.ts'

// A process of its own for tests that send it signals: bot/main.ts with the stand-in assistant.
const config = loadConfig()
const logger = createLogger(config.logLevel)
const server = await start({ config, assistant: createStandInAssistant({ slowMs: 500 }), logger })
stopOnSignals(server, logger)
console.log(server.url)
logger.info({ url: server.url }, 'ready')
