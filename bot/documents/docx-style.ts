import { AlignmentType, BorderStyle, convertMillimetersToTwip, type IPropertiesOptions, LevelFormat } from 'docx'
import { documentCopy } from '../copy/documents.ts'
import { SANS, SERIF } from './docx-fonts.ts'

/** Ids of the styles and lists below. */
export const BULLETS = 'bullets'
export const CELL = 'TableText'
export const HEAD_CELL = 'TableHead'
export const CLOSING = 'Closing'
export const NOTE = 'Note'
export const FOOTER = 'PageFooter'

const styleNames = documentCopy.styles
const MARGIN = convertMillimetersToTwip(25)
const SIDE = convertMillimetersToTwip(20)
// As Word itself writes A4: the exact millimetres come out one twip short.
const A4 = { width: 11_906, height: 16_838 }

/** What lies between the margins, in twips. */
export const TEXT_WIDTH = A4.width - 2 * SIDE
export const PAGE = { size: A4, margin: { top: MARGIN, right: SIDE, bottom: MARGIN, left: SIDE } }

const LINE = 'A6A6A6'
const QUIET = '595959'

const line = { style: BorderStyle.SINGLE, size: 4, color: LINE }
export const BORDERS = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}
export const HEAD_SHADE = { fill: 'EDF1F5' }
export const CELL_MARGINS = { top: 60, bottom: 60, left: 110, right: 110 }
/** Half an em of the table's 10.5 points, and room for the gaps that Word leaves between Chinese and digits. */
export const CHARACTER = 112

export const styles: IPropertiesOptions['styles'] = {
  default: {
    document: {
      run: { font: SERIF, size: 22, language: { value: 'en-US', eastAsia: 'zh-CN', bidirectional: 'ar-SA' } },
      paragraph: { spacing: { line: 340, after: 100 } },
    },
    title: {
      run: { font: SANS, size: 36, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 280, line: 460 } },
    },
    heading1: {
      run: { font: SANS, size: 26, color: '000000' },
      paragraph: { spacing: { before: 360, after: 140 }, keepNext: true },
    },
  },
  paragraphStyles: [
    { id: CELL, name: styleNames.cell, run: { size: 21 }, paragraph: { spacing: { line: 290, after: 0 } } },
    { id: HEAD_CELL, name: styleNames.headCell, basedOn: CELL, run: { font: SANS, size: 21 } },
    {
      id: NOTE,
      name: styleNames.note,
      run: { size: 19, color: QUIET },
      paragraph: { spacing: { before: 80, line: 280 } },
    },
    {
      id: CLOSING,
      name: styleNames.closing,
      paragraph: { spacing: { before: 400 }, border: { top: { ...line, space: 8 } }, keepLines: true },
    },
    {
      id: FOOTER,
      name: styleNames.footer,
      run: { size: 18, color: QUIET },
      paragraph: { alignment: AlignmentType.CENTER },
    },
  ],
}

export const numbering: IPropertiesOptions['numbering'] = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: 360, hanging: 240 } }, run: { font: 'Arial' } },
        },
      ],
    },
  ],
}
