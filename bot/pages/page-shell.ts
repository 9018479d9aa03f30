import { type Html, html, Html as Markup } from './html.ts'
import { pageHeaders } from './page-headers.ts'

/** A finished page and the headers to send it with. */
export interface Page {
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
}

/** Makes pages of one style from a title and the markup of a body; no scripts, nothing loaded from elsewhere. */
export function pageShell(style: string, cacheControl: 'no-cache' | 'no-store'): (title: string, body: Html) => Page {
  const headers = pageHeaders(style, cacheControl)
  return (title, body) => ({
    headers,
    html: html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.markup,
  })
}
