import { rangeOf, type CellRange } from './cell-address'
import { openWorkbook } from './open-workbook'
import type { SheetLimits } from './read-sheet'
import { SheetRowReader, type ReadRow } from './sheet-row-reader'
import { WorkbookArchive } from './workbook-archive'
import { damaged, tooLarge } from './workbook-problem'
import { attributeOf, XmlScanner } from './xml-scanner'

/** Rosters and return files. */
export const LARGE_SHEET: SheetLimits = { maxBytes: 64 * 1024 * 1024, maxRows: 200_000, maxColumns: 100 }

const SHEET_PART = 768 * 1024 * 1024
/** Titles and heads above the rows that are counted. */
const HEAD_ROWS = 20
const BATCH = 500
const MOST_MERGED = 10_000
const SHEET_DATA_END = Buffer.from('sheetData>')

/**
 * The rows of the first visible sheet in batches, in memory that does not grow with their number; rows without content are left out.
 * Formulas, merged cells, error values and numbers whose digits Excel has lost are refused cell by cell.
 * @throws DomainProblem file-too-large {limit} · file-kind-refused {accepted, actual} · workbook-damaged {reason} · workbook-locked
 */
export async function* readSheetRows(bytes: Buffer, limits: SheetLimits = LARGE_SHEET): AsyncGenerator<ReadRow[]> {
  if (bytes.length > limits.maxBytes) throw tooLarge(`${Math.floor(limits.maxBytes / 1024 / 1024)} MB`)
  const archive = await WorkbookArchive.open(bytes)
  const workbook = await openWorkbook(archive)
  const reader = new SheetRowReader(workbook, limits.maxColumns, await mergedRanges(archive, workbook.sheetPath))
  const scanner = new XmlScanner(reader)
  let count = 0
  for await (const chunk of archive.bytesOf(workbook.sheetPath, SHEET_PART)) {
    scanner.write(chunk)
    if (reader.waiting < BATCH) continue
    const rows = reader.take()
    count += rows.length
    if (count > limits.maxRows + HEAD_ROWS) throw tooLarge(`${limits.maxRows} 行`)
    yield rows
  }
  scanner.end()
  const rows = reader.take()
  if (count + rows.length > limits.maxRows + HEAD_ROWS) throw tooLarge(`${limits.maxRows} 行`)
  if (rows.length > 0) yield rows
}

/** Merged cells stand behind the rows; they are looked for first, without reading the rows. By first row. */
async function mergedRanges(archive: WorkbookArchive, path: string): Promise<CellRange[]> {
  const ranges: CellRange[] = []
  let tail = Buffer.alloc(0)
  let scanner: XmlScanner | undefined
  for await (const chunk of archive.bytesOf(path, SHEET_PART)) {
    if (scanner) {
      scanner.write(chunk)
      continue
    }
    const seen = Buffer.concat([tail, chunk])
    const end = endOfRows(seen)
    tail = seen.subarray(-64)
    if (end === undefined) continue
    scanner = new XmlScanner({
      open(name, attributes) {
        if (name === 'mergeCell' && ranges.push(rangeOf(attributeOf(attributes, 'ref') ?? '')) > MOST_MERGED) throw damaged(`合并单元格超过 ${MOST_MERGED} 处，请取消合并`)
      },
      close() {},
      text() {},
    })
    scanner.write(Buffer.from('<worksheet>'))
    scanner.write(seen.subarray(end))
  }
  return ranges.sort((a, b) => a.firstRow - b.firstRow)
}

/** Behind `</sheetData>`, whatever its prefix. */
function endOfRows(bytes: Buffer): number | undefined {
  for (let at = bytes.indexOf(SHEET_DATA_END); at >= 0; at = bytes.indexOf(SHEET_DATA_END, at + 1)) {
    if (/<\/([\w.-]+:)?$/.test(bytes.toString('latin1', Math.max(0, at - 40), at))) return at + SHEET_DATA_END.length
  }
  return undefined
}
