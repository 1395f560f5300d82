import { damaged } from './workbook-problem'

/** Excel's last column is XFD. */
const MOST_COLUMNS = 16_384

/** Rows are numbered as Excel shows them, columns from 0. */
export interface CellRange {
  /** As Excel writes it: `F17:G18`. */
  text: string
  firstRow: number
  lastRow: number
  firstColumn: number
  lastColumn: number
}

/** `F17` → 5. */
export function columnOf(address: string): number {
  let column = 0
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  if (column < 1 || column > MOST_COLUMNS) throw damaged('单元格地址不正确')
  return column - 1
}

export function rangeOf(text: string): CellRange {
  const [first = '', last = first] = text.split(':', 2)
  const [firstRow, lastRow] = [first, last].map((address) => Number(/\d+$/.exec(address)?.[0]))
  if (!firstRow || !lastRow) throw damaged('单元格地址不正确')
  return { text, firstRow, lastRow, firstColumn: columnOf(first), lastColumn: columnOf(last) }
}
