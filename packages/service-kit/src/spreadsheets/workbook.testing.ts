import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

const bytesOf = async (stream: Readable | NodeJS.ReadableStream): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

/** An archive of parts; nothing leaves one out. */
export async function anArchive(parts: Record<string, string | Buffer | undefined>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, part] of Object.entries(parts)) if (part !== undefined) zip.addBuffer(Buffer.from(part), path)
  zip.end()
  return bytesOf(zip.outputStream)
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"/>`
const relations = (...list: string[]): string => `<?xml version="1.0"?><Relationships>${list.join('')}</Relationships>`

/** A workbook as other programs write it: with shared texts, styles and two sheets of which the first may be hidden. */
export const aWorkbook = (sheet: string, parts: Record<string, string | Buffer | undefined> = {}): Promise<Buffer> =>
  anArchive({
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': '<workbook xmlns:r="x"><sheets><sheet name="名册" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations(relation('r1', 'worksheet', 'worksheets/sheet1.xml'), relation('r2', 'worksheet', '/xl/worksheets/sheet2.xml'), relation('r3', 'sharedStrings', 'sharedStrings.xml'), relation('r4', 'styles', 'styles.xml')),
    'xl/worksheets/sheet1.xml': sheet,
    ...parts,
  })

/** A sheet's XML around its rows. */
export const aSheet = (rows: string, behind = ''): string => `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet><dimension ref="A1"/><sheetData>${rows}</sheetData>${behind}</worksheet>`
