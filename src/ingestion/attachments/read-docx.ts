import { AttachmentError } from './attachment-error.ts'
import type { Block } from './block.ts'
import { checkZip } from './check-zip.ts'
import type { OpenedFile } from './open-file.ts'
import { readHtml } from './read-html.ts'

/** The tables and paragraphs of a Word file; what tracked changes deleted is left out. Throws `AttachmentError`. */
export async function readDocx({ bytes, name }: OpenedFile): Promise<readonly Block[]> {
  await checkZip(bytes, name, 'word')
  const { default: mammoth } = await import('mammoth')
  try {
    const options = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false }
    const { value } = await mammoth.convertToHtml({ buffer: bytes }, options)
    return await readHtml(value)
  } catch (cause) {
    throw new AttachmentError('damaged', `${name} 打不开，可能已损坏。请用 Word 或 WPS 打开后另存一份再试。`, { cause })
  }
}
