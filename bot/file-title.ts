import filenamify from 'filenamify'

// In UTF-8 at most 180 bytes, so that a day and an ending still fit into the 255 that Linux allows.
const MAX_LENGTH = 60

/** A title on one line as the beginning of a file's name that Windows, macOS and Linux take. */
export function fileTitle(title: string): string {
  // A title has no ending: what follows its last dot would be kept at all costs, and a first dot hides a file.
  return filenamify(title.replaceAll('.', '_'), { replacement: '_', maxLength: MAX_LENGTH })
}
