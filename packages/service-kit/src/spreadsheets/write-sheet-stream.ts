import { PassThrough, pipeline, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { MOST_ROWS, type Sheet } from './sheet'
import { columnName, headRowNumber, rowXml, sheetEnd, sheetStart } from './sheet-xml'
import { SHEET_PATH, workbookParts } from './workbook-parts'

/** Enough text to be worth compressing at once, little enough to keep the loop free. */
const CHUNK = 32 * 1024

/**
 * An xlsx file as it is being read: rows are asked for as the receiver takes the bytes, so memory does not grow with their number.
 * When rows fail the stream fails; when the receiver leaves, the rows' iterator is closed.
 */
export function writeSheetStream(sheet: Sheet): Readable {
  const zip = new ZipFile()
  const options = sheet.madeAt ? { mtime: sheet.madeAt } : {}
  const output = new PassThrough()
  const source = Readable.from(sheetText(sheet), { objectMode: false })
  source.on('error', (error) => output.destroy(error))
  output.on('close', () => source.destroy())
  for (const [path, text] of Object.entries(workbookParts(sheet))) zip.addBuffer(Buffer.from(text), path, options)
  zip.addReadStream(source, SHEET_PATH, options)
  zip.end()
  pipeline(zip.outputStream, output, () => undefined)
  return output
}

async function* sheetText(sheet: Sheet): AsyncGenerator<Buffer> {
  const names = sheet.columns.map((_, index) => columnName(index))
  let number = headRowNumber(sheet)
  let text = sheetStart(sheet)
  for await (const rows of Symbol.asyncIterator in sheet.rows ? sheet.rows : [sheet.rows])
    for (const row of rows) {
      number++
      if (number > MOST_ROWS) throw new Error(`an xlsx sheet holds ${MOST_ROWS} rows`)
      text += rowXml(row, number, sheet.columns, names)
      if (text.length < CHUNK) continue
      yield Buffer.from(text)
      text = ''
    }
  yield Buffer.from(text + sheetEnd(sheet, number))
}
