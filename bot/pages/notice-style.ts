import { pageStyle } from './page-style.ts'

/** The notice page's style sheet: headings by depth, the clause in the address marked. */
export const noticeStyle = `${pageStyle}
h3 { font-size: 1.0625rem; margin: 1.5rem 0 .25rem; }
h4 { font-size: .9375rem; margin: 1rem 0 0; color: var(--quiet); font-weight: 600; }
.anchor { margin-left: .5em; text-decoration: none; font-weight: 400; }
section { scroll-margin-top: 1rem; padding: 0 .5rem; }
section:target { background: var(--mark); outline: 2px solid var(--link); outline-offset: .25rem; }
@media print {
  .anchor { display: none; }
  section:target { outline: none; }
}
`
