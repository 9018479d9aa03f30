import { html, Html as Markup } from './html.ts'
import { pageHeaders } from './page-headers.ts'
import { pageStyle } from './page-style.ts'

const headers = pageHeaders(pageStyle, 'no-store')

/** A page that only says something: what happened, and what to do. */
export function renderMessagePage({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${lines.map((line) => html`<p>${line}</p>`)}
</main>
</body>
</html>
`
  return { html: page.markup, headers }
}
