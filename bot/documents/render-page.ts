import type { WalkDocument } from '../../src/domain/walk-document.ts'
import { documentCopy } from '../copy/documents.ts'
import { type Html, html, Html as Markup } from '../pages/html.ts'
import { pageShell } from '../pages/page-shell.ts'
import { shortColumns } from './column-widths.ts'
import { documentStyle } from './document-style.ts'
import { type LaidOutSection, layOut } from './lay-out.ts'
import { createLinkClauses, type LinkClauses } from './link-clauses.ts'

const copy = documentCopy
const toPage = pageShell(documentStyle, 'no-store')

/** The document as a page to read and print: no scripts, everything in it is text. */
export function renderPage(document: WalkDocument) {
  const { title, head, sections, closing, clauses } = layOut(document)
  const link = createLinkClauses(clauses)
  const body = html`<a class="skip" href="#document">${copy.page.skip}</a>
<p class="meta note hint">${copy.page.print}</p>
<main id="document" tabindex="-1">
<h1>${title}</h1>
${head.length > 0 ? renderHead(head, link) : undefined}
${sections.map((section, index) => renderSection(section, `section-${index + 1}`, link))}
<p class="closing">${text(link, closing)}</p>
</main>`
  const page = toPage(title, body)
  return { body: page.html, contentType: page.headers['content-type'] ?? 'text/html', headers: page.headers }
}

function renderHead(facts: WalkDocument['head'], link: LinkClauses): Html {
  return html`<dl>
${facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${text(link, value)}</dd>`)}
</dl>`
}

function renderSection(section: LaidOutSection, id: string, link: LinkClauses): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${section.heading}</h2>
${renderBody(section, id, link)}
${section.note === undefined ? undefined : html`<p class="meta note">${section.note}</p>`}
</section>`
}

function renderBody(section: LaidOutSection, id: string, link: LinkClauses): Html {
  const entries = section.is === 'lines' ? section.lines : section.rows
  if (entries.length === 0) return html`<p>${copy.none}</p>`
  if (section.is === 'table') return renderTable(section, id, link)
  if (section.lines.length === 1) return html`<p>${text(link, section.lines[0] ?? '')}</p>`
  return html`<ul>
${section.lines.map((line) => html`<li>${text(link, line)}</li>`)}
</ul>`
}

/** Focusable, so that a table wider than the screen can be moved with the keyboard. */
function renderTable({ head, rows }: Extract<LaidOutSection, { is: 'table' }>, id: string, link: LinkClauses): Html {
  const short = shortColumns([head, ...rows]).map((isShort) => (isShort ? html` class="short"` : undefined))
  const heads = head.map((name, column) => html`<th scope="col"${short[column]}>${name}</th>`)
  const cells = (row: readonly string[]): Html[] =>
    row.map((cell, column) =>
      column === 0
        ? html`<th scope="row"${short[column]}>${text(link, cell)}</th>`
        : html`<td${short[column]}>${text(link, cell)}</td>`,
    )
  return html`<div class="wide" role="region" aria-labelledby="${id}" tabindex="0">
<table aria-labelledby="${id}">
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${cells(row)}</tr>`)}
</tbody>
</table>
</div>`
}

/** Without the line feeds that joining puts between pieces: the style keeps those of the text. */
const text = (link: LinkClauses, value: string): Html =>
  new Markup(
    link(value)
      .map(({ markup }) => markup)
      .join(''),
  )
