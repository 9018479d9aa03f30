import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Options, toMarkdown } from 'mdast-util-to-markdown'
import type { WalkDocument } from '../../src/domain/walk-document.ts'
import { documentCopy } from '../copy/documents.ts'
import { type LaidOutSection, layOut } from './lay-out.ts'

type Node = Parameters<typeof toMarkdown>[0]
type Typed<Type extends Node['type']> = Extract<Node, { type: Type }>
type Block = Typed<'root'>['children'][number]
type Phrasing = Typed<'paragraph'>['children'][number]

const options: Options = { bullet: '-', rule: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] }

/** The document as GitHub-flavoured Markdown; the library escapes what would be markup in a text. */
export function renderMarkdown(document: WalkDocument): string {
  const { title, head, sections, closing } = layOut(document)
  const facts = head.map(({ label, value }) => [strong(label), ...phrasing(`${documentCopy.colon}${value}`)])
  const children: Block[] = [
    { type: 'heading', depth: 1, children: phrasing(title) },
    ...(facts.length > 0 ? [list(facts)] : []),
    ...sections.flatMap(section),
    { type: 'thematicBreak' },
    paragraph(closing),
  ]
  return toMarkdown({ type: 'root', children }, options)
}

function section(part: LaidOutSection): Block[] {
  const note = part.note === undefined ? [] : [paragraph(part.note)]
  return [{ type: 'heading', depth: 2, children: phrasing(part.heading) }, ...body(part), ...note]
}

function body(part: LaidOutSection): Block[] {
  const entries = part.is === 'lines' ? part.lines : part.rows
  if (entries.length === 0) return [paragraph(documentCopy.none)]
  if (part.is === 'table') return [{ type: 'table', children: [part.head, ...part.rows].map(row) }]
  return part.lines.length === 1 ? part.lines.map(paragraph) : [list(part.lines.map(phrasing))]
}

function row(cells: readonly string[]): Typed<'tableRow'> {
  return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })) }
}

function list(items: readonly Phrasing[][]): Typed<'list'> {
  const children = items.map((item): Typed<'listItem'> => {
    return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: item }] }
  })
  return { type: 'list', ordered: false, spread: false, children }
}

const paragraph = (text: string): Typed<'paragraph'> => ({ type: 'paragraph', children: phrasing(text) })
const strong = (value: string): Phrasing => ({ type: 'strong', children: [{ type: 'text', value }] })

/** Line feeds become breaks, which the library turns into a space where a break would end the cell or heading. */
function phrasing(text: string): Phrasing[] {
  return text.split('\n').flatMap((value, index): Phrasing[] => {
    const line: Phrasing = { type: 'text', value }
    return index === 0 ? [line] : [{ type: 'break' }, line]
  })
}
