import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { IsoDate } from '../../domain/notice.ts'
import type { Pack } from '../../domain/pack.ts'
import type { WalkDate, WalkDocument, WalkSection } from '../../domain/walk-document.ts'
import type { Mark, Walk, Walkthroughs } from '../../domain/walkthrough.ts'
import { inChinese } from '../../rules/calendar.ts'
import { deadlinesAhead, standingOf } from '../../rules/deadlines.ts'
import { conditionsOf, hardStop, itemsOf, openSteps, stepIdsOf } from '../../rules/walk-state.ts'
import { fullName } from '../place/name-region.ts'
import { statusOf } from './checklist-step.ts'
import { replyOf } from './self-check-step.ts'
import { documentCopy, walkCopy } from './walk-copy.ts'
import { doneBy, itemTitle, rolesNamed } from './walk-pieces.ts'
import { nameOf } from './walk-turn.ts'

/** What a document is made from. */
export interface DocumentSources {
  readonly pack: Pack
  readonly walkthroughs: Walkthroughs
  readonly regions: Gazetteer
  readonly day: IsoDate
}

/** A walk-through as a document to print and file: where it stands, what is open, clauses, dates ahead, and who decides. */
export function documentOf(walk: Walk, sources: DocumentSources): WalkDocument {
  const { pack, walkthroughs, day } = sources
  const isChecklist = walk.kind === 'checklist'
  const steps = isChecklist ? itemsOf(walk, walkthroughs) : conditionsOf(walk, walkthroughs)
  const named = isChecklist ? walkthroughs.checklist.items : steps
  const clauses = [...new Set(named.map((s) => s.clause))]
  const place = walk.place === undefined ? '' : fullName(walk.place, sources.regions)
  return {
    title: documentCopy.title(place, nameOf(walk.kind, walkthroughs)),
    head: headOf(walk, sources),
    sections: isChecklist
      ? [items(walk, sources), matrix(sources)]
      : [conditions(walk, sources), openOf(walk, sources)],
    closing: documentCopy.closing(pack.number),
    dates: datesAhead(sources),
    day,
    clauses: clauses.map((id) => ({ id, label: labelOf(id, pack) })),
  }
}

const labelOf = (clause: string, pack: Pack): string => pack.clauses.get(clause)?.label ?? clause

function headOf(walk: Walk, { pack, walkthroughs, regions, day }: DocumentSources): WalkDocument['head'] {
  const ids = stepIdsOf(walk, walkthroughs)
  const open = openSteps(walk, walkthroughs).length
  const track = pack.tracks.find((t) => t.id === walk.track)?.name
  const part = walkthroughs.parts.find((p) => p.id === walk.part)?.name
  return [
    { label: documentCopy.notice, value: `${pack.title}（${pack.number}）` },
    { label: documentCopy.place, value: walk.place === undefined ? walkCopy.anyPlace : fullName(walk.place, regions) },
    ...(track === undefined ? [] : [{ label: documentCopy.track, value: track }]),
    ...(part === undefined || walk.kind !== 'checklist' ? [] : [{ label: documentCopy.part, value: part }]),
    { label: documentCopy.state, value: documentCopy.settled(ids.length - open, ids.length) },
    { label: documentCopy.day, value: inChinese(day) },
  ]
}

function items(walk: Walk, { pack, walkthroughs }: DocumentSources): WalkSection {
  const own = itemsOf(walk, walkthroughs)
  return {
    is: 'table',
    heading: walkthroughs.checklist.name,
    head: documentCopy.itemHead,
    rows: own.map((item) => {
      const mark = walk.marks[item.id]
      const date = pack.dates.find((d) => d.id === item.date)
      const needs = own.filter((i) => item.needs.includes(i.id)).map((i) => i.name)
      return [
        itemTitle(item),
        [walkCopy.status[statusOf(mark)], ...noteOf(mark)].join('：'),
        doneBy(item, pack) || walkCopy.whoUnstated,
        item.medium ?? '',
        needs.join('、'),
        date?.phrase ?? '',
        labelOf(item.clause, pack),
      ]
    }),
  }
}

const noteOf = (mark: Mark | undefined): readonly string[] => (mark?.note === undefined ? [] : [mark.note])

function matrix({ pack, walkthroughs }: DocumentSources): WalkSection {
  return {
    is: 'table',
    heading: documentCopy.matrix,
    head: documentCopy.matrixHead,
    rows: walkthroughs.checklist.items.map((item) => [
      itemTitle(item),
      doneBy(item, pack) || walkCopy.whoUnstated,
      rolesNamed(item.to, pack),
      item.medium ?? '',
      pack.dates.find((d) => d.id === item.date)?.phrase ?? '',
      labelOf(item.clause, pack),
    ]),
  }
}

function conditions(walk: Walk, { pack, walkthroughs }: DocumentSources): WalkSection {
  return {
    is: 'table',
    heading: walkthroughs.selfCheck.name,
    head: documentCopy.conditionHead,
    rows: conditionsOf(walk, walkthroughs).map((c) => {
      const mark = walk.marks[c.id]
      const reply = replyOf(mark)
      const isOpen = reply === undefined || reply === 'unsure' || c.judged
      return [
        `${c.label}：${c.ask}`,
        [reply === undefined ? walkCopy.unanswered : walkCopy.reply[reply], ...noteOf(mark)].join('：'),
        labelOf(c.clause, pack),
        c.prepare.join('、'),
        c.route ? '' : c.judged ? documentCopy.judges : isOpen ? pack.ask.province : '',
      ]
    }),
  }
}

function openOf(walk: Walk, { pack, walkthroughs }: DocumentSources): WalkSection {
  const stop = hardStop(walk, walkthroughs)
  const fact = pack.facts.find((f) => f.id === stop?.hard)
  const decides = walkthroughs.selfCheck.decides.flatMap((id) =>
    pack.facts.filter((f) => f.id === id).map((f) => f.say),
  )
  return {
    is: 'lines',
    heading: documentCopy.whoDecides,
    lines: [
      ...(stop ? [walkCopy.hard(stop.label), ...(fact ? [fact.say] : [])] : [walkCopy.noVerdict]),
      ...decides,
      documentCopy.evidence,
    ],
  }
}

// With their safe days.
function datesAhead({ pack, day }: Pick<DocumentSources, 'pack' | 'day'>): readonly WalkDate[] {
  return deadlinesAhead(pack.dates, day).map((d) => ({
    id: d.id,
    name: d.name,
    date: d.date,
    safeDay: standingOf(d, day).safeDay,
    phrase: d.phrase,
    clause: d.clause,
    label: labelOf(d.clause, pack),
  }))
}
