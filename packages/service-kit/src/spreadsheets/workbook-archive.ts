import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { DomainProblem } from '@xishan/domain'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { damaged, locked, notWorkbook, tooLarge } from './workbook-problem'
import { XmlScanner, type XmlReader } from './xml-scanner'

const MOST_ENTRIES = 2000
const ZIP = Buffer.from('PK')
/** Old Office files and encrypted new ones are compound files (MS-CFB), whose folder names are UTF-16. */
const COMPOUND = Buffer.from('D0CF11E0A1B11AE1', 'hex')
const ENCRYPTED_FOLDER = Buffer.from('EncryptedPackage', 'utf16le')
const WORKBOOK_FOLDERS = [Buffer.from('Workbook', 'utf16le'), Buffer.from('Book', 'utf16le')]

/** The parts of a workbook, each within a limit of unpacked bytes. */
export class WorkbookArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws DomainProblem file-kind-refused · workbook-locked · workbook-damaged */
  static async open(bytes: Buffer): Promise<WorkbookArchive> {
    refuseOtherKinds(bytes)
    return readable(async () => {
      const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
      if (zip.entryCount > MOST_ENTRIES) throw damaged('内部文件过多')
      const entries = new Map<string, Entry>()
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw locked()
        entries.set(entry.fileName.toLowerCase(), entry)
      }
      return new WorkbookArchive(zip, entries)
    })
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase())
  }

  /** A part's bytes as they are unpacked: never more than the archive declares, never more than `limit`, and in the end with the right checksum. */
  async *bytesOf(path: string, limit: number): AsyncGenerator<Buffer> {
    const entry = this.entries.get(path.toLowerCase())
    if (!entry) throw damaged(`缺少 ${path.slice(0, 60)}`)
    if (entry.uncompressedSize > limit) throw tooLarge(`解压后 ${Math.floor(limit / 1024 / 1024)} MB`)
    const stream: Readable = await readable(() => this.zip.openReadStreamPromise(entry))
    let sum = 0
    try {
      for await (const chunk of stream) {
        sum = crc32(chunk, sum)
        yield chunk
      }
    } catch {
      throw damaged('压缩内容已损坏')
    }
    if (sum !== entry.crc32) throw damaged('内容与校验码不符')
  }

  async read(path: string, limit: number, reader: XmlReader): Promise<void> {
    const scanner = new XmlScanner(reader)
    for await (const chunk of this.bytesOf(path, limit)) scanner.write(chunk)
    scanner.end()
  }
}

function refuseOtherKinds(bytes: Buffer): void {
  if (bytes.length === 0) throw notWorkbook('空文件')
  if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    if (bytes.includes(ENCRYPTED_FOLDER)) throw locked()
    const isOldWorkbook = WORKBOOK_FOLDERS.some((name) => bytes.includes(name))
    throw notWorkbook(isOldWorkbook ? '旧版 Excel 表格（xls，请另存为 xlsx）' : '旧版 Office 文件')
  }
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return
  throw notWorkbook(bytes.subarray(0, 4096).includes(0) ? '无法读取的内容' : '文本（如 CSV，请在 Excel 中打开后另存为 xlsx）')
}

/** The library's own words are for programmers. */
async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof DomainProblem ? error : damaged('压缩包不完整')
  }
}
