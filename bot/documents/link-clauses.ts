import type { WalkDocument } from '../../src/domain/walk-document.ts'
import { escapePattern } from '../../src/text/escape-pattern.ts'
import { type Html, html } from '../pages/html.ts'

/** Turns text into markup in which every name of a clause leads to it on the notice page. */
export type LinkClauses = (text: string) => readonly Html[]

/** Prepares the names once; of two that begin alike the longer one is meant. */
export function createLinkClauses(clauses: WalkDocument['clauses']): LinkClauses {
  const ids = new Map(clauses.map(({ label, id }) => [label, id]))
  const labels = [...ids.keys()].sort((a, b) => b.length - a.length)
  // Not inside a longer number: 附件1 is not the beginning of 附件10.
  const names =
    labels.length > 0
      ? new RegExp(`((?<!\\d(?=\\d))(?:${labels.map(escapePattern).join('|')})(?!(?<=\\d)\\d))`)
      : undefined
  return (text) => (names === undefined ? [text] : text.split(names)).map((part) => toMarkup(part, ids.get(part)))
}

function toMarkup(part: string, id: string | undefined): Html {
  return id === undefined ? html`${part}` : html`<a href="/notice#${encodeURIComponent(id)}">${part}</a>`
}
