import type { QuotaKey } from '../../domain/table.ts'
import type { Cell } from './block.ts'
import { countIn, isNote, isSubtotalWord, isTotalWord, numberIn, roleOfHead, withoutBlanks } from './document-words.ts'
import type { Place } from './place-of.ts'
import { isQuota, type QuotaColumn } from './quota-columns.ts'
import type { Values } from './quota-text.ts'
import { mayBeName } from './read-places.ts'
import { NO_NUMBER, UNKNOWN } from './reasons.ts'

/** How a reader of rows understands the texts of cells. */
export interface QuotaWords {
  readonly placeIn: (text: string) => Place | undefined
  readonly valuesIn: (text: string) => Values
}

/** What one row of a table of quotas says. */
export interface QuotaRowReading {
  readonly entries: { readonly place: Place; readonly values: Values }[]
  readonly odd: { readonly text: string; readonly why: string }[]
  /** Sums that the row prints, by column; `''` is that of all. */
  readonly sums: { readonly key: QuotaKey | ''; readonly sum: number }[]
}

/** Reads a row: each number belongs to the place at its left. */
export function readQuotaRow(
  cells: readonly Cell[],
  columns: readonly QuotaColumn[],
  words: QuotaWords,
): QuotaRowReading {
  const row = new QuotaRow(words)
  for (const [at, { text, covered }] of cells.entries())
    if (text !== '' && !covered && !NOTHING.test(text)) row.take(text, columns[at])
  return row.done()
}

// A dash says that there is none, or that it is not known: neither is a number.
const NOTHING = /^[—\-–－/\\无]+$/u

class QuotaRow {
  readonly #words: QuotaWords
  readonly #reading: QuotaRowReading = { entries: [], odd: [], sums: [] }
  #place?: Place
  #values: Values = {}
  #sum?: number
  /** Words where a place should stand. */
  #unknown = ''
  #kind: 'places' | 'total' | 'part' = 'places'

  constructor(words: QuotaWords) {
    this.#words = words
  }

  done(): QuotaRowReading {
    this.#finish()
    return this.#reading
  }

  take(text: string, column: QuotaColumn): void {
    const number = /^\d+$/u.test(withoutBlanks(text)) ? numberIn(text) : countIn(text)
    if (isTotalWord(text)) this.#kind = 'total'
    else if (isSubtotalWord(text)) this.#kind = 'part'
    else if (number !== undefined) this.#takeNumber(number, column)
    else this.#takeWords(text, column)
  }

  #takeNumber(number: number, column: QuotaColumn): void {
    if (column === 'skipped' || this.#kind === 'part') return
    if (this.#kind === 'total') {
      if (column === 'sum' || isQuota(column))
        this.#reading.sums.push({ key: column === 'sum' ? '' : column, sum: number })
    } else if (!this.#place) {
      if (isQuota(column)) this.#doubt(`${this.#unknown} ${number}`.trim(), '看不出这一行是哪个地方')
    } else if (column === 'sum') this.#sum = number
    else if (!isQuota(column)) this.#doubt(`${this.#place.text} ${number}`, '表头没有写明这一列是示范还是试点的名额')
    else if (this.#values[column] !== undefined) this.#doubt(`${this.#place.text} ${number}`, '这个地方同一列有两个数')
    else this.#values[column] = number
  }

  #takeWords(text: string, column: QuotaColumn): void {
    const place = this.#words.placeIn(text)
    const values = this.#words.valuesIn(text)
    if (place) {
      this.#finish()
      this.#place = place
    } else if (this.#place && Object.keys(values).length > 0) Object.assign(this.#values, values)
    else if (this.#place && isQuota(column)) this.#doubt(`${this.#place.text} ${text}`, NO_NUMBER)
    else if (column === 'skipped' || isNote(text) || roleOfHead(text) !== undefined) return
    else {
      this.#finish()
      this.#unknown = text
      if (mayBeName(text) || /\d/u.test(text)) this.#doubt(text, UNKNOWN)
    }
  }

  #finish(): void {
    const [place, values, sum] = [this.#place, this.#values, this.#sum]
    this.#place = undefined
    this.#values = {}
    this.#sum = undefined
    if (!place) return
    this.#reading.entries.push({ place, values })
    const added = Object.values(values).reduce((total, v) => total + v, 0)
    if (sum !== undefined && Object.keys(values).length > 0 && added !== sum)
      this.#doubt(place.text, `这一行的合计写的是${sum}，各列相加是${added}`)
  }

  #doubt(text: string, why: string): void {
    this.#reading.odd.push({ text, why })
  }
}
