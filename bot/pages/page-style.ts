/** What all pages share: readable at any width, dark where people like it dark, calm on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --quiet: #595959; --link: #0b4f9e; --mark: #fff3c4; --line: #d5d5d5; --shade: #f3f5f7; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #161616; --quiet: #b4b4b4; --link: #8ec1ff; --mark: #4a3f10; --line: #444; --shade: #222; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.8 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, nav, th, dt, .meta, .skip, .source { font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.5; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid var(--line); }
p { margin: .25rem 0 .75rem; white-space: pre-line; }
a { color: var(--link); text-underline-offset: .2em; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.meta, .source { color: var(--quiet); }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --quiet: #333; --link: #000; --line: #999; --mark: #fff; --shade: #f3f3f3; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  nav, .skip { display: none; }
  h2, h3, h4 { break-after: avoid; }
  p { orphans: 3; widows: 3; }
}
`
