declare module 'vitest' {
  /** What the configuration hands to tests with `inject`. */
  interface ProvidedContext {
    /** How often the server is killed: a few times in npm test, 50 times in npm run test:kill. */
    readonly kills: number
  }
}

export {}
