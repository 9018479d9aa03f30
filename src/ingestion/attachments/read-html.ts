import type { CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { type Block, type Cell, tidy } from './block.ts'

/** The tables and paragraphs of an HTML text, in order; rows and paragraphs are counted as lines. */
export async function readHtml(html: string): Promise<readonly Block[]> {
  const { load } = await import('cheerio')
  const $ = load(html)
  $('script, style, template, noscript, head, [hidden], del').remove()
  // Marks of notes: 杭州市②.
  $('sup').each((_, mark) => {
    if (/^[\s\d①-⑳*＊†‡[\]()（）]*$/u.test($(mark).text())) $(mark).remove()
  })
  const reader = createReader($)
  reader.walk($('body').get(0)?.children ?? [])
  return reader.finish()
}

const PARAGRAPHS = new Set([
  'p',
  'div',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'article',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'center',
  'caption',
  'main',
  'header',
  'footer',
  'tr',
  'td',
])

function createReader($: CheerioAPI) {
  const blocks: Block[] = []
  let line = 0
  let text = ''
  function flush(): void {
    const tidied = tidy(text)
    text = ''
    // Lines of one paragraph belong together only where they are wrapped by the source itself.
    for (const one of tidied.split('\n').filter((t) => t !== '')) {
      line += 1
      blocks.push({ is: 'text', line, text: one })
    }
  }
  function walk(nodes: readonly AnyNode[]): void {
    for (const node of nodes) {
      if (node.type === 'text') text += node.data.replace(/[\r\n\t ]+/gu, ' ')
      if (node.type !== 'tag') continue
      if (node.name === 'br') text += '\n'
      else if (node.name === 'table') {
        flush()
        table(node)
      } else if (PARAGRAPHS.has(node.name)) {
        flush()
        walk(node.children)
        flush()
      } else walk(node.children)
    }
  }
  function table(node: Element): void {
    // A table that holds tables only lays out the page.
    if ($(node).find('table').length > 0) {
      walk(node.children)
      flush()
      return
    }
    walk($(node).children('caption').get())
    flush()
    const rows = layOut($, node).map((cells) => {
      line += 1
      return { line, cells }
    })
    if (rows.length > 0) blocks.push({ is: 'table', rows })
  }
  return {
    walk,
    finish(): readonly Block[] {
      flush()
      return blocks
    },
  }
}

const MOST_SPAN = 1_000

// Every row gets all its columns; a merged cell shows its text in each of them.
function layOut($: CheerioAPI, table: Element): readonly (readonly Cell[])[] {
  const grid: Cell[][] = []
  const rows = $(table).find('tr').get()
  for (const [at, row] of rows.entries()) {
    const cells = rowAt(grid, at)
    let column = 0
    for (const one of $(row).children('td, th').get()) {
      while (cells[column]) column += 1
      const [down, right] = ['rowspan', 'colspan'].map((name) => spanOf($(one).attr(name), rows.length - at))
      const text = textOf($, one)
      for (let y = 0; y < (down ?? 1); y += 1)
        for (let x = 0; x < (right ?? 1); x += 1) rowAt(grid, at + y)[column + x] = { text, covered: x > 0 || y > 0 }
      column += right ?? 1
    }
  }
  const width = Math.max(0, ...grid.map((cells) => cells.length))
  return grid.map((cells) => Array.from({ length: width }, (_, x) => cells[x] ?? { text: '', covered: false }))
}

function rowAt(grid: Cell[][], at: number): Cell[] {
  const row = grid[at] ?? []
  grid[at] = row
  return row
}

// rowspan="0" means: to the end of the table.
function spanOf(written: string | undefined, rest: number): number {
  const span = Number(written ?? 1)
  if (!Number.isInteger(span) || span < 0 || span > MOST_SPAN) return 1
  return span === 0 ? rest : span
}

function textOf($: CheerioAPI, one: Element): string {
  const clone = $(one).clone()
  clone.find('br').replaceWith('\n')
  clone.find('p, div, li').each((_, part) => {
    $(part).append('\n')
  })
  return tidy(clone.text().replace(/[ \t]*\n[ \t]*/gu, '\n'))
}
