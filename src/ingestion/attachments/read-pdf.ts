import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { AttachmentError } from './attachment-error.ts'
import { type Block, type Cell, cell } from './block.ts'
import type { OpenedFile } from './open-file.ts'
import { withoutFurniture } from './pdf-furniture.ts'
import { cellsOf, type Grid, gridsOf, isInside } from './pdf-grid.ts'
import { piecesOf } from './pdf-lines.ts'
import { type Glyph, glyphsOf, rulesOf, widthOf } from './pdf-page.ts'

/** Called as pages are read. */
export type Progress = (done: number, total: number) => void

/** The tables and paragraphs of a PDF, page by page. Throws `AttachmentError`, also for a scan, which holds no text. */
export async function readPdf(file: OpenedFile, progress: Progress = () => {}): Promise<readonly Block[]> {
  const pdf = await loadPdfJs()
  const document = await open(pdf, file)
  try {
    let line = 0
    const nextLine = (): number => {
      line += 1
      return line
    }
    const pages: { glyphs: readonly Glyph[]; grids: readonly Grid[]; width: number }[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      pages.push({
        glyphs: await glyphsOf(page),
        grids: gridsOf(await rulesOf(page, pdf.OPS)),
        width: widthOf(page),
      })
      page.cleanup()
      progress(number, document.numPages)
    }
    const texts = withoutFurniture(pages.map((p) => p.glyphs))
    const found = pages.map(({ grids, width }, at) => foundOn(texts[at] ?? [], grids, width))
    const blocks = found.flatMap((own, at) => blocksOf(own, found[at - 1]?.at(-1), nextLine))
    if (blocks.length === 0) throw noText(file.name)
    return blocks
  } catch (cause) {
    if (cause instanceof AttachmentError) throw cause
    throw damaged(file.name, cause)
  } finally {
    await document.destroy()
  }
}

type PdfJs = typeof import('pdfjs-dist')

// pdf.js looks for the classes of a browser's canvas, which reading text never uses, and says so on standard output.
async function loadPdfJs(): Promise<PdfJs> {
  const browser = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) browser[name] ??= class {}
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

async function open(pdf: PdfJs, { bytes, name }: OpenedFile): Promise<PDFDocumentProxy> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  try {
    return await pdf.getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: join(folder, 'cmaps/'),
      cMapPacked: true,
      standardFontDataUrl: join(folder, 'standard_fonts/'),
      isEvalSupported: false,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: pdf.VerbosityLevel.ERRORS,
    }).promise
  } catch (cause) {
    if ((cause as Error).name === 'PasswordException')
      throw new AttachmentError('password', `${name} 设了打开密码。请去掉密码另存一份再试。`, { cause })
    throw damaged(name, cause)
  }
}

type Cells = readonly (readonly Cell[])[]

/** A paragraph or table of a page, and the edges of its columns. */
interface Found {
  readonly top: number
  readonly text?: string
  readonly cells: Cells
  readonly edges: readonly number[]
  /** How many of the last rows may be paragraphs, in lines without drawn borders. */
  readonly tail?: number
}

function foundOn(glyphs: readonly Glyph[], grids: readonly Grid[], width: number): readonly Found[] {
  const outside = glyphs.filter((g) => !g.isTurned && !grids.some((grid) => isInside(g, grid)))
  const pieces = piecesOf(outside, width).map(
    (piece): Found =>
      piece.is === 'text'
        ? { top: piece.top, text: cell(piece.text).text, cells: [], edges: [] }
        : {
            top: piece.top,
            cells: withText(piece.rows.map((row) => row.map(cell))),
            edges: piece.bands.map((b) => b.left),
            tail: piece.tail,
          },
  )
  const tables = grids.map((grid): Found => {
    const own = glyphs.filter((g) => isInside(g, grid))
    return { top: grid.heights[0] ?? 0, cells: withText(cellsOf(grid, own)), edges: grid.columns }
  })
  return [...pieces, ...tables]
    .filter((f) => f.cells.length > 0 || (f.text !== undefined && f.text !== ''))
    .sort((a, b) => b.top - a.top)
}

const withText = (rows: Cells): Cells => rows.filter((cells) => cells.some((c) => c.text !== ''))

function blocksOf(found: readonly Found[], before: Found | undefined, nextLine: () => number): readonly Block[] {
  return found.map((one, at): Block => {
    if (one.text !== undefined) return { is: 'text', line: nextLine(), text: one.text }
    const rows = one.cells.map((cells) => ({ line: nextLine(), cells }))
    const continues = at === 0 && before !== undefined && isSameTable(before, one)
    return { is: 'table', rows, continues, ...(one.tail !== undefined && { flows: true, tail: one.tail }) }
  })
}

// The same columns at the end of one page and at the top of the next.
const isSameTable = (before: Found, { edges, tail }: Found): boolean =>
  edges.length > 0 &&
  before.edges.length === edges.length &&
  before.tail === (tail === undefined ? undefined : 0) &&
  before.edges.every((e, at) => Math.abs(e - (edges[at] ?? 0)) < (tail === undefined ? NEAR : NEAR_TEXT))
// In points. Columns without borders begin where their longest text does.
const NEAR = 6
const NEAR_TEXT = 40

const noText = (name: string): AttachmentError =>
  new AttachmentError(
    'no-text',
    `${name} 里没有文字，像是扫描件或照片。请向发文单位要 Word、Excel 或文字版 PDF，或者把名单录成 .csv 再试。`,
  )
const damaged = (name: string, cause: unknown): AttachmentError =>
  new AttachmentError('damaged', `${name} 打不开，可能已损坏。请重新下载再试。`, { cause })
