import type { TableSheet } from '../../src/domain/table-sheet.ts'
import { zhCn } from '../copy/zh-cn.ts'
import { html } from '../pages/html.ts'
import { pageShell } from '../pages/page-shell.ts'
import { pageStyle } from '../pages/page-style.ts'

const copy = zhCn.tables
const style = `${pageStyle}
body { max-width: 64rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.6; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
th { background: var(--shade); }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.wide { overflow-x: auto; }
`
const toPage = pageShell(style, 'no-cache')

/** A table as a page, with a link to the CSV file of the same rows; `file` is the page's own address in its folder. */
export function renderTablePage({ title, notes, heads, rows }: TableSheet, file: string) {
  const body = html`<main>
<h1>${title}</h1>
${notes.map((note) => html`<p class="meta">${note}</p>`)}
<p><a href="${file.replace('.html', '.csv')}" download>${copy.download}</a></p>
<div class="wide" tabindex="0" role="region" aria-label="${title}">
<table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((text) => html`<td>${text}</td>`)}</tr>`)}
</tbody>
</table>
</div>
</main>`
  const page = toPage(title, body)
  return { body: page.html, headers: page.headers }
}
