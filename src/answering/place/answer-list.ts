import type { Download, Piece } from '../../domain/answer.ts'
import type { RegionCode } from '../../domain/region.ts'
import type { TableSpec } from '../../domain/table.ts'
import type { Frame } from '../../understanding/frame.ts'
import { unrepeated } from '../cite.ts'
import { copy } from '../copy.ts'
import type { Draft, Part } from '../draft.ts'
import { focusAfter } from '../focus-after.ts'
import { verdictWords } from '../state-verdict.ts'
import { verdictOnRows } from './claim-of-rows.ts'
import type { ResolvedRegion } from './resolved-region.ts'
import { identify } from './tell-level.ts'
import { knowsAll, MOST_NAMED, rowsWithin, sourcesOf, tellList, tellRows } from './tell-list.ts'

/** Names the rows that lists have in a region, or all of them, and says how complete they are. */
export function answerRows(
  code: RegionCode | undefined,
  tables: readonly TableSpec[],
  frame: Frame,
  draft: Draft,
  only?: readonly RegionCode[],
): Part {
  const sources = sourcesOf(draft)
  const verdict = verdictOnRows(code, tables, frame, only, draft)
  const isSure = verdict !== undefined && verdict !== copy.verdict.undecided.rows
  const pieces = [...say(verdict ?? ''), ...tables.flatMap((t) => tellRows(code, t, sources))]
  return {
    outcome: isSure || tables.every((t) => knowsAll(code, t, sources)) ? 'answered' : 'no_data',
    understood: true,
    pieces,
    citations: unrepeated(pieces.flatMap((p) => p.citations)),
    focus: focusAfter(frame, [], draft),
    downloads: tables.flatMap((t) => downloadOf(code, t, draft)),
  }
}

function downloadOf(
  code: RegionCode | undefined,
  { id, name }: TableSpec,
  { tables, regions }: Draft,
): readonly Download[] {
  const { length: rows } = rowsWithin(code, tables.get(id), regions)
  return rows === 0
    ? []
    : [{ table: id, name, rows, isLong: rows > MOST_NAMED, ...(code !== undefined && { within: code }) }]
}

/** Says whether lists of other notices have a region: yes where one has it, no where all of them are complete. */
export function answerStatus(place: ResolvedRegion, tables: readonly TableSpec[], frame: Frame, draft: Draft): Part {
  const { pack } = draft.reader
  const told = tables.map((t) => tellList(place.code, t, sourcesOf(draft)))
  const listed = told.filter((t) => t.standing.is === 'listed')
  const open = listed.length === 0 && told.some((t) => t.standing.is === 'unknown')
  const pieces: readonly Piece[] = [
    ...say(frame.polar ? verdict(listed.length > 0, open, frame) : ''),
    ...(listed.length > 0 ? listed : told).map((t) => t.piece),
    ...identify(place, draft.regions),
    ...say(open ? copy.ask(pack.ask.province) : ''),
  ]
  return {
    outcome: open ? 'no_data' : 'answered',
    understood: true,
    pieces,
    citations: unrepeated(pieces.flatMap((p) => p.citations)),
    focus: focusAfter(frame, [], draft),
  }
}

const verdict = (isListed: boolean, isOpen: boolean, frame: Frame): string =>
  isOpen ? copy.verdict.undecided.list : verdictWords(isListed ? 'right' : 'wrong', { ...frame, claim: true }, [])

const say = (text: string): readonly Piece[] => (text === '' ? [] : [{ kind: 'copy', text, citations: [] }])
