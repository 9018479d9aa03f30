import { assemble } from '../src/assembly.ts'
import { loadConfig } from '../src/config.ts'
import { ConfigurationError, StartError } from '../src/errors.ts'
import { PackFaults } from '../src/knowledge-base/pack-faults.ts'
import { createLogger } from '../src/logger.ts'
import { loadedTables } from './loaded-tables.ts'
import { start } from './start.ts'
import { stopOnSignals } from './stop-on-signals.ts'

async function main(): Promise<void> {
  const config = loadConfig()
  const logger = createLogger(config.logLevel)
  const assistant = await assemble({
    notice: config.notice,
    tables: loadedTables(config.dataDir, logger),
    // Kinds only: what people write is never logged.
    onRefusal: (faults) => logger.error({ faults: faults.map((f) => f.what) }, 'the gate refused an answer'),
  })
  const server = await start({ config, assistant, logger })
  stopOnSignals(server, logger)
  logger.info({ url: server.url, notice: assistant.notice.number }, 'ready')
}

main().catch((error: unknown) => {
  const expected = [ConfigurationError, StartError, PackFaults].some((kind) => error instanceof kind)
  console.error(expected ? (error as Error).message : error)
  process.exit(1)
})
