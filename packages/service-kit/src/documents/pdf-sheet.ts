import PDFDocument from 'pdfkit'
import type { Fonts } from './fonts'
import { imageSize } from './image-size'
import type { Paper } from './paper'
import { pageLine } from './paper-layout'
import { fontOf } from './parsed-fonts'
import { printable } from './printable'
import { wrapLines } from './wrap-lines'

const MARGINS = { top: 62, bottom: 62, left: 57, right: 57 }
const FOOTER_SIZE = 9
const WATERMARK_SIZE = 48

export type Hand = keyof Fonts

/** One hand at one size, and how its lines stand. Sizes in points. */
export interface TextStyle {
  hand: Hand
  size: number
  lineHeight: number
}

export type Align = 'left' | 'centre' | 'right' | 'justified'

/** The pages being drawn: where the pen is, how much room is left, text in lines of known width. */
export class PdfSheet {
  readonly left = MARGINS.left
  readonly width: number
  readonly bottom: number
  y = MARGINS.top
  private readonly document: PDFKit.PDFDocument
  private readonly widths = new Map<string, number>()

  constructor(
    private readonly paper: Paper,
    fonts: Fonts,
  ) {
    this.document = new PDFDocument({
      size: 'A4',
      layout: paper.orientation ?? 'portrait',
      margins: MARGINS,
      bufferPages: true,
      autoFirstPage: false,
      lang: 'zh-CN',
      info: { Title: paper.title },
    })
    this.document.registerFont('text', fontOf(fonts.text))
    this.document.registerFont('heading', fontOf(fonts.heading))
    this.document.registerFont('title', fontOf(fonts.title))
    this.document.on('pageAdded', () => this.drawWatermark())
    this.document.addPage()
    this.width = this.document.page.width - MARGINS.left - MARGINS.right
    this.bottom = this.document.page.height - MARGINS.bottom
  }

  get room(): number {
    return this.bottom - this.y
  }

  get isFresh(): boolean {
    return this.y === MARGINS.top
  }

  get pageHeight(): number {
    return this.bottom - MARGINS.top
  }

  newPage(): void {
    this.document.addPage()
    this.y = MARGINS.top
  }

  wrap(text: string, width: number, style: TextStyle): string[] {
    return wrapLines(printable(text), width, (part) => this.measure(part, style))
  }

  /** Draws one line; `y` is the top of its line box. A justified line is spread to the width by equal gaps. */
  line(text: string, x: number, y: number, width: number, style: TextStyle, align: Align): void {
    const spare = width - this.measure(text, style)
    const characters = [...text].length
    const gap = align === 'justified' && characters > 1 && spare < style.size * 3 ? Math.max(0, spare) / (characters - 1) : 0
    const shift = align === 'centre' ? spare / 2 : align === 'right' ? spare : 0
    this.document
      .font(style.hand)
      .fontSize(style.size)
      .fillColor('black')
      .text(text, x + Math.max(0, shift), y + (style.lineHeight - style.size * 1.2) / 2 - style.size * 0.1, { lineBreak: false, characterSpacing: gap })
  }

  box(x: number, y: number, width: number, height: number): void {
    this.document.lineWidth(0.7).strokeColor('black').rect(x, y, width, height).stroke()
  }

  /** The size a picture takes when it is to fit the width and a height; never larger than it is. */
  fit(image: Buffer, maxHeight: number): { width: number; height: number } {
    const picture = imageSize(image)
    const scale = Math.min(this.width / picture.width, maxHeight / picture.height, 1)
    return { width: picture.width * scale, height: picture.height * scale }
  }

  image(image: Buffer, { width, height }: { width: number; height: number }): void {
    this.document.image(image, this.left + (this.width - width) / 2, this.y, { width, height })
  }

  async finish(): Promise<Buffer> {
    this.drawFooters()
    const parts: Buffer[] = []
    this.document.on('data', (part: Buffer) => parts.push(part))
    const ended = new Promise((resolve) => this.document.on('end', resolve))
    this.document.end()
    await ended
    return Buffer.concat(parts)
  }

  private measure(text: string, style: TextStyle): number {
    const key = `${style.hand} ${text}`
    let perPoint = this.widths.get(key)
    if (perPoint === undefined) {
      perPoint = this.document.font(style.hand).fontSize(100).widthOfString(text) / 100
      this.widths.set(key, perPoint)
    }
    return perPoint * style.size
  }

  private drawFooters(): void {
    const { start, count } = this.document.bufferedPageRange()
    const style: TextStyle = { hand: 'text', size: FOOTER_SIZE, lineHeight: 12 }
    for (let page = 0; page < count; page++) {
      this.document.switchToPage(start + page)
      // Text below the bottom margin would otherwise start a page of its own.
      this.document.page.margins.bottom = 0
      const y = this.bottom + 22
      this.line(pageLine(page + 1, count), this.left, y, this.width, style, 'centre')
      this.line(printable(this.paper.footer ?? ''), this.left, y + 14, this.width, style, 'centre')
    }
  }

  private drawWatermark(): void {
    const { watermark } = this.paper
    if (watermark === undefined) return
    const { page } = this.document
    const style: TextStyle = { hand: 'heading', size: WATERMARK_SIZE, lineHeight: WATERMARK_SIZE }
    this.document.save()
    this.document.rotate(-35, { origin: [page.width / 2, page.height / 2] })
    this.document.font(style.hand).fontSize(style.size).fillColor('black', 0.06)
    const width = this.measure(watermark, style)
    this.document.fontSize(style.size)
    for (const offset of [-1, 0, 1])
      this.document.text(watermark, (page.width - width) / 2, page.height / 2 - style.size / 2 + offset * page.height * 0.32, { lineBreak: false })
    this.document.restore().fillColor('black', 1)
  }
}
