import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { AttachmentError } from './attachment-error.ts'

/** A file's bytes with what the manifest says of them. */
export interface OpenedFile {
  readonly name: string
  readonly ending: Ending
  readonly bytes: Buffer
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string
}

export type Ending = 'docx' | 'xlsx' | 'pdf' | 'html' | 'csv'

const ENDINGS: Readonly<Record<string, Ending>> = {
  '.docx': 'docx',
  '.xlsx': 'xlsx',
  '.pdf': 'pdf',
  '.html': 'html',
  '.htm': 'html',
  '.csv': 'csv',
}
const MACROS = ['.docm', '.xlsm', '.dotm', '.xltm', '.xlsb']
const OLD = ['.doc', '.xls', '.wps', '.et']
const MOST_BYTES = 50 * 1024 * 1024
const MEGABYTE = 1024 * 1024

/** Reads a file whose size and first bytes fit its ending. Throws `AttachmentError`. */
export function openFile(path: string): OpenedFile {
  const name = basename(path)
  const ending = endingOf(name)
  const bytes = bytesOf(path)
  checkStart(bytes, ending, name)
  return { name, ending, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function endingOf(name: string): Ending {
  const ending = extname(name).toLowerCase()
  if (MACROS.includes(ending))
    throw new AttachmentError('macros', `${name} 是可以带宏的格式，不能读取。请另存为 .docx 或 .xlsx 再试。`)
  if (OLD.includes(ending))
    throw new AttachmentError(
      'unknown-ending',
      `${name} 是旧格式。请用 Word、Excel 或 WPS 另存为 .docx 或 .xlsx 再试。`,
    )
  const known = ENDINGS[ending]
  if (!known)
    throw new AttachmentError(
      'unknown-ending',
      `${name} 的格式不能读取。可以读取 .docx、.xlsx、.pdf（文字版）、.html 和 .csv，请另存为其中一种再试。`,
    )
  return known
}

function bytesOf(path: string): Buffer {
  const name = basename(path)
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile()) throw new AttachmentError('not-found', `找不到文件 ${path}。请核对路径和文件名。`)
  if (stats.size === 0) throw new AttachmentError('empty', `${name} 是空文件。请重新下载或重新导出。`)
  if (stats.size >= MOST_BYTES)
    throw new AttachmentError(
      'too-large',
      `${name} 有 ${Math.round(stats.size / MEGABYTE)} MB，最多只能读取 ${MOST_BYTES / MEGABYTE} MB。请去掉图片，或者只保留这张表再试。`,
    )
  return readFileSync(path)
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const PDF = Buffer.from('%PDF-', 'latin1')
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start)

function checkStart(bytes: Buffer, ending: Ending, name: string): void {
  if (startsWith(bytes, OLE)) {
    if (bytes.includes(ENCRYPTED))
      throw new AttachmentError('password', `${name} 设了打开密码。请去掉密码另存一份再试。`)
    throw new AttachmentError('wrong-ending', `${name} 其实是旧格式（.doc 或 .xls）。请另存为 .docx 或 .xlsx 再试。`)
  }
  const isZip = startsWith(bytes, ZIP)
  const isPdf = bytes.subarray(0, 1024).includes(PDF)
  const fits =
    ending === 'docx' || ending === 'xlsx' ? isZip : ending === 'pdf' ? isPdf : !isZip && !isPdf && !isBinary(bytes)
  if (!fits)
    throw new AttachmentError(
      'wrong-ending',
      `${name} 的内容不是 .${ending} 文件${isZip ? '（是压缩格式）' : isPdf ? '（是 PDF）' : ''}。请核对文件，用原来的程序另存为 .${ending} 再试。`,
    )
}

// Text in any Chinese encoding has no zero bytes, except UTF-16, which says so at its start.
function isBinary(bytes: Buffer): boolean {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return false
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return false
  return bytes.subarray(0, 65_536).includes(0)
}
