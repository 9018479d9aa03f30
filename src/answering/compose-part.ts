import type { Piece } from '../domain/answer.ts'
import type { Fact } from '../domain/fact.ts'
import type { NoticeDate } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import type { Frame } from '../understanding/frame.ts'
import { type Evidence, SURE } from './choose-evidence.ts'
import { cite, unrepeated } from './cite.ts'
import { composeWording } from './compose-wording.ts'
import { copy } from './copy.ts'
import { sameAsBefore } from './counterpart.ts'
import type { Draft, Part } from './draft.ts'
import { focusAfter } from './focus-after.ts'
import { allQuotesOf, LONGEST_QUOTE, quotesOf, sayFact } from './say-facts.ts'
import { asksBeyond, stateVerdict, verdictWords } from './state-verdict.ts'
import { asksTime, dateAskedFor, type TimeTold, tellBetween, tellTime } from './tell-time.ts'
import { wordingAsked } from './tell-wording.ts'

/** The answer to one question from what was found for it: verdict, fact, computed time, quote. */
export function composePart(frame: Frame, evidence: Evidence, draft: Draft): Part {
  const words = wordingAsked(frame, evidence)
  if (words.length > 0) return composeWording(frame, words, evidence, draft)
  if (evidence.is === 'facts') return fromFacts(frame, evidence, draft)
  if (evidence.is === 'silence') return fromSilence(frame, evidence, draft)
  if (evidence.is === 'extract') return fromClause(frame, evidence.clause, draft)
  return fromNothing(frame, evidence.near, draft)
}

function fromFacts(frame: Frame, evidence: Extract<Evidence, { is: 'facts' }>, draft: Draft): Part {
  const { pack } = draft.reader
  const { facts: found, score } = evidence
  const verdict = evidence.verdict ?? stateVerdict(frame, found, pack)
  const facts = verdict === 'right' && asksForPlace(frame, found) ? [...found, ...requirementsOf(found, pack)] : found
  const date = dateAskedFor(frame, facts, pack, draft.focus?.date)
  const time = date && withOthers(tellTime(frame, date, draft.day, pack), date, frame, facts, draft)
  // Of a fact that fits well it is said that the notice does not put it so; of a weaker one only that it stands near.
  const beyond = (frame.unexplained.length > 0 && score < SURE) || facts.some((f) => asksBeyond(frame, f))
  if (verdict === 'unclear' && !time?.opening && beyond) return fromNothing(frame, facts, draft)
  const same = verdict === undefined || verdict === 'unclear' ? sameAsBefore(frame, facts, draft) : undefined
  const opening = time?.opening ?? same ?? (verdict && verdictWords(verdict, frame, facts))
  const said = facts.map((fact) => sayFact(fact, facts, draft))
  const lead: Piece[] = opening
    ? [
        {
          kind: opening === time?.opening ? 'computed' : 'copy',
          text: opening,
          citations: [],
          computation: { rule: 'verdict', states: opening.match(/\d+/gu) ?? [] },
        },
      ]
    : []
  const quotes = evidence.verbatim ? allQuotesOf(facts, draft) : quotesOf(facts, draft)
  const related = time?.pieces.flatMap((p) => p.citations) ?? []
  const dated =
    date && time && (time.opening || time.pieces.length > 0) && !facts.some((f) => f.values.date?.includes(date.id))
      ? [cite(pack, date)]
      : []
  return {
    outcome: 'answered',
    understood: true,
    pieces: [...lead, ...said, ...(time?.pieces ?? []), ...quotes],
    citations: unrepeated([...dated, ...said.flatMap((p) => p.citations), ...related]),
    focus: focusAfter(frame, found, draft, date?.id),
  }
}

// 自治县能报吗: the kind of place fits, which alone is no yes.
const asksForPlace = (frame: Frame, facts: readonly Fact[]): boolean =>
  frame.marks.has('asks-can') && facts.every((f) => f.values.track)

// What the same clauses also require, in the fewest words.
function requirementsOf(facts: readonly Fact[], pack: Pack): readonly Fact[] {
  const clauses = new Set(facts.map((f) => f.cites[0]?.clause))
  return [...clauses].flatMap((clause) => {
    const stating = pack.facts.filter(
      (f) => f.aspects.includes('condition') && f.cites.every((c) => c.clause === clause),
    )
    const [shortest] = stating.sort((a, b) => a.say.length - b.say.length)
    return shortest && !facts.includes(shortest) ? [shortest] : []
  })
}

// Asked of two dates at once (两个期限各还剩几天), the calendar is told for both.
function withOthers(
  told: TimeTold,
  date: NoticeDate,
  frame: Frame,
  facts: readonly Fact[],
  { day, focus, reader: { pack } }: Draft,
): TimeTold {
  if (!asksTime(frame) || (frame.marks.has('today') && frame.dates.length > 0)) return told
  const stated = facts.flatMap((f) => f.values.date ?? [])
  // 比它晚几天: the other day may be the one last spoken of.
  const compared = frame.marks.has('between') ? [...stated, focus?.date ?? ''] : stated
  const others = pack.dates.filter((d) => d.id !== date.id && compared.includes(d.id))
  if (frame.marks.has('between')) return { pieces: others.slice(0, 1).map((other) => tellBetween(date, other)) }
  const pieces = others.flatMap((other) => tellTime(frame, other, day, pack).pieces)
  return { ...told, pieces: [...told.pieces, ...pieces.filter((p) => !told.pieces.some((o) => o.text === p.text))] }
}

function fromSilence(frame: Frame, { silence, near, facts }: Extract<Evidence, { is: 'silence' }>, draft: Draft): Part {
  const { pack } = draft.reader
  const stated = [...facts, ...near.filter((f) => !facts.includes(f))]
  const said = stated.map((f) => sayFact(f, stated, draft))
  const date = dateAskedFor(frame, stated, pack, draft.focus?.date)
  const time =
    date && (asksTime(frame) || frame.topics.some((t) => date.topics.includes(t.id))) && silence.nearby.length > 0
      ? tellTime({ ...frame, dates: [] }, date, draft.day, pack)
      : undefined
  const lead = silence.outcome === 'no_data' ? copy.noData(silence.what) : copy.notStated(silence.what)
  return {
    outcome: silence.outcome,
    understood: true,
    pieces: [
      { kind: 'fact', text: lead, citations: [] },
      ...(said[0] ? [{ ...said[0], text: copy.nearby + said[0].text }, ...said.slice(1)] : []),
      ...(time?.pieces ?? []),
      { kind: 'copy', text: copy.ask(pack.ask[silence.ask]), citations: [] },
    ],
    citations: unrepeated([...said.flatMap((p) => p.citations), ...(time?.pieces ?? []).flatMap((p) => p.citations)]),
    focus: focusAfter(frame, stated, draft, date?.id, silence.topics),
  }
}

function fromClause(frame: Frame, clauseId: string, draft: Draft): Part {
  const clause = draft.reader.pack.clauses.get(clauseId)
  if (!clause) return fromNothing(frame, [], draft)
  const quote = clause.text.length > LONGEST_QUOTE ? `${clause.text.slice(0, LONGEST_QUOTE)}` : clause.text
  const citation = { clause: clause.id, label: clause.label, quote }
  const opening: readonly Piece[] = frame.polar ? [{ kind: 'copy', text: copy.verdict.unclear, citations: [] }] : []
  return {
    outcome: 'answered',
    understood: true,
    pieces: [...opening, { kind: 'quote', text: copy.quote(quote), citations: [citation] }],
    citations: [citation],
    focus: draft.focus,
  }
}

function fromNothing(frame: Frame, near: readonly Fact[], draft: Draft): Part {
  const { pack } = draft.reader
  // Beside words that any notice has, a fact is not near, only alike.
  const close = frame.domain === 'own' || frame.unexplained.length === 0 ? near : []
  const said = close.map((f) => sayFact(f, close, draft))
  return {
    outcome: 'not_stated',
    understood: false,
    pieces: [
      { kind: 'copy', text: copy.notStatedAtAll, citations: [] },
      ...said.map((p) => ({ ...p, text: copy.nearby + p.text })),
      { kind: 'copy', text: copy.ask(pack.ask.province), citations: [] },
    ],
    citations: unrepeated(said.flatMap((p) => p.citations)),
    focus: close.length > 0 ? focusAfter(frame, close, draft) : draft.focus,
  }
}
