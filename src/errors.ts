/** One setting that cannot be used, and what to do about it. */
export interface ConfigurationFault {
  readonly setting: string
  readonly problem: string
  readonly remedy: string
}

/** The settings do not allow a start; the message lists every fault with its remedy, for the operator's terminal. */
export class ConfigurationError extends Error {
  readonly faults: readonly ConfigurationFault[]

  constructor(faults: readonly ConfigurationFault[]) {
    const lines = faults.map(({ setting, problem, remedy }) => `  - ${setting}: ${problem} → ${remedy}`)
    super(`The configuration has ${faults.length} fault(s):\n${lines.join('\n')}`)
    this.name = 'ConfigurationError'
    this.faults = faults
  }
}

/** The process cannot start serving; the message says why and what to do, for the operator's terminal. */
export class StartError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StartError'
  }
}
