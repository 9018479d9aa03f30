import type { Answer, Piece } from '../domain/answer.ts'
import { unrepeated } from './cite.ts'
import { copy } from './copy.ts'
import type { Draft, Part } from './draft.ts'
import { suggest } from './suggest.ts'

const LONGEST = 900
const MOST_LABELS = 6

/** One reply from the answers to all questions of a message: numbered when there are several, each fact once, sources last. */
export function joinParts(parts: readonly Part[], draft: Draft): Answer {
  const distinct = parts.filter((p, at) => parts.findIndex((o) => textOf(o.pieces) === textOf(p.pieces)) === at)
  const said = new Set<string>()
  const shown = distinct.map((part) => showPart(part, distinct.length === 1, said)).filter((p) => p.length > 0)
  const pieces = shown.length > 1 ? shown.flatMap((part, at) => numbered(part, at + 1)) : shown.flat()
  const region = distinct.find((p) => p.region)?.region
  const downloads = distinct.flatMap((p) => p.downloads ?? [])
  const citations = unrepeated(distinct.flatMap((p) => p.citations))
  const labels = [...new Set(citations.map((c) => c.label))]
  const basis: Piece[] =
    labels.length > 0
      ? [
          {
            kind: 'copy',
            text: copy.basis(labels.slice(0, MOST_LABELS).join('；') + (labels.length > MOST_LABELS ? ' 等' : '')),
            citations,
          },
        ]
      : []
  const all = shorten([...pieces, ...basis, ...englishNote(draft.text)])
  return {
    outcome: outcomeOf(distinct),
    text: textOf(all),
    pieces: all,
    citations,
    suggestions: suggest(distinct, draft),
    ...(region && { region }),
    ...(downloads.length > 0 && { downloads }),
  }
}

// A part that opens with a verdict or with a silence needs its own first words and facts; elsewhere nothing is said twice.
function showPart(part: Part, alone: boolean, said: Set<string>): readonly Piece[] {
  const opens = OPENING.test(part.pieces[0]?.text ?? '')
  const quotable = alone || !part.pieces.some((p) => p.kind === 'fact')
  const shown = part.pieces.filter((p, at) => {
    const needed = opens ? p.kind !== 'computed' || at === 0 : at === 0 && part.outcome !== 'answered'
    return (quotable || p.kind !== 'quote') && (needed || !said.has(p.text))
  })
  for (const p of shown) said.add(p.text)
  return shown
}

const OPENING = /[,，：]$/u
const numbered = ([first, ...rest]: readonly Piece[], number: number): readonly Piece[] =>
  first ? [{ ...first, text: copy.part(number) + first.text }, ...rest] : []

// Verdict words run on into the sentence they open; everything else is a line of its own.
function textOf(pieces: readonly Piece[]): string {
  return pieces.reduce(
    (text, p) => (text === '' ? p.text : OPENING.test(text) ? text + p.text : `${text}\n${p.text}`),
    '',
  )
}

// A reader of English is told why the answer is Chinese.
const englishNote = (text: string): readonly Piece[] =>
  !/\p{Script=Latin}/u.test(text) || /\p{Script=Han}/u.test(text)
    ? []
    : [{ kind: 'copy', text: copy.english, citations: [] }]

// Quotes go first when a reply grows too long for a chat; the citations still hold them.
function shorten(pieces: readonly Piece[]): readonly Piece[] {
  return textOf(pieces).length <= LONGEST ? pieces : pieces.filter((p) => p.kind !== 'quote')
}

function outcomeOf(parts: readonly Part[]): Answer['outcome'] {
  for (const outcome of ['answered', 'no_data', 'not_stated', 'clarify'] as const)
    if (parts.some((p) => p.outcome === outcome)) return outcome
  return parts[0]?.outcome ?? 'out_of_scope'
}
