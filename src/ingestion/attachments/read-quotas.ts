import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { QuotaKey, TableSpec } from '../../domain/table.ts'
import type { Block, Row } from './block.ts'
import { isNote, roleOfHead, withoutBlanks, withoutSerial } from './document-words.ts'
import { mendRows } from './mend-rows.ts'
import type { Place } from './place-of.ts'
import { columnOf, headsOf, type QuotaColumn, upright } from './quota-columns.ts'
import { readQuotaRow } from './quota-row.ts'
import { placeAndRest, placeIn, type Values, valuesIn } from './quota-text.ts'
import { mayBeName, readPlaces } from './read-places.ts'
import type { Entry, Odd } from './reading.ts'
import { HIDDEN_ROW, hiddenPart, NO_NUMBER, UNCLEAR, UNKNOWN } from './reasons.ts'

/** What a table of quotas says: its rows, and the sums that it prints by column. */
export interface QuotaReading {
  readonly entries: readonly Entry[]
  readonly odd: readonly Odd[]
  /** Printed sums, keyed like values; `''` is the sum of all. */
  readonly printed: ReadonlyMap<QuotaKey | '', number>
  readonly remarks: readonly string[]
}

/** Reads quotas by province: each number belongs to the place at its left and to the stage that its column's heads name. */
export function readQuotas(blocks: readonly Block[], spec: TableSpec, pack: Pack, regions: Gazetteer): QuotaReading {
  const reader = new QuotaReader(spec, pack, regions)
  for (const block of mendRows(blocks, regions)) {
    if (block.is === 'text') reader.paragraph(block.text, block.line)
    else if (block.is === 'table') reader.table(block.rows)
    else reader.hidden(block)
  }
  return reader.done()
}

class QuotaReader {
  readonly #entries: Entry[] = []
  readonly #odd: Odd[] = []
  readonly #printed = new Map<QuotaKey | '', number>()
  readonly #remarks: string[] = []
  readonly #spec: TableSpec
  readonly #pack: Pack
  readonly #regions: Gazetteer

  constructor(spec: TableSpec, pack: Pack, regions: Gazetteer) {
    this.#spec = spec
    this.#pack = pack
    this.#regions = regions
  }

  done(): QuotaReading {
    return { entries: this.#entries, odd: this.#odd, printed: this.#printed, remarks: this.#remarks }
  }

  hidden({ what, rows }: Extract<Block, { is: 'hidden' }>): void {
    const hasPlaces = rows.some((r) => r.cells.some((c) => placeIn(c.text, this.#regions)))
    if (hasPlaces) this.#remarks.push(hiddenPart(what))
  }

  // 浙江省：示范城市2个，试点城市3个；江苏省：…
  paragraph(text: string, line: number): void {
    for (const part of text.split(/[；;。\n]/u)) {
      const found = placeAndRest(withoutSerial(part), this.#regions)
      const values = found ? valuesIn(found.rest, this.#spec, this.#pack) : {}
      if (found && Object.keys(values).length > 0) this.#keep(found.place, values, line)
      else if (!found && Object.keys(valuesIn(part, this.#spec, this.#pack)).length > 0)
        this.#doubt(line, part, '看不出这是哪个地方的名额')
      else if ((found ?? readPlaces(part, this.#regions)) && (/\d/u.test(part) || !isNote(part)))
        this.#doubt(line, part, NO_NUMBER)
    }
  }

  table(given: readonly Row[]): void {
    const rows = upright(given, this.#regions)
    const from = rows.findIndex((r) => r.cells.some((c) => isNumber(c.text) || placeIn(c.text, this.#regions)))
    const heads = from === -1 ? rows : rows.slice(0, from)
    const width = Math.max(0, ...rows.map((r) => r.cells.length))
    const columns = headsOf(heads, width).map((texts) => columnOf(texts, this.#spec, this.#pack))
    for (const { line, cells } of heads) for (const { text, covered } of cells) if (!covered) this.#note(text, line)
    for (const row of rows.slice(heads.length)) this.#row(row, columns)
  }

  #row({ line, cells, isHidden }: Row, columns: readonly QuotaColumn[]): void {
    const { entries, odd, sums } = readQuotaRow(cells, columns, {
      placeIn: (text) => placeIn(text, this.#regions),
      valuesIn: (text) => valuesIn(text, this.#spec, this.#pack),
    })
    for (const { place, values } of entries) {
      if (isHidden) this.#doubt(line, place.text, HIDDEN_ROW)
      else this.#keep(place, values, line)
    }
    for (const { text, why } of odd) this.#doubt(line, text, why)
    for (const { key, sum } of sums) this.#printed.set(key, (this.#printed.get(key) ?? 0) + sum)
  }

  #keep(place: Place, values: Values, line: number): void {
    this.#entries.push({ line, place, firm: [], values: { ...values } })
  }

  #doubt(line: number, text: string, why: string): void {
    this.#odd.push({ line, text, why })
  }

  #note(text: string, line: number): void {
    if (text === '' || isNote(text) || roleOfHead(text) !== undefined) return
    const places = readPlaces(text, this.#regions)
    if (places) this.#doubt(line, text, '一格里有几个地方')
    else if (mayBeName(text)) this.#doubt(line, text, UNKNOWN)
    else if (/\d/u.test(text)) this.#doubt(line, text, UNCLEAR)
  }
}

const isNumber = (text: string): boolean => /^[\d０-９]+$/u.test(withoutBlanks(text))
