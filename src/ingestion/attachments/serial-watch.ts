import type { Row } from './block.ts'
import type { ColumnRole } from './document-words.ts'
import type { ListDraft } from './list-draft.ts'
import type { Seen } from './see-cell.ts'

/** Watches the running numbers of a table: a number that is left out, or that no name stands beside, may be a row that is lost. */
export class SerialWatch {
  readonly #roles: readonly (ColumnRole | undefined)[]
  readonly #draft: ListDraft
  readonly #last = new Map<number, number>()
  readonly #step: number
  /** A numbered row from which nothing was read. */
  #pending?: Row
  #isNumbered = false

  constructor(roles: readonly (ColumnRole | undefined)[], draft: ListDraft) {
    this.#roles = roles
    this.#draft = draft
    this.#step = roles.filter((r) => r === 'serial').length
  }

  /** Takes the next row. */
  expect(row: Row, own: readonly Seen[]): void {
    const numbered = own.some((s) => s.is === 'serial' && !s.isCovered)
    this.#isNumbered = numbered && this.#follows(own)
    for (const [at, seen] of own.entries()) {
      if (seen.is !== 'serial' || seen.isCovered) continue
      const last = this.#last.get(at)
      const isNext = last === undefined || seen.number <= last || [1, this.#step].includes(seen.number - last)
      if (!isNext) this.#draft.gap(row.line, last, seen.number)
      this.#last.set(at, seen.number)
    }
    this.#row = row
  }
  #row?: Row

  /** Whether the row at hand has a number and a province, but no name in the column of names. */
  isNameless(own: readonly Seen[]): boolean {
    if (!this.#isNumbered || !this.#roles.includes('province') || !this.#roles.includes('name')) return false
    const isBlank = own.every((s, at) => this.#roles[at] !== 'name' || s.is === 'blank')
    return isBlank && own.some((s) => s.is === 'places') && own.every((s) => s.is !== 'words' && s.is !== 'total')
  }

  /** Says whether the row at hand gave anything; empty numbered rows at the end of a table are no loss. */
  settle(gave: boolean): void {
    const row = this.#row
    if (gave && this.#pending) this.#draft.doubt(this.#pending.line, textOf(this.#pending), NAMELESS)
    if (gave) this.#pending = undefined
    if (!gave && this.#isNumbered && row) {
      if (row.cells.filter((c) => c.text !== '').length > this.#step) this.#draft.doubt(row.line, textOf(row), NAMELESS)
      else this.#pending = row
    }
  }

  #follows(own: readonly Seen[]): boolean {
    return own.some((s, at) => {
      const last = this.#last.get(at)
      return s.is === 'serial' && last !== undefined && s.number - last === this.#step
    })
  }
}

const NAMELESS = '有序号，没有认出名称'

const textOf = ({ cells }: Row): string =>
  cells
    .filter((c) => c.text !== '')
    .map((c) => c.text)
    .join(' ')
