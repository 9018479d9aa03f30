import type { TableSheet } from '../../src/domain/table-sheet.ts'
import { zhCn } from '../copy/zh-cn.ts'
import { html, Html as Markup } from '../pages/html.ts'
import { pageHeaders } from '../pages/page-headers.ts'
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
const headers = pageHeaders(style, 'no-cache')

/** A table as a page, with a link to the CSV file of the same rows; `file` is the page's own address in its folder. */
export function renderTablePage({ title, notes, heads, rows }: TableSheet, file: string) {
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
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
</main>
</body>
</html>
`
  return { body: page.markup, headers: { ...headers } }
}
