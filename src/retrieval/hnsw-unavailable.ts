/** hnswlib-node is not installed or does not run here; the message says what to do. */
export class HnswUnavailable extends Error {
  constructor(cause: unknown) {
    // LangChain wraps the reason in advice of its own, and a missing binary lists every path it tried.
    const reason = String(cause).split('Error: ').at(-1)?.split('\n')[0]
    super(
      `The optional package hnswlib-node cannot be loaded (${reason}). Remedy: run "npm install" where a C++ compiler, make and Python 3 are present, or go without it: the exact search needs no package.`,
      { cause },
    )
    this.name = 'HnswUnavailable'
  }
}
