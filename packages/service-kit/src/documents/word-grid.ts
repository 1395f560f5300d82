import { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import { FULL_WIDTH, type Grid, type GridCell, type GridRow } from './paper-layout'
import { printable } from './printable'

/** In a point. */
export const TWIPS = 20

export const TEXT_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '仿宋' }
export const HEADING_FONT = { ...TEXT_FONT, eastAsia: '黑体' }
export const TITLE_FONT = { ...TEXT_FONT, eastAsia: '宋体' }

const ALIGNMENTS = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT }

/** Runs of one hand; a line break of the text stays one. Size in points. */
export const words = (text: string, size: number, font = TEXT_FONT, more: { bold?: boolean } = {}): TextRun[] =>
  printable(text)
    .split('\n')
    .map((part, index) => new TextRun({ text: part, font, size: Math.round(size * 2), ...more, ...(index > 0 ? { break: 1 } : {}) }))

/** Every edge of any row becomes a column; a cell spans those between its own two edges. */
export function wordTable(grid: Grid, width: number): Table {
  const edges = [...new Set(grid.rows.flatMap((row) => row.cells.flatMap((cell) => [cell.from, cell.to])))].toSorted((a, b) => a - b)
  const twips = (thousandths: number) => Math.round((width * thousandths) / FULL_WIDTH)
  const columnWidths = edges.slice(1).map((edge, index) => twips(edge) - twips(edges[index] ?? 0))
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    rows: grid.rows.map((row, index) => wordRow(row, edges, twips, index < grid.headRows)),
  })
}

const wordRow = (row: GridRow, edges: readonly number[], twips: (thousandths: number) => number, isHead: boolean): TableRow =>
  new TableRow({
    cantSplit: true,
    tableHeader: isHead,
    height: { value: row.minHeight * TWIPS, rule: HeightRule.ATLEAST },
    children: row.cells.map(
      (cell) =>
        new TableCell({
          columnSpan: edges.indexOf(cell.to) - edges.indexOf(cell.from),
          rowSpan: cell.rowSpan,
          width: { size: twips(cell.to) - twips(cell.from), type: WidthType.DXA },
          margins: { top: 60, bottom: 60, left: 90, right: 90 },
          verticalAlign: cell.foot.length > 0 ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
          children: cellParagraphs(cell),
        }),
    ),
  })

function cellParagraphs(cell: GridCell): Paragraph[] {
  const font = cell.isHead ? HEADING_FONT : TEXT_FONT
  const body = printable(cell.text)
    .split('\n')
    .map((part) => new Paragraph({ alignment: ALIGNMENTS[cell.align], children: words(part, cell.size, font) }))
  return [...body, ...cell.foot.map((line, index) => footLine(line, cell.size, index === 0))]
}

/** Room left for a signature at the line's end is an indent, because Word lets spaces hang over the edge. */
function footLine(line: string, size: number, isFirst: boolean): Paragraph {
  const text = line.trimEnd()
  const room = (1 + line.length - text.length) * size * TWIPS
  return new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: room }, spacing: { before: isFirst ? 360 : 40 }, children: words(text, size) })
}
