import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Region, RegionCode } from '../../domain/region.ts'
import type { Block, Cell, Row } from './block.ts'
import {
  type ColumnRole,
  countIn,
  isDate,
  isNote,
  isSerial,
  isSubtotalWord,
  isTotalWord,
  numberIn,
  roleOfHead,
  totalIn,
  withoutBlanks,
} from './document-words.ts'
import { columnRoles } from './list-columns.ts'
import { isHeading, type ListScope } from './list-scope.ts'
import { mendRows } from './mend-rows.ts'
import { mayBeName, type Place, readPlaces } from './read-places.ts'
import type { Entry, Odd, Reading, Stated } from './reading.ts'

/** Reads a list of places from whatever layout: every text of the file becomes an entry, a heading, a count, a note, or something odd. */
export function readList(blocks: readonly Block[], scope: ListScope): Reading {
  const reader = new ListReader(scope)
  for (const block of mendRows(blocks, scope.regions))
    block.is === 'text' ? reader.paragraph(block.text, block.line) : reader.table(block.rows)
  return reader.done()
}

interface Context {
  readonly firm: readonly RegionCode[]
  readonly loose?: RegionCode
}

class ListReader {
  readonly #entries: Entry[] = []
  readonly #odd: Odd[] = []
  readonly #stated: Stated[] = []
  /** The division named last as a heading. */
  #heading?: Region
  /** The paragraph before named places. */
  #isInList = false
  readonly #scope: ListScope
  readonly #regions: Gazetteer

  constructor(scope: ListScope) {
    this.#scope = scope
    this.#regions = scope.regions
  }

  done(): Reading {
    return { entries: this.#entries, odd: this.#odd, stated: this.#stated }
  }

  paragraph(text: string, line: number): void {
    const wasInList = this.#isInList
    this.#isInList = false
    const total = totalIn(text)
    const places = readPlaces(text, this.#regions)
    const isProse = places !== undefined && isMostlyWords(places)
    if (places && !isProse) {
      this.#sequence(places, line, { firm: [], loose: this.#heading?.code }, {})
      if (total !== undefined) this.#stated.push({ line, count: total })
      this.#isInList = true
      return
    }
    if (total !== undefined) this.#stated.push({ line, count: total })
    else if (mayBeName(text)) this.#odd.push({ line, text, why: UNKNOWN })
    else if (!isNote(text) && (isProse || (wasInList && isShort(text)))) this.#odd.push({ line, text, why: UNCLEAR })
    // 副省级城市, 三、其他: the heading before it reaches no further.
    else if (!isDate(text)) this.#heading = undefined
  }

  table(rows: readonly Row[]): void {
    const roles = columnRoles(rows, this.#scope)
    const columns: ColumnState = { roles, last: new Map(), above: new Map() }
    for (const row of rows) this.#row(row, columns)
  }

  #row({ line, cells }: Row, columns: ColumnState): void {
    const own = cells.map((one, at): Seen => this.#see(one, columns.roles[at]))
    if (own.every((s) => s.is === 'blank' || s.is === 'head')) return
    if (this.#isTotalRow(own, line)) return
    const headings = own.filter((s) => s.is === 'places' && s.places.every((p) => isHeading(p, this.#scope)))
    const names = own.filter((s) => s.is === 'places' && !headings.includes(s))
    if (names.length === 0 && headings.length > 0 && this.#isHeadingRow(own, columns, line)) return
    this.#entriesOf(own, columns, line)
  }

  // 合计 | 72, wherever the number stands.
  #isTotalRow(own: readonly Seen[], line: number): boolean {
    const at = own.findIndex((s) => s.is === 'total')
    const found = own[at]
    if (found?.is !== 'total') return false
    const numbers = own.map((s) => (s.is === 'number' ? s.number : undefined)).filter((n) => n !== undefined)
    const count = found.count ?? numbers.at(-1)
    if (count !== undefined) this.#stated.push({ line, count, ...(found.isPart && { of: this.#heading?.code }) })
    return true
  }

  // 浙江省（5个）, across the table or at its left: what follows belongs to it. Several side by side head their columns.
  #isHeadingRow(own: readonly Seen[], { roles, above, last }: ColumnState, line: number): boolean {
    const found = own.flatMap((s, at) => (s.is === 'places' ? s.places.map((place) => ({ place, at })) : []))
    const regions = found.map(({ place, at }) => ({ at, place, region: headingOf(place, this.#scope) }))
    const different = new Set(regions.map((r) => r.region?.code))
    if (different.size > 1 && found.length > 1 && !roles.includes('province')) {
      for (const { at, region } of regions) if (region) above.set(at, region)
      return true
    }
    const [one] = regions
    if (!one?.region || different.size > 1) return false
    this.#head(one.region, one.place, line)
    last.set(one.at, one.region)
    const counts = own.map((s) => (s.is === 'number' ? s.number : undefined)).filter((n) => n !== undefined)
    if (roles.includes('count') && counts[0] !== undefined)
      this.#stated.push({ line, count: counts[0], of: one.region.code })
    return true
  }

  #head(region: Region, place: Place, line: number): void {
    this.#heading = region
    if (place.count !== undefined) this.#stated.push({ line, count: place.count, of: region.code })
  }

  #entriesOf(own: readonly Seen[], columns: ColumnState, line: number): void {
    const { roles, last, above } = columns
    const category = own.find((s, at) => s.is === 'words' && roles[at] === 'category')
    const code = own.find((s) => s.is === 'code')
    let context: Context = { firm: [], loose: this.#heading?.code }
    for (const [at, seen] of own.entries()) {
      const role = roles[at]
      if (role === 'province' || role === 'prefecture') {
        context = this.#contextFrom(seen, at, role, context, columns, line)
        continue
      }
      if (seen.is === 'number' && role === 'count') {
        const of = context.firm[0]
        if (of !== undefined && !seen.isCovered) this.#stated.push({ line, count: seen.number, of })
      }
      if (seen.is === 'places' && !seen.isCovered) {
        const column = above.get(at)
        const inColumn = column ? { firm: [...context.firm, column.code] } : context
        this.#sequence(seen.places, line, inColumn, {
          ...(category?.is === 'words' && { category: category.text }),
          ...(code?.is === 'code' && { code: code.code }),
        })
      }
      if (seen.is === 'words' && role !== 'category' && !seen.isCovered) this.#words(seen.text, line, role)
    }
    if (columns.roles.every((r) => r !== 'province')) last.clear()
  }

  #contextFrom(
    seen: Seen,
    at: number,
    role: ColumnRole,
    before: Context,
    { last }: ColumnState,
    line: number,
  ): Context {
    const outer = role === 'province' ? { firm: [] } : before
    if (seen.is === 'places') {
      const [place] = seen.places
      const region = place && headingOf(place, this.#scope, outer.firm)
      if (region) {
        last.set(at, region)
        if (!seen.isCovered) this.#head(region, place, line)
        return { firm: [...outer.firm, region.code] }
      }
      // A column of headings may hold an entry of its own: 副省级城市 set apart.
      this.#sequence(seen.places, line, { firm: [], loose: this.#heading?.code }, {})
      return { firm: [] }
    }
    if (seen.is === 'words' && !seen.isCovered) {
      last.delete(at)
      this.#heading = undefined
      if (!isNote(seen.text)) this.#words(seen.text, line, role)
      return { firm: outer.firm }
    }
    if (seen.is === 'words') return { firm: outer.firm }
    const carried = last.get(at)
    return carried ? { firm: outer.firm, loose: carried.code } : { ...outer, loose: outer.loose ?? before.loose }
  }

  #words(text: string, line: number, role: ColumnRole | undefined): void {
    if (isNote(text) || isDate(text)) {
      if (!mayBeName(text)) this.#heading = undefined
      return
    }
    this.#odd.push({ line, text, why: mayBeName(text) || role === 'name' ? UNKNOWN : UNCLEAR })
  }

  // 浙江省：杭州市、宁波市: a heading inside a text holds for the names after it.
  #sequence(places: readonly Place[], line: number, outside: Context, beside: Pick<Entry, 'category' | 'code'>): void {
    let context = outside
    for (const [at, place] of places.entries()) {
      const heading = headingOf(place, this.#scope, context.firm)
      const after = places[at + 1]
      if (heading && (place.leads || isHeading(place, this.#scope, after))) {
        const isNested = context.firm.some((c) => c !== heading.code && this.#regions.isWithin(heading.code, c))
        context = { firm: [...(isNested ? context.firm : outside.firm), heading.code] }
        if (this.#regions.above(heading.code).length === 0 || places.length === 1) this.#head(heading, place, line)
        continue
      }
      this.#entries.push({ line, place, ...context, ...beside })
    }
  }

  #see({ text, covered }: Cell, role: ColumnRole | undefined): Seen {
    if (text === '') return { is: 'blank' }
    if (isTotalWord(text) || isSubtotalWord(text)) return { is: 'total', isPart: isSubtotalWord(text) }
    const regions = this.#regions
    const total = role === 'ignored' ? undefined : totalIn(text)
    if (total !== undefined && !readPlaces(text, regions)) return { is: 'total', count: total, isPart: false }
    if (role === 'ignored' || role === 'serial') return { is: roleOfHead(text) ? 'head' : 'blank' }
    const plain = withoutBlanks(text)
    if (/^\d{6}$/u.test(plain) && regions.all.some((r) => r.code === plain)) return { is: 'code', code: plain }
    const number = isSerial(text) ? numberIn(plain) : countIn(text)
    if (number !== undefined) return { is: 'number', number, isCovered: covered }
    if (isSerial(text)) return { is: 'blank' }
    const places = readPlaces(text, regions)
    if (!places && roleOfHead(text)) return { is: 'head' }
    return places ? { is: 'places', places, isCovered: covered } : { is: 'words', text, isCovered: covered }
  }
}

interface ColumnState {
  readonly roles: readonly (ColumnRole | undefined)[]
  /** The division last named in a column, for the blank cells below it. */
  readonly last: Map<number, Region>
  /** The division that heads a column. */
  readonly above: Map<number, Region>
}

type Seen =
  | { readonly is: 'blank' | 'head' }
  | { readonly is: 'number'; readonly number: number; readonly isCovered: boolean }
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'total'; readonly count?: number; readonly isPart: boolean }
  | { readonly is: 'places'; readonly places: readonly Place[]; readonly isCovered: boolean }
  | { readonly is: 'words'; readonly text: string; readonly isCovered: boolean }

const UNKNOWN = '行政区划里没有这个名称'
const UNCLEAR = '看不出这是什么'

// A word between names may be one that is mistyped.
const isShort = (text: string): boolean => /^\p{Script=Han}{2,6}$/u.test(withoutBlanks(text))

// A sentence that names a place in passing is no list of places.
const isMostlyWords = (places: readonly Place[]): boolean =>
  places.filter((p) => p.candidates.length === 0).reduce((sum, p) => sum + p.name.length, 0) >
  places.filter((p) => p.candidates.length > 0).reduce((sum, p) => sum + p.name.length, 0)

function headingOf(place: Place, scope: ListScope, within: readonly RegionCode[] = []): Region | undefined {
  const fitting = place.candidates
    .map((c) => c.region)
    .filter((r) => !scope.isEntry(r) || place.leads)
    .filter((r) => within.every((w) => scope.regions.isWithin(r.code, w)))
  const provinces = fitting.filter((r) => r.parent === undefined)
  const [one, ...others] = provinces.length > 0 ? provinces : fitting
  return others.length === 0 ? one : undefined
}
