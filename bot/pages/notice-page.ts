import type { Clause, RelatedNotice } from '../../src/domain/notice.ts'
import { zhCn } from '../copy/zh-cn.ts'
import { type Html, html } from './html.ts'
import { noticeStyle } from './notice-style.ts'
import { type Page, pageShell } from './page-shell.ts'

/** What the page shows. */
export interface NoticeContents {
  readonly title: string
  readonly number: string
  readonly clauses: readonly Clause[]
  readonly related: readonly RelatedNotice[]
}

const copy = zhCn.noticePage
const toPage = pageShell(noticeStyle, 'no-cache')

/** Renders the notice so that `#<clause id>` lands on the clause; no scripts, nothing loaded from elsewhere. */
export function renderNoticePage({ title, number, clauses, related }: NoticeContents): Page {
  const ids = new Set(clauses.map(({ id }) => id))
  const body = html`<a class="skip" href="#notice">${copy.skip}</a>
<header>
<h1>${title}</h1>
<p class="meta">${copy.number}：${number}</p>
</header>
${renderContents(clauses, ids)}
<main id="notice" tabindex="-1" aria-label="${copy.text}">
${clauses.map((clause) => renderClause(clause, depthOf(clause.id, ids)))}
</main>
${related.length > 0 ? renderRelated(related) : undefined}`
  return toPage(title, body)
}

function renderContents(clauses: readonly Clause[], ids: ReadonlySet<string>): Html {
  const top = clauses.filter(({ id }) => depthOf(id, ids) === 0)
  const items = top.map(({ id, label }) => html`<li><a href="#${encodeURIComponent(id)}">${label}</a></li>`)
  return html`<nav aria-label="${copy.contents}"><ul>
${items}
</ul></nav>`
}

function renderClause({ id, label, text }: Clause, depth: number): Html {
  // A heading clause often repeats its own label as its first line.
  const [first = '', ...rest] = text.split('\n')
  const body = first.trim() === label.trim() ? rest : [first, ...rest]
  const paragraphs = body.filter((line) => line.trim() !== '').map((line) => html`<p>${line}</p>`)
  const anchor = html`<a class="anchor" href="#${encodeURIComponent(id)}" aria-label="${copy.anchor}">#</a>`
  return html`<section id="${id}">
${heading(depth, html`${label}${anchor}`)}
${paragraphs}
</section>`
}

function renderRelated(related: readonly RelatedNotice[]): Html {
  return html`<aside aria-labelledby="related-notices">
<h2 id="related-notices">${copy.related}</h2>
<p class="meta">${copy.relatedNote}</p>
${related.map(renderRelatedNotice)}
</aside>`
}

function renderRelatedNotice({ id, number, title, date, say, source }: RelatedNotice): Html {
  return html`<section id="${id}">
<h3>${title}</h3>
<p class="meta">${copy.number}：${number}　${copy.date}：${date}</p>
<p>${say}</p>
<p class="source">${copy.source}：${source.split(/\s+\|\s+/).map(renderSource)}</p>
</section>`
}

function renderSource(source: string): Html {
  if (!/^https?:\/\/[^\s()（）]+$/.test(source)) return html`<span>${source}</span>`
  return html`<a href="${source}" rel="noopener noreferrer">${source}</a>`
}

function heading(depth: number, content: Html): Html {
  if (depth === 0) return html`<h2>${content}</h2>`
  return depth === 1 ? html`<h3>${content}</h3>` : html`<h4>${content}</h4>`
}

/** How many of the pack's clauses contain this one: the ids of the notice say so by their dots. */
function depthOf(id: string, ids: ReadonlySet<string>): number {
  const parts = id.split('.')
  return parts.slice(1).filter((_part, index) => ids.has(parts.slice(0, index + 1).join('.'))).length
}
