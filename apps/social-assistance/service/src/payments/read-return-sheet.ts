import { normalHead, readMoneyCell, readSheetRows, readText, type ReadRow } from '@xishan/service-kit'
import type { TemplateLayout } from '@xishan/social-assistance-contract'
import { Unreadable, foreign, incomplete, readFen, requireSum, returnRow, type Expected, type ReadReturnFile, type ReturnRow } from './return-rows'

/** Titles and notes may stand above the head; below them nothing is looked for. */
const HEAD_WITHIN = 20
const FILE_NAME = /XS-[A-Z]+-\d{4}-\d{6}-\d{2,}/g
const TOTAL = /^(合计|总计|小计)/

const columnName = (index: number): string => (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

interface Head {
  /** The column of each of the template's fields. */
  columns: number[]
}

/**
 * A return file as a workbook: the template's columns under their titles, in any order, other columns beside them.
 * @throws DomainProblem `return-foreign`, `return-incomplete`, `return-unreadable`, `return-sums`, `return-empty` and the kit's of a damaged workbook
 */
export async function readReturnSheet(file: Buffer, layout: TemplateLayout, expected: Expected): Promise<ReadReturnFile> {
  if (file.subarray(0, 2).toString('latin1') !== 'PK') throw foreign(expected.name, '模板规定回盘为 Excel 表格（xlsx），所选的不是')
  const unreadable = new Unreadable()
  const rows: ReturnRow[] = []
  const above: ReadRow[] = []
  let head: Head | undefined
  let total: ReadRow | undefined
  for await (const batch of readSheetRows(file))
    for (const row of batch) {
      if (!head) {
        head = headOf(row, layout)
        if (!head) above.push(row)
        if (above.length > HEAD_WITHIN) break
      } else if (total) throw incomplete(`第 ${row.number} 行在合计行之后还有内容`)
      else if (isTotal(row)) total = row
      else readRow(row, head, layout, unreadable, rows)
    }
  requireOwnTitles(above, expected)
  if (!head) throw foreign(expected.name, `没有找到标题行，应有${layout.returnColumns.map(({ title }) => `“${title}”`).join('、')}等列`)
  unreadable.refuse()
  const totalFen = total ? totalOf(total, head, layout, rows.length) : null
  requireSum(rows, totalFen, `第 ${total?.number ?? 0} 行`)
  return { rows, totalFen }
}

function headOf(row: ReadRow, { returnColumns }: TemplateLayout): Head | undefined {
  const titles = row.cells.map((cell) => normalHead(cell ?? ''))
  const columns = returnColumns.map(({ title }) => titles.indexOf(normalHead(title)))
  return columns.every((column) => column >= 0) ? { columns } : undefined
}

function requireOwnTitles(above: readonly ReadRow[], { name }: Expected): void {
  const named = above.flatMap(({ cells }) => cells.flatMap((cell) => [...(cell ?? '').matchAll(FILE_NAME)].map(([text]) => text)))
  const other = named.find((text) => text !== name)
  if (other && !named.includes(name)) throw foreign(name, `表头的文件编号为“${other}”`)
}

const isTotal = ({ cells }: ReadRow): boolean => cells.slice(0, 3).some((cell) => TOTAL.test(readText(cell) ?? ''))

function readRow(row: ReadRow, { columns }: Head, { returnColumns }: TemplateLayout, unreadable: Unreadable, rows: ReturnRow[]): void {
  const refused = row.refusals.filter(({ column }) => columns.includes(column))
  for (const { cell, message } of refused) unreadable.add(cell, message)
  if (refused.length > 0 || columns.every((column) => readText(row.cells[column] ?? null) === null)) return
  const read = returnRow(
    row.number,
    (field) => {
      const at = returnColumns.findIndex((column) => column.field === field)
      const column = columns[at]
      return column === undefined ? undefined : { place: `${columnName(column)}${row.number}`, text: row.cells[column] ?? null }
    },
    unreadable,
  )
  if (read) rows.push(read)
}

/** A row of sums states what the file should hold; a number of rows may stand in the column of sequence numbers or codes. */
function totalOf(row: ReadRow, { columns }: Head, { returnColumns }: TemplateLayout, details: number): number | null {
  const at = returnColumns.findIndex(({ field }) => field === 'AMOUNT_YUAN' || field === 'AMOUNT_FEN')
  const column = columns[at]
  const counted = row.cells.map((cell) => /(\d+)\s*(笔|户|行)/.exec(cell ?? '')?.[1]).find(Boolean)
  if (counted !== undefined && Number(counted) !== details) throw incomplete(`合计行载明 ${counted} 笔，实有 ${details} 行`)
  if (column === undefined) return null
  const reading = (returnColumns[at]?.field === 'AMOUNT_FEN' ? readFen : readMoneyCell)(row.cells[column] ?? null)
  return reading.ok ? reading.value : null
}
