import { partsOf } from './pdf-bands.ts'
import { linesOf, written } from './pdf-grid.ts'
import type { Glyph } from './pdf-page.ts'

/** The characters of all pages without marks of notes, without page numbers, and without the line that heads or ends every page, which stays where it comes first. */
export function withoutFurniture(pages: readonly (readonly Glyph[])[]): readonly (readonly Glyph[])[] {
  const seen = new Set<string>()
  return pages.map((glyphs) => {
    const lines = linesOf(glyphs)
    const marks = new Set(lines.flatMap(marksOf))
    const dropped = [lines.at(0), lines.at(-1)].filter((line) => {
      if (!line || lines.length < 2) return false
      const text = written(line)
      if (PAGE_NUMBER.test(text)) return true
      const key = text.replace(/[\s\d]/gu, '')
      const isKnown = seen.has(key)
      seen.add(key)
      return isKnown && key !== '' && partsOf(line).length === 1
    })
    return glyphs.filter((g) => !marks.has(g) && !dropped.some((line) => line?.includes(g)))
  })
}

// Small raised figures and signs after a name point to a note.
function marksOf(line: readonly Glyph[]): readonly Glyph[] {
  const size = Math.max(...line.map((g) => g.size))
  return line.filter((g) => g.size < MARK_SIZE * size && /^[\d①-⑳*＊†‡[\]]$/u.test(g.text))
}
const MARK_SIZE = 0.75

// — 3 —, 第1页 共3页, Page 3.
const PAGE_NUMBER =
  /^[\s\-—–－·.]*(?:第|page)?\s*\d{1,4}\s*页?[\s\-—–－·.，,/]*(?:(?:共|of)?\s*\d{1,4}\s*页?)?[\s\-—–－·.]*$/iu
