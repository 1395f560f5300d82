import { FULL_WIDTH, type Grid, type GridCell, type GridRow } from './paper-layout'
import type { PdfSheet, TextStyle } from './pdf-sheet'

const LEADING = 1.476
const PADDING_X = 5
const PADDING_Y = 5
const FOOT_GAP = 12

interface WrappedCell extends GridCell {
  lines: readonly string[]
}

interface WrappedRow {
  cells: WrappedCell[]
  height: number
}

/**
 * Draws ruled rows over as many pages as they need. A row stays on one page if it fits on one; a cell that spans rows is
 * ruled again on the next page, with its text where it `repeats`.
 */
export function drawGrid(sheet: PdfSheet, grid: Grid): void {
  const rows = stretched(grid.rows.map((row) => wrapRow(sheet, row)))
  const head = rows.slice(0, grid.headRows)
  const headHeight = heightOf(head)
  const fullPage = sheet.pageHeight - headHeight
  const queue = rows.slice(grid.headRows).flatMap((row) => (row.height > fullPage ? cut(row, fullPage) : [row]))

  let spanning: Spanning[] = []
  let segment: WrappedRow[] = [...head]
  const flush = () => {
    spanning = drawSegment(sheet, segment, spanning)
    segment = []
  }
  if (headHeight + (queue[0]?.height ?? 0) > sheet.room && !sheet.isFresh) sheet.newPage()
  for (const row of queue) {
    if (heightOf(segment) + row.height > sheet.room) {
      flush()
      sheet.newPage()
      segment = [...head]
    }
    segment.push(row)
  }
  flush()
}

/** A cell that goes on below the page's last row. */
interface Spanning {
  cell: WrappedCell
  rowsLeft: number
}

function drawSegment(sheet: PdfSheet, rows: readonly WrappedRow[], carried: readonly Spanning[]): Spanning[] {
  const goingOn: Spanning[] = []
  const place = (cell: WrappedCell, top: number, from: number, rowSpan: number) => {
    const spanned = rows.slice(from, from + rowSpan)
    drawCell(sheet, cell, top, heightOf(spanned))
    if (rowSpan > spanned.length) goingOn.push({ cell: continued(cell), rowsLeft: rowSpan - spanned.length })
  }

  for (const { cell, rowsLeft } of carried) place(cell, sheet.y, 0, rowsLeft)
  rows.forEach((row, index) => {
    for (const cell of row.cells) place(cell, sheet.y, index, cell.rowSpan)
    sheet.y += row.height
  })
  return goingOn
}

const continued = (cell: WrappedCell): WrappedCell => (cell.repeats ? cell : { ...cell, lines: [], foot: [] })

function drawCell(sheet: PdfSheet, cell: WrappedCell, top: number, height: number): void {
  const { x, width } = placeOf(sheet, cell)
  sheet.box(x, top, width, height)
  const style = styleOf(cell)
  const footHeight = cell.foot.length * style.lineHeight
  const textHeight = cell.lines.length * style.lineHeight
  const start = cell.foot.length > 0 ? top + PADDING_Y + 2 : top + (height - textHeight) / 2
  cell.lines.forEach((line, index) =>
    sheet.line(line, x + PADDING_X, start + index * style.lineHeight, width - 2 * PADDING_X, style, cell.align),
  )
  cell.foot.forEach((line, index) =>
    sheet.line(line, x + PADDING_X, top + height - PADDING_Y - footHeight + index * style.lineHeight, width - 4 * PADDING_X, style, 'right'),
  )
}

function wrapRow(sheet: PdfSheet, row: GridRow): WrappedRow {
  const cells = row.cells.map((cell) => ({ ...cell, lines: sheet.wrap(cell.text, placeOf(sheet, cell).width - 2 * PADDING_X, styleOf(cell)) }))
  return { cells, height: Math.max(row.minHeight, ...cells.filter((cell) => cell.rowSpan === 1).map(neededHeight)) }
}

const neededHeight = (cell: WrappedCell): number => {
  const { lineHeight } = styleOf(cell)
  const foot = cell.foot.length > 0 ? cell.foot.length * lineHeight + FOOT_GAP : 0
  return cell.lines.length * lineHeight + foot + 2 * PADDING_Y
}

/** Where a spanning cell needs more than its rows have, the last of them grows. */
function stretched(rows: WrappedRow[]): WrappedRow[] {
  rows.forEach((row, index) => {
    for (const cell of row.cells.filter((candidate) => candidate.rowSpan > 1)) {
      const spanned = rows.slice(index, index + cell.rowSpan)
      const last = spanned.at(-1)
      if (last) last.height += Math.max(0, neededHeight(cell) - heightOf(spanned))
    }
  })
  return rows
}

/** A row taller than a page becomes several, each with the next lines of its cells; signatures go with the last. */
function cut(row: WrappedRow, height: number): WrappedRow[] {
  const lineHeight = Math.max(...row.cells.map((cell) => styleOf(cell).lineHeight))
  const perPage = Math.max(1, Math.floor((height - 2 * PADDING_Y) / lineHeight) - 6)
  const longest = Math.max(...row.cells.map((cell) => cell.lines.length))
  const parts = Math.ceil(longest / perPage)
  return Array.from({ length: parts }, (_, part) => {
    const isLast = part === parts - 1
    const cells = row.cells.map((cell) => ({
      ...cell,
      lines: cell.repeats ? cell.lines : cell.lines.slice(part * perPage, (part + 1) * perPage),
      foot: isLast ? cell.foot : [],
    }))
    return { cells, height: Math.max(...cells.map(neededHeight)) }
  })
}

const styleOf = ({ isHead, size }: GridCell): TextStyle => ({ hand: isHead ? 'heading' : 'text', size, lineHeight: size * LEADING })

const placeOf = (sheet: PdfSheet, { from, to }: GridCell) => ({
  x: sheet.left + (sheet.width * from) / FULL_WIDTH,
  width: (sheet.width * (to - from)) / FULL_WIDTH,
})

const heightOf = (rows: readonly { height: number }[]): number => rows.reduce((sum, row) => sum + row.height, 0)
