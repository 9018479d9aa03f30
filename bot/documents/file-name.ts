import filenamify from 'filenamify'
import type { DocumentFormat, WalkDocument } from '../../src/domain/walk-document.ts'
import { oneLine } from './plain-text.ts'

// In UTF-8 at most 180 bytes, so that day and ending still fit into the 255 that Linux allows.
const MAX_TITLE_LENGTH = 60

/** A name that Windows, macOS and Linux take, e.g. 材料清单_2031-05-06.docx. */
export function fileNameOf({ title, day }: WalkDocument, format: DocumentFormat): string {
  // A title has no ending: what follows its last dot would be kept at all costs, and a first dot hides a file.
  const name = filenamify(oneLine(title).replaceAll('.', '_'), { replacement: '_', maxLength: MAX_TITLE_LENGTH })
  return `${name}_${day}.${format}`
}
