import { documentCopy } from '../copy/documents.ts'
import { pageStyle } from '../pages/page-style.ts'

const { before, between, after } = documentCopy.footer

/** The style sheet of a document's page: tables that can be read on a phone and print with their heads on every sheet. */
export const documentStyle = `${pageStyle}
body { max-width: 60rem; }
h1 { text-align: center; margin: 1.5rem 0 2rem; }
dl { display: grid; grid-template-columns: minmax(5em, max-content) 1fr; margin: 0; border: 1px solid var(--line); border-bottom: 0; }
dt, dd { margin: 0; padding: .35rem .8rem; border-bottom: 1px solid var(--line); white-space: pre-line; font-size: .9375rem; }
dt { max-width: 12em; background: var(--shade); color: var(--quiet); }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
table { width: 100%; margin: .75rem 0; border-collapse: collapse; font-size: .9375rem; line-height: 1.7; }
th, td { padding: .4rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; white-space: pre-line; }
thead th { background: var(--shade); color: var(--quiet); }
.short { white-space: nowrap; }
tbody th:not(.short) { min-width: 6em; }
ul { margin: .5rem 0; padding-left: 1.4em; }
li { white-space: pre-line; }
.closing { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.note { font-size: .875rem; }
@media (max-width: 40rem) { table { min-width: 38rem; } }
@page { size: A4; margin: 20mm 18mm; @bottom-center { content: "${before}" counter(page) "${between}" counter(pages) "${after}"; font: 9pt sans-serif; } }
@media print {
  .hint { display: none; }
  h1 { margin-top: 0; font-size: 18pt; }
  h2 { font-size: 13pt; margin-top: 18pt; border-bottom: 0; }
  dt, dd, table { font-size: 10pt; line-height: 1.6; }
  table { min-width: 0; }
  .wide { overflow: visible; }
  tr, li, .closing { break-inside: avoid; }
  a { text-decoration: none; }
}
`
