import { posix } from 'node:path'
import { CellTexts } from './cell-texts'
import { dateStyles } from './date-styles'
import { xmlText } from './excel-text'
import type { WorkbookArchive } from './workbook-archive'
import { damaged, notWorkbook } from './workbook-problem'
import { attributeOf } from './xml-scanner'

const SMALL_PART = 16 * 1024 * 1024
const TEXTS_PART = 256 * 1024 * 1024

export interface OpenWorkbook {
  /** The part of the first sheet that is not hidden. */
  sheetPath: string
  texts: CellTexts
  /** By index into the cell formats: whether it shows a date. */
  isDate: readonly boolean[]
  /** Whether days count from 1904, as older Macs have it. */
  since1904: boolean
}

interface Relation {
  id: string
  type: string
  target: string
}

/** @throws DomainProblem file-kind-refused · workbook-damaged · file-too-large */
export async function openWorkbook(archive: WorkbookArchive): Promise<OpenWorkbook> {
  const workbookPath = await findWorkbook(archive)
  const folder = posix.dirname(workbookPath)
  const relations = await relationsOf(archive, `${folder}/_rels/${posix.basename(workbookPath)}.rels`, folder)
  const { sheets, since1904 } = await readWorkbook(archive, workbookPath)
  const sheet = sheets.map((id) => relations.find((relation) => relation.id === id)).find((relation) => relation?.type === 'worksheet')
  if (!sheet) throw damaged('没有可见的工作表')
  const pathOf = (type: string) => relations.find((relation) => relation.type === type && archive.has(relation.target))?.target
  return { sheetPath: sheet.target, since1904, texts: await readTexts(archive, pathOf('sharedStrings')), isDate: await dateStyles(archive, pathOf('styles'), SMALL_PART) }
}

async function findWorkbook(archive: WorkbookArchive): Promise<string> {
  const other = notWorkbook('压缩包或其他文件')
  if (!archive.has('_rels/.rels')) throw other
  const main = (await relationsOf(archive, '_rels/.rels', '')).find(({ type }) => type === 'officeDocument')?.target
  if (main?.endsWith('.bin')) throw notWorkbook('二进制 Excel 表格（xlsb，请另存为 xlsx）')
  if (!main || !/(^|\/)workbook[^/]*\.xml$/i.test(main)) throw other
  return main
}

/** Relations with the last part of their types; targets as paths inside the archive. */
async function relationsOf(archive: WorkbookArchive, path: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = []
  await archive.read(path, SMALL_PART, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attributeOf(attributes, 'Target') ?? ''
      relations.push({
        id: attributeOf(attributes, 'Id') ?? '',
        type: posix.basename(attributeOf(attributes, 'Type') ?? ''),
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      })
    },
    close() {},
    text() {},
  })
  return relations
}

/** The relations of the visible sheets, in the order of their tabs. */
async function readWorkbook(archive: WorkbookArchive, path: string): Promise<{ sheets: string[]; since1904: boolean }> {
  const sheets: string[] = []
  let since1904 = false
  await archive.read(path, SMALL_PART, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '')
      if (name === 'sheet' && (attributeOf(attributes, 'state') ?? 'visible') === 'visible') sheets.push(/\s[\w-]+:id\s*=\s*["']([^"']+)/.exec(attributes)?.[1] ?? '')
    },
    close() {},
    text() {},
  })
  return { sheets, since1904 }
}

async function readTexts(archive: WorkbookArchive, path: string | undefined): Promise<CellTexts> {
  const texts = new CellTexts()
  if (path === undefined) return texts
  let text = ''
  let isText = false
  let isPhonetic = false
  await archive.read(path, TEXTS_PART, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') isPhonetic = true
      isText = name === 't' && !isPhonetic
    },
    close(name) {
      isText = false
      if (name === 'rPh') isPhonetic = false
      if (name === 'si') texts.add(xmlText(text))
    },
    text(part) {
      if (isText) text += part
    },
  })
  return texts
}
