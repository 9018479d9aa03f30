import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { AttachmentError } from './attachment-error.ts'
import { type Block, cell, type Row } from './block.ts'
import type { OpenedFile } from './open-file.ts'
import { cellsOf, gridsOf, isInside, linesOf, written } from './pdf-grid.ts'
import { piecesOf } from './pdf-lines.ts'
import { type Glyph, glyphsOf, rulesOf } from './pdf-page.ts'

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
    const blocks: Block[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const glyphs = withoutPageNumber(await glyphsOf(page))
      blocks.push(...blocksOf(glyphs, gridsOf(await rulesOf(page, pdf.OPS)), nextLine))
      page.cleanup()
      progress(number, document.numPages)
    }
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

function blocksOf(
  glyphs: readonly Glyph[],
  grids: ReturnType<typeof gridsOf>,
  nextLine: () => number,
): readonly Block[] {
  const toRows = (rows: readonly (readonly Row['cells'][number][])[]): readonly Row[] =>
    rows.filter((cells) => cells.some((c) => c.text !== '')).map((cells) => ({ line: nextLine(), cells }))
  const outside = glyphs.filter((g) => !grids.some((grid) => isInside(g, grid)))
  const pieces = piecesOf(outside).map((piece) => ({
    top: piece.top,
    make: (): Block =>
      piece.is === 'text'
        ? { is: 'text', line: nextLine(), text: cell(piece.text).text }
        : { is: 'table', rows: toRows(piece.rows.map((row) => row.map(cell))) },
  }))
  const tables = grids.map((grid) => ({
    top: grid.heights[0] ?? 0,
    make: (): Block => {
      const cells = cellsOf(
        grid,
        glyphs.filter((g) => isInside(g, grid)),
      )
      return { is: 'table', rows: toRows(cells) }
    },
  }))
  return [...pieces, ...tables]
    .sort((a, b) => b.top - a.top)
    .map(({ make }) => make())
    .filter((b) => b.is === 'text' || b.rows.length > 0)
}

// — 3 —, 第1页 共3页: at the head or foot of a page.
function withoutPageNumber(glyphs: readonly Glyph[]): readonly Glyph[] {
  const lines = linesOf(glyphs)
  const dropped = [lines.at(0), lines.at(-1)].filter((l) => l && lines.length > 1 && PAGE_NUMBER.test(written(l)))
  return glyphs.filter((g) => !dropped.some((l) => l?.includes(g)))
}
const PAGE_NUMBER = /^[\s\-—–－·.]*(?:第?\s*\d{1,4}\s*页?)[\s\-—–－·.，,/]*(?:共?\s*\d{1,4}\s*页?)?[\s\-—–－·.]*$/u

const noText = (name: string): AttachmentError =>
  new AttachmentError(
    'no-text',
    `${name} 里没有文字，像是扫描件或照片。请向发文单位要 Word、Excel 或文字版 PDF，或者把名单录成 .csv 再试。`,
  )
const damaged = (name: string, cause: unknown): AttachmentError =>
  new AttachmentError('damaged', `${name} 打不开，可能已损坏。请重新下载再试。`, { cause })
