import type { Region, RegionCode } from '../../domain/region.ts'
import { isDate, isNote, totalIn } from './document-words.ts'
import { headingOf, isHeading, type ListScope } from './list-scope.ts'
import type { Place } from './place-of.ts'
import { mayBeName } from './read-places.ts'
import type { Entry, Odd, Reading, Stated } from './reading.ts'
import { UNCLEAR, UNKNOWN } from './reasons.ts'

/** Divisions that entries stand under: `firm` ones hold them for sure, the `loose` one was named last above them. */
export interface Context {
  readonly firm: readonly RegionCode[]
  readonly loose?: RegionCode
}

/** A list as read so far. */
export class ListDraft {
  readonly scope: ListScope
  /** The division named last as a heading. */
  heading?: Region
  /** The category that a heading gives to the entries below it: 一、地理标志类. */
  category?: string
  readonly #entries: Entry[] = []
  readonly #odd: Odd[] = []
  readonly #stated: Stated[] = []
  readonly #gaps: string[] = []
  readonly #remarks: string[] = []

  constructor(scope: ListScope) {
    this.scope = scope
  }

  /** Everything that was read. */
  done(): Reading {
    return { entries: this.#entries, odd: this.#odd, stated: this.#stated, gaps: this.#gaps, remarks: this.#remarks }
  }

  /** What entries stand under where nothing else heads them. */
  around(): Context {
    return { firm: [], loose: this.heading?.code }
  }

  /** Keeps a count that the file states. */
  state(stated: Stated): void {
    this.#stated.push(stated)
  }

  /** Keeps something that nobody can account for. */
  doubt(line: number, text: string, why: string): void {
    this.#odd.push({ line, text, why })
  }

  /** How much was kept: rows, headings' counts and doubts. */
  get size(): number {
    return this.#entries.length + this.#odd.length + this.#stated.length
  }

  /** Keeps where a running number is left out. */
  gap(line: number, from: number, to: number): void {
    this.#gaps.push(`第${line}行的序号是${to}，前面是${from}`)
  }

  /** Keeps something that a person should look at. */
  remark(text: string): void {
    this.#remarks.push(text)
  }

  /** Lets what follows stand under a division; a count in its bracket is that of its entries. */
  head(region: Region, place: Place, line: number): void {
    this.heading = region
    if (place.count !== undefined) this.state({ line, count: place.count, of: region.code })
  }

  /** Takes words that are no place: a note ends the reach of a heading, all else is odd. */
  words(text: string, line: number, isInNames: boolean): void {
    if (isNote(text) || isDate(text)) {
      if (!mayBeName(text)) this.heading = undefined
      return
    }
    this.doubt(line, text, mayBeName(text) || isInNames ? UNKNOWN : UNCLEAR)
  }

  /** Takes places one after the other. 浙江省：杭州市、宁波市: a heading among them holds for the names after it. */
  sequence(places: readonly Place[], line: number, outside: Context, beside: Pick<Entry, 'category' | 'code'>): void {
    let context = outside
    for (const [at, place] of places.entries()) {
      const heading = this.#headingAmong(place, context, outside)
      const after = places[at + 1]
      if (heading && (place.leads || isHeading(place, this.scope, after))) {
        const isNested = context.firm.some((c) => c !== heading.code && this.scope.regions.isWithin(heading.code, c))
        context = { firm: [...(isNested ? context.firm : outside.firm), heading.code] }
        if (this.scope.regions.above(heading.code).length === 0 || places.length === 1) this.head(heading, place, line)
        continue
      }
      // 试点名单：, at its beginning; 共计60个, at its end.
      if (place.candidates.length === 0 && (totalIn(place.text) !== undefined || (place.leads && isNote(place.text))))
        continue
      this.#entries.push({ line, place, ...context, ...(this.category && { category: this.category }), ...beside })
    }
  }

  // 浙江省：杭州市；江苏省：南京市: the second province ends the reach of the first.
  #headingAmong(place: Place, context: Context, outside: Context): Region | undefined {
    const nested = headingOf(place, this.scope, context.firm)
    if (nested) return nested
    const other = headingOf(place, this.scope, outside.firm)
    return other && (place.leads || other.parent === undefined) ? other : undefined
  }
}
