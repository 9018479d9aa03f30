import { promisify } from 'node:util'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { AttachmentError } from './attachment-error.ts'

const MOST_INFLATED = 200 * 1024 * 1024
const MOST_ENTRIES = 5_000
const MOST_RATIO = 200
// Small parts of repeated text shrink a lot and harm nothing.
const RATIO_FROM = 5 * 1024 * 1024

/** Looks through an Office file before a reader inflates it. Throws `AttachmentError` for what is no such file, bombs, macros, and XML that declares entities. */
export async function checkZip(bytes: Buffer, name: string, folder: 'word' | 'xl'): Promise<void> {
  const zip = await promisify(fromBuffer as Open)(bytes, { lazyEntries: true }).catch((cause: unknown) => {
    throw damaged(name, cause)
  })
  let inflated = 0
  let count = 0
  const names = new Set<string>()
  for await (const entry of entriesOf(zip, name)) {
    count += 1
    names.add(entry.fileName)
    if (count > MOST_ENTRIES) throw bomb(name)
    if (/vbaProject|\/macrosheets\//iu.test(entry.fileName))
      throw new AttachmentError('macros', `${name} 带有宏，不能读取。请另存为不带宏的 .docx 或 .xlsx 再试。`)
    if (entry.isEncrypted()) throw new AttachmentError('password', `${name} 设了密码。请去掉密码另存一份再试。`)
    const part = await inflate(zip, entry, MOST_INFLATED - inflated, name)
    inflated += part.size
    if (/\.(?:xml|rels|vml)$/iu.test(entry.fileName) && part.declares)
      throw new AttachmentError(
        'external-entity',
        `${name} 里有外部实体声明，可能不安全，不能读取。请用 Word 或 Excel 打开后另存一份再试。`,
      )
  }
  if (!names.has('[Content_Types].xml') || ![...names].some((n) => n.startsWith(`${folder}/`)))
    throw new AttachmentError(
      'wrong-ending',
      `${name} 是压缩文件，但不是 ${folder === 'word' ? 'Word 文档' : 'Excel 表格'}。请核对文件再试。`,
    )
}

type Open = (bytes: Buffer, options: { lazyEntries: true }, done: (error: Error | null, zip: ZipFile) => void) => void

async function* entriesOf(zip: ZipFile, name: string): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      zip.once('entry', resolve)
      zip.once('end', () => resolve(undefined))
      zip.once('error', (cause) => reject(damaged(name, cause)))
      zip.readEntry()
    })
    zip.removeAllListeners()
    if (!entry) return
    yield entry
  }
}

interface Inflated {
  readonly size: number
  /** It holds a document type or an entity declaration. */
  readonly declares: boolean
}

// What the directory says of sizes may be a lie: the bytes are counted as they come.
function inflate(zip: ZipFile, entry: Entry, atMost: number, name: string): Promise<Inflated> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(damaged(name, error))
      let size = 0
      let declares = false
      let before = ''
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        // UTF-16 has a zero byte beside each letter.
        const text = before + chunk.toString('latin1').replaceAll('\u0000', '')
        declares ||= /<!(?:DOCTYPE|ENTITY)/iu.test(text)
        before = text.slice(-OVERLAP)
        const isSteep = size > RATIO_FROM && size > entry.compressedSize * MOST_RATIO
        if (size > atMost || isSteep) stream.destroy(bomb(name))
      })
      stream.once('error', (cause) => reject(cause instanceof AttachmentError ? cause : damaged(name, cause)))
      stream.once('end', () => resolve({ size, declares }))
    })
  })
}
const OVERLAP = 10

const bomb = (name: string): AttachmentError =>
  new AttachmentError('zip-bomb', `${name} 解压后大得不正常，为了安全不读取。请核对文件来源，或者另存一份再试。`)
const damaged = (name: string, cause: unknown): AttachmentError =>
  new AttachmentError('damaged', `${name} 已损坏，打不开。请重新下载或重新导出。`, { cause })
