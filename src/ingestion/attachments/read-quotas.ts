import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { QuotaKey, TableSpec } from '../../domain/table.ts'
import type { Block, Row } from './block.ts'
import {
  countIn,
  isNote,
  isSerial,
  isSubtotalWord,
  isTotalWord,
  numberIn,
  roleOfHead,
  withoutBlanks,
} from './document-words.ts'
import { mayBeName, type Place, readPlaces } from './read-places.ts'
import type { Entry, Odd } from './reading.ts'

/** What a table of quotas says: its rows, and the sums that it prints by column. */
export interface QuotaReading {
  readonly entries: readonly Entry[]
  readonly odd: readonly Odd[]
  /** Printed sums, keyed like values; `''` is the sum of all. */
  readonly printed: ReadonlyMap<QuotaKey | '', number>
}

/** Reads quotas by province: each number belongs to the place at its left and to the stage that its column's heads name. */
export function readQuotas(blocks: readonly Block[], spec: TableSpec, pack: Pack, regions: Gazetteer): QuotaReading {
  const reader = new QuotaReader(spec, pack, regions)
  for (const block of blocks)
    if (block.is === 'text') reader.paragraph(block.text, block.line)
    else if (block.is === 'table') reader.table(block.rows)
  return reader.done()
}

class QuotaReader {
  readonly #entries: Entry[] = []
  readonly #odd: Odd[] = []
  readonly #printed = new Map<QuotaKey | '', number>()
  readonly #spec: TableSpec
  readonly #pack: Pack
  readonly #regions: Gazetteer

  constructor(spec: TableSpec, pack: Pack, regions: Gazetteer) {
    this.#spec = spec
    this.#pack = pack
    this.#regions = regions
  }

  done(): QuotaReading {
    return { entries: this.#entries, odd: this.#odd, printed: this.#printed }
  }

  // 浙江省：示范城市2个，试点城市3个
  paragraph(text: string, line: number): void {
    const [head = '', rest = ''] = text.split(/[:：]/u, 2)
    const [place] = readPlaces(head, this.#regions) ?? []
    const values: Values = {}
    for (const [, words = '', number = ''] of rest.matchAll(/([^\d，,；;、]+?)(\d+)/gu)) {
      const column = columnOf([words], this.#spec, this.#pack)
      if (isQuota(column)) values[column] = Number(number)
    }
    if (place && Object.keys(values).length > 0) this.#keep(place, values, line)
    else if (readPlaces(text, this.#regions) && !isNote(text)) this.#odd.push({ line, text, why: '看不出名额是多少' })
  }

  table(given: readonly Row[]): void {
    const rows = upright(given, this.#regions)
    const from = rows.findIndex((r) => r.cells.some((c) => readPlaces(c.text, this.#regions)))
    const heads = from === -1 ? rows : rows.slice(0, from)
    const width = Math.max(0, ...rows.map((r) => r.cells.length))
    const columns = Array.from({ length: width }, (_, at) =>
      columnOf(
        heads.map((r) => r.cells[at]?.text ?? ''),
        this.#spec,
        this.#pack,
      ),
    )
    for (const { line, cells } of heads) for (const { text, covered } of cells) if (!covered) this.#note(text, line)
    for (const row of rows.slice(heads.length)) this.#row(row, columns)
  }

  #row({ line, cells }: Row, columns: readonly Column[]): void {
    let place: Place | undefined
    let values: Values = {}
    let isTotal = false
    for (const [at, { text, covered }] of cells.entries()) {
      if (text === '' || covered || NOTHING.test(text)) continue
      const number = /^\d+$/u.test(withoutBlanks(text)) ? numberIn(text) : countIn(text)
      const column = columns[at]
      if (isTotalWord(text)) isTotal = true
      else if (number !== undefined && isTotal) this.#sum(column, number)
      else if (number !== undefined) this.#number(place && values, column, number, line, text)
      else {
        const [next] = readPlaces(text, this.#regions) ?? []
        if (next && place) this.#keep(place, values, line)
        if (next) [place, values] = [next, {}]
        else this.#note(text, line)
      }
    }
    if (place) this.#keep(place, values, line)
  }

  #keep(place: Place, values: Values, line: number): void {
    this.#entries.push({ line, place, firm: [], values: { ...values } as Readonly<Record<QuotaKey, number>> })
  }

  #sum(column: Column, number: number): void {
    const key = column === 'sum' ? '' : column
    if (key === '' || isQuota(key)) this.#printed.set(key, (this.#printed.get(key) ?? 0) + number)
  }

  #number(values: Values | undefined, column: Column, number: number, line: number, text: string): void {
    if (isQuota(column) && values) values[column] = number
    else if (column === 'sum' && values) {
      const sum = Object.values(values).reduce<number>((total, v) => total + (v ?? 0), 0)
      if (sum !== number && Object.keys(values).length > 0)
        this.#odd.push({ line, text, why: `这一行的合计写的是${number}，各列相加是${sum}` })
    } else if (column === undefined && values)
      this.#odd.push({ line, text, why: '表头没有写明这一列是示范还是试点的名额' })
  }

  #note(text: string, line: number): void {
    if (text === '' || isNote(text) || isSerial(text) || roleOfHead(text) !== undefined || isTotalWord(text)) return
    if (mayBeName(text)) this.#odd.push({ line, text, why: '行政区划里没有这个名称' })
    else if (/\d/u.test(text)) this.#odd.push({ line, text, why: '看不出这是什么' })
  }
}

type Values = { [key: QuotaKey]: number | undefined }
/** What the numbers of a column are. */
type Column = QuotaKey | 'sum' | 'skipped' | undefined
const isQuota = (column: Column): column is QuotaKey => column?.includes('/') ?? false
// A dash says that there is none, or that it is not known: neither is a number.
const NOTHING = /^[—\-–－/\\无]+$/u

// The head nearest to the numbers that names one stage says what they are for.
function columnOf(heads: readonly string[], spec: TableSpec, pack: Pack): Column {
  const texts = [...heads].reverse().map(withoutBlanks)
  const role = texts.map(roleOfHead).find((r) => r !== undefined)
  if (role === 'serial' || role === 'ignored' || role === 'code') return 'skipped'
  for (const text of texts) {
    if (isTotalWord(text) || isSubtotalWord(text)) return 'sum'
    const stages = pack.stages.filter((s) => text.includes(s.name))
    if (stages.length === 1 && stages[0]) return `${trackOf(texts, spec, pack)}/${stages[0].id}`
  }
  return undefined
}

// 示范城市 names its track; 示范 alone takes that of the table.
function trackOf(texts: readonly string[], spec: TableSpec, pack: Pack): string {
  const main = pack.stages.find((s) => s.id === pack.defaultStage)?.name ?? ''
  const named = texts
    .map((text) => pack.tracks.filter((t) => text.includes(t.name.replace(main, ''))))
    .find((tracks) => tracks.length === 1)
  return named?.[0]?.id ?? spec.track
}

// Provinces across the top: the table lies on its side.
function upright(rows: readonly Row[], regions: Gazetteer): readonly Row[] {
  const isAcross = rows.some(
    ({ cells }) => cells.filter((c) => !c.covered && isProvince(c.text, regions)).length >= ACROSS,
  )
  const first = rows.map((r) => r.cells[0]?.text ?? '')
  if (!isAcross || first.filter((t) => isProvince(t, regions)).length > 1) return rows
  const width = Math.max(...rows.map((r) => r.cells.length))
  return Array.from({ length: width }, (_, at) => ({
    line: rows[0]?.line ?? 1,
    cells: rows.map((r) => r.cells[at] ?? { text: '', covered: false }),
  }))
}
const ACROSS = 4

const isProvince = (text: string, regions: Gazetteer): boolean =>
  readPlaces(text, regions)?.some((p) => p.candidates.some((c) => c.region.parent === undefined)) ?? false
