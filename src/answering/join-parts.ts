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
  const pieces: Piece[] = []
  for (const [at, part] of distinct.entries()) {
    const fresh = part.pieces
      .filter((p) => p.kind !== 'quote' || distinct.length === 1)
      .filter((p) => !said.has(p.text))
    for (const p of fresh) said.add(p.text)
    const [first, ...rest] = fresh
    if (first) pieces.push(distinct.length > 1 ? { ...first, text: copy.part(at + 1) + first.text } : first, ...rest)
  }
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
  }
}

// Verdict words run on into the sentence they open; everything else is a line of its own.
function textOf(pieces: readonly Piece[]): string {
  return pieces.reduce(
    (text, p) => (text === '' ? p.text : /[,，：]$/u.test(text) ? text + p.text : `${text}\n${p.text}`),
    '',
  )
}

// A reader of English is told why the answer is Chinese.
const englishNote = (text: string): readonly Piece[] =>
  /\p{Script=Han}/u.test(text) ? [] : [{ kind: 'copy', text: copy.english, citations: [] }]

// Quotes go first when a reply grows too long for a chat; the citations still hold them.
function shorten(pieces: readonly Piece[]): readonly Piece[] {
  return textOf(pieces).length <= LONGEST ? pieces : pieces.filter((p) => p.kind !== 'quote')
}

function outcomeOf(parts: readonly Part[]): Answer['outcome'] {
  for (const outcome of ['answered', 'no_data', 'not_stated', 'clarify'] as const)
    if (parts.some((p) => p.outcome === outcome)) return outcome
  return parts[0]?.outcome ?? 'out_of_scope'
}
