import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['tests/support/data-dir.ts'],
    setupFiles: ['tests/support/dictionary.ts'],
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    provide: { kills: 6 },
    // One module graph a worker, not one a file: the dictionaries and botbuilder load once (4 times as fast).
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 10_000,
    hookTimeout: 20_000,
    teardownTimeout: 5_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    reporters: ['minimal'],
    silent: 'passed-only',
  },
})
