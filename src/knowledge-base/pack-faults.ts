/** Every fault of a pack or of the language folder, one line each with file, place and remedy. */
export class PackFaults extends Error {
  readonly faults: readonly string[]
  constructor(folder: string, faults: readonly string[]) {
    super(`${folder}: ${faults.length} fault(s)\n${faults.map((f) => `- ${f}`).join('\n')}`)
    this.name = 'PackFaults'
    this.faults = faults
  }
}
