import type { DocumentFormat, WalkDocument } from '../../src/domain/walk-document.ts'
import { fileTitle } from '../file-title.ts'
import { oneLine } from './plain-text.ts'

/** A name that Windows, macOS and Linux take, e.g. 材料清单_2031-05-06.docx. */
export const fileNameOf = ({ title, day }: WalkDocument, format: DocumentFormat): string =>
  `${fileTitle(oneLine(title))}_${day}.${format}`
