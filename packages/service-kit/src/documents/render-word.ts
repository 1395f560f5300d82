import { AlignmentType, Document, Footer, Header, ImageRun, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, TextRun, type FileChild } from 'docx'
import { TextWatermark } from 'docx/watermarks'
import { imageSize } from './image-size'
import type { Closing, Paper, Paragraph as PaperParagraph, Photo } from './paper'
import { dateLine, layOut, PAPER_SIZES, type Block, type PaperSizes } from './paper-layout'
import { printable } from './printable'
import { HEADING_FONT, TEXT_FONT, TITLE_FONT, TWIPS, words, wordTable } from './word-grid'

const PAGE = { width: 11906, height: 16838 }
const MARGIN = { top: 1240, bottom: 1240, left: 1140, right: 1140, header: 600, footer: 600 }
/** Pixels at 96 to the inch. */
const PHOTO = { width: 620, height: 570 }

/** The same paper as `renderPdf` makes, to be edited: fonts are those that Office in China has. */
export function renderWord(paper: Paper): Promise<Buffer> {
  const isLandscape = paper.orientation === 'landscape'
  const width = (isLandscape ? PAGE.height : PAGE.width) - MARGIN.left - MARGIN.right
  const sizes = PAPER_SIZES[paper.format ?? 'form']
  return Packer.toBuffer(
    new Document({
      title: printable(paper.title),
      creator: '',
      styles: { default: { document: { run: { font: TEXT_FONT, size: sizes.body * 2 } } } },
      sections: [
        {
          properties: { page: { size: { ...PAGE, orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: MARGIN } },
          headers: { default: header(paper) },
          footers: { default: footer(paper) },
          children: [...titleLines(paper, sizes), ...layOut(paper).flatMap((block) => blockOf(block, sizes, width))],
        },
      ],
    }),
  )
}

function blockOf(block: Block, sizes: PaperSizes, width: number): FileChild[] {
  switch (block.kind) {
    case 'grid':
      // A paragraph keeps this table apart from a following one.
      return [wordTable(block, width), new Paragraph({ spacing: { line: 160, lineRule: LineRuleType.EXACT } })]
    case 'heading':
      return [new Paragraph({ keepNext: true, spacing: { before: 120, after: 60 }, children: words(block.text, sizes.heading, HEADING_FONT) })]
    case 'paragraph':
      return paragraphs(block, sizes)
    case 'closing':
      return closing(block, sizes)
    case 'photo':
      return photo(block, sizes)
  }
}

function titleLines({ title, number, format }: Paper, sizes: PaperSizes): Paragraph[] {
  const isLetter = format === 'letter'
  const lines = [
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 120 }, children: words(title, sizes.title, TITLE_FONT, { bold: true }) }),
  ]
  if (number === undefined) return lines
  const text = isLetter ? number : `编号：${number}`
  return [
    ...lines,
    new Paragraph({
      alignment: isLetter ? AlignmentType.CENTER : AlignmentType.RIGHT,
      spacing: { after: isLetter ? 240 : 60 },
      children: words(text, sizes.number),
    }),
  ]
}

function paragraphs({ text, style = 'body' }: PaperParagraph, sizes: PaperSizes): Paragraph[] {
  const size = style === 'note' ? 10.5 : sizes.body
  return printable(text)
    .split('\n')
    .map(
      (part) =>
        new Paragraph({
          alignment: style === 'centre' ? AlignmentType.CENTER : AlignmentType.BOTH,
          indent: { firstLine: style === 'body' ? size * 2 * TWIPS : 0 },
          spacing: { line: Math.round(size * sizes.leading * TWIPS), lineRule: LineRuleType.EXACT },
          children: words(part, size),
        }),
    )
}

function closing({ issuer, date }: Closing, sizes: PaperSizes): Paragraph[] {
  return [issuer, dateLine(date)].map(
    (line, index) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        keepNext: index === 0,
        indent: { right: (index === 0 ? 3 : 4) * sizes.body * TWIPS },
        spacing: { before: index === 0 ? sizes.body * 3 * TWIPS : 60 },
        children: words(line, sizes.body),
      }),
  )
}

function photo({ image, caption }: Photo, sizes: PaperSizes): Paragraph[] {
  const { type, width, height, turn } = imageSize(image)
  const scale = Math.min(PHOTO.width / width, PHOTO.height / height, 1)
  const [shownWidth, shownHeight] = [Math.round(width * scale), Math.round(height * scale)]
  const isSideways = turn === 90 || turn === 270
  const transformation = { width: isSideways ? shownHeight : shownWidth, height: isSideways ? shownWidth : shownHeight, rotation: turn }
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: caption !== undefined, children: [new ImageRun({ type, data: image, transformation })] }),
    ...(caption === undefined ? [] : [new Paragraph({ alignment: AlignmentType.CENTER, children: words(caption, sizes.number) })]),
  ]
}

const header = ({ watermark }: Paper): Header =>
  new Header({
    children: [
      new Paragraph(watermark === undefined ? {} : { children: [new TextWatermark({ text: watermark, font: HEADING_FONT.eastAsia, width: 420, color: 'D9D9D9' })] }),
    ],
  })

const footer = ({ footer: text }: Paper): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ font: TEXT_FONT, size: 18, children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'] })],
      }),
      ...(text === undefined ? [] : [new Paragraph({ alignment: AlignmentType.CENTER, children: words(text, 9) })]),
    ],
  })
