import { html } from './html.ts'
import { type Page, pageShell } from './page-shell.ts'
import { pageStyle } from './page-style.ts'

const toPage = pageShell(pageStyle, 'no-store')

/** A page that only says something: what happened, and what to do. */
export function renderMessagePage({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly string[]
}): Page {
  const body = html`<main>
<h1>${title}</h1>
${lines.map((line) => html`<p>${line}</p>`)}
</main>`
  return toPage(title, body)
}
