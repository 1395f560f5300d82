import { findFonts, type Fonts } from './fonts'
import type { Closing, Heading, Paper, Paragraph, Photo } from './paper'
import { dateLine, layOut, PAPER_SIZES, type Block, type PaperSizes } from './paper-layout'
import { drawGrid } from './pdf-grid'
import { PdfSheet, type TextStyle } from './pdf-sheet'

const BLOCK_GAP = 10
const PHOTO_HEIGHT = 430
/** What a table's head and first row may need. */
const FIRST_ROWS = 130

/** A4, fonts embedded by the characters used, page numbers at the foot. */
export async function renderPdf(paper: Paper, fonts: Fonts = findFonts()): Promise<Buffer> {
  const sheet = new PdfSheet(paper, fonts)
  const sizes = PAPER_SIZES[paper.format ?? 'form']
  drawTitle(sheet, paper, sizes)
  const blocks = layOut(paper)
  blocks.forEach((block, index) => drawBlock(sheet, block, sizes, blocks[index + 1]))
  return sheet.finish()
}

function drawBlock(sheet: PdfSheet, block: Block, sizes: PaperSizes, next: Block | undefined): void {
  switch (block.kind) {
    case 'grid':
      drawGrid(sheet, block)
      sheet.y += BLOCK_GAP
      break
    case 'heading':
      return drawHeading(sheet, block, sizes, next)
    case 'paragraph':
      return drawParagraph(sheet, block, sizes)
    case 'closing':
      return drawClosing(sheet, block, sizes)
    case 'photo':
      return drawPhoto(sheet, block, sizes)
  }
}

function drawTitle(sheet: PdfSheet, { title, number, format }: Paper, sizes: PaperSizes): void {
  const style: TextStyle = { hand: 'title', size: sizes.title, lineHeight: sizes.title * 1.5 }
  for (const line of sheet.wrap(title, sheet.width, style)) advance(sheet, line, style, 'centre')
  sheet.y += 6
  if (number !== undefined) {
    const isLetter = format === 'letter'
    advance(sheet, isLetter ? number : `编号：${number}`, textStyle(sizes.number, 1.7), isLetter ? 'centre' : 'right')
  }
  sheet.y += format === 'letter' ? 10 : 2
}

function drawHeading(sheet: PdfSheet, { text }: Heading, sizes: PaperSizes, next: Block | undefined): void {
  const style: TextStyle = { hand: 'heading', size: sizes.heading, lineHeight: sizes.heading * 1.8 }
  const lines = sheet.wrap(text, sheet.width, style)
  // A heading alone at the foot of a page belongs to the next.
  if (sheet.room < lines.length * style.lineHeight + (next?.kind === 'grid' ? FIRST_ROWS : 2 * style.lineHeight)) sheet.newPage()
  for (const line of lines) advance(sheet, line, style, 'left')
}

function drawParagraph(sheet: PdfSheet, { text, style: kind = 'body' }: Paragraph, sizes: PaperSizes): void {
  const style = textStyle(kind === 'note' ? Math.min(sizes.body, 10.5) : sizes.body, kind === 'note' ? 1.5 : sizes.leading)
  const indent = kind === 'body' ? '　　' : ''
  for (const part of text.split('\n')) {
    const lines = sheet.wrap(indent + part, sheet.width, style)
    lines.forEach((line, index) => advance(sheet, line, style, kind === 'centre' ? 'centre' : index < lines.length - 1 ? 'justified' : 'left'))
  }
  sheet.y += kind === 'note' ? 4 : 2
}

function drawClosing(sheet: PdfSheet, { issuer, date }: Closing, sizes: PaperSizes): void {
  const style = textStyle(sizes.body, sizes.leading)
  const height = style.lineHeight * 4
  if (sheet.room < height) sheet.newPage()
  sheet.y += style.lineHeight * 2
  // Issuer and date stand centred over each other, with room at their right for the seal's edge.
  const width = Math.min(sheet.width, Math.max(260, sizes.body * ([...issuer].length + 2)))
  const x = sheet.left + sheet.width - width
  for (const line of [issuer, dateLine(date)]) {
    sheet.line(line, x, sheet.y, width, style, 'centre')
    sheet.y += style.lineHeight
  }
}

function drawPhoto(sheet: PdfSheet, { image, caption }: Photo, sizes: PaperSizes): void {
  const style = textStyle(sizes.number, 1.7)
  const captionHeight = caption === undefined ? 0 : style.lineHeight
  const size = sheet.fit(image, Math.min(PHOTO_HEIGHT, sheet.pageHeight - captionHeight - 4))
  if (sheet.room < size.height + 4 + captionHeight && !sheet.isFresh) sheet.newPage()
  sheet.image(image, size)
  sheet.y += size.height + 4
  if (caption !== undefined) advance(sheet, caption, style, 'centre')
  sheet.y += BLOCK_GAP
}

function advance(sheet: PdfSheet, line: string, style: TextStyle, align: 'left' | 'centre' | 'right' | 'justified'): void {
  if (sheet.room < style.lineHeight) sheet.newPage()
  sheet.line(line, sheet.left, sheet.y, sheet.width, style, align)
  sheet.y += style.lineHeight
}

const textStyle = (size: number, leading: number): TextStyle => ({ hand: 'text', size, lineHeight: size * leading })
