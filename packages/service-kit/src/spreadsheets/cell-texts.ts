import { damaged, tooLarge } from './workbook-problem'

const PAGE = 1024 * 1024
const MOST_PAGES = 64
const MOST_TEXTS = 4_000_000
const LENGTH = 4

/** The shared texts of a workbook as bytes in pages, not as objects: a roster may have a million different ones. */
export class CellTexts {
  private readonly pages: Buffer[] = []
  private used = PAGE
  private starts = new Uint32Array(1024)
  private count = 0

  /** @throws DomainProblem file-too-large */
  add(text: string): void {
    const bytes = Buffer.byteLength(text)
    if (LENGTH + bytes > PAGE) throw damaged('单元格内容过长')
    if (this.used + LENGTH + bytes > PAGE) this.turn()
    const page = this.pages.at(-1)
    if (!page) return
    if (this.count === MOST_TEXTS) throw tooLarge(`${MOST_TEXTS / 10_000} 万项不同文字`)
    if (this.count === this.starts.length) this.grow()
    this.starts[this.count++] = (this.pages.length - 1) * PAGE + this.used
    page.writeUInt32LE(bytes, this.used)
    page.write(text, this.used + LENGTH)
    this.used += LENGTH + bytes
  }

  get(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return undefined
    const start = this.starts[index] ?? 0
    const page = this.pages[Math.floor(start / PAGE)]
    const from = (start % PAGE) + LENGTH
    return page?.toString('utf8', from, from + page.readUInt32LE(from - LENGTH))
  }

  private turn(): void {
    if (this.pages.length === MOST_PAGES) throw tooLarge(`${MOST_PAGES} MB 文字`)
    this.pages.push(Buffer.allocUnsafeSlow(PAGE))
    this.used = 0
  }

  private grow(): void {
    const wider = new Uint32Array(this.starts.length * 2)
    wider.set(this.starts)
    this.starts = wider
  }
}
