import { mergeConfig } from 'vitest/config'
import usual from './vitest.config.ts'

/** `npm run test:kill`: the one test that kills the server, 50 times instead of a few. */
export default mergeConfig(usual, { test: { provide: { kills: 50 } } })
