import fc from 'fast-check'
import type { WalkDocument } from '../../../src/domain/walk-document.ts'
import { sampleDocument } from './sample-document.ts'

/** What people and attackers put into notes and place names. */
const nasty = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</td></tr></table><b>',
  '</w:t></w:r><w:r><w:instrText>DDE</w:instrText></w:r>',
  '&lt;b&gt; &amp; &#x3c;',
  ']]>',
  '| a | b |',
  '\\|',
  '|---|---|',
  '`code` **bold** _it_ ~~x~~',
  '[link](javascript:alert(1))',
  '![img](http://example.org/x.png)',
  '<http://example.org>',
  'https://example.org/path www.example.org a@example.org',
  '[^1]: note',
  '# heading',
  '===',
  '---',
  '- [ ] task',
  '1. item',
  '    code',
  '> quote',
  '=1+1',
  '=HYPERLINK("http://example.org","x")',
  '+cmd|calc!A0',
  '-2+3',
  '@SUM(A1)',
  'CURRENT',
  'TOTAL_PAGES',
  'END:VEVENT\r\nBEGIN:VEVENT',
  'a;b,c\\n:d',
  '第一行\n第二行\r\n\r\n第三行\u2028第四行',
  'a\tb\u000bc\u000cd\u0085e',
  'x'.repeat(500),
  '长'.repeat(700),
  'abc\u202egnp.exe\u202c\u2066x\u2069',
  'שלום עולם مرحبا',
  '👩‍👩‍👧‍👦🏳️‍🌈👍🏽',
  '𠮷野家㐂',
  '\ud83d',
  '\udc00x',
  '\u0000\u0001\u001b[31m\u007f\u009f',
  '\ufeff\ufffe\uffff\ufffc',
  'e\u0301\u0327'.repeat(40),
  '   ',
  '',
]

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'|\\`*_[]<>&~#+-.!:=@"\'(){}$^\n 甲1'), maxLength: 12 }),
)

/** Any text that a person could send. */
export const hostileText = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''))

const width = fc.integer({ min: 1, max: 6 })
const section = fc.oneof(
  fc.record({
    is: fc.constant('lines' as const),
    heading: hostileText,
    lines: fc.array(hostileText, { maxLength: 4 }),
  }),
  width.chain((columns) => {
    const row = fc.array(hostileText, { minLength: columns, maxLength: columns })
    const rows = fc.array(row, { maxLength: 4 })
    return fc.record({ is: fc.constant('table' as const), heading: hostileText, head: row, rows })
  }),
)

const date = fc.record({
  id: hostileText,
  name: hostileText,
  date: fc.constant('2031-06-30'),
  safeDay: fc.constantFrom('2031-06-29', '2031-06-30'),
  phrase: hostileText,
  clause: hostileText,
  label: hostileText,
})

/** A document whose every text is hostile; its last row holds what tests look for. */
export const hostileDocument: fc.Arbitrary<WalkDocument> = fc.record({
  title: hostileText,
  head: fc.array(fc.record({ label: hostileText, value: hostileText }), { maxLength: 3 }),
  sections: fc.array(section, { maxLength: 3 }),
  closing: fc.constant(sampleDocument.closing),
  dates: fc.array(date, { maxLength: 2 }),
  day: fc.constant(sampleDocument.day),
  clauses: fc.array(fc.record({ id: hostileText, label: hostileText }), { maxLength: 3 }),
})

/** The sample with one text put everywhere that users' words can stand. */
export function documentWith(text: string): WalkDocument {
  return {
    ...sampleDocument,
    title: `${text}清单`,
    head: [{ label: '地区', value: text }],
    sections: [
      {
        is: 'table',
        heading: '材料',
        head: ['材料', '备注', '状态'],
        rows: [
          ['甲', text, '丙'],
          [text, '乙', text],
        ],
      },
      { is: 'lines', heading: '还差', lines: ['前', text, '后'] },
    ],
  }
}

export const nastyTexts = nasty
