import { LONGEST_TEXT, type Sheet, type SheetColumn, type SheetColumnKind, type SheetMark, type SheetRow, type SheetValue } from './sheet'

const HEAD = 1
const MARK = 7
const TITLE = 8
/** Indexes into `cellXfs` of the style sheet. */
const STYLES: Record<SheetColumnKind, number> = { text: 2, number: 3, money: 4, date: 5 }
/** Text that a spreadsheet could take for a formula when it is edited or saved as CSV: marked as quoted. */
const QUOTED = 6
const LIKE_A_FORMULA = /^[=+\-@\t\r]/
const DEFAULT_WIDTHS: Record<SheetColumnKind, number> = { text: 18, number: 12, money: 14, date: 12 }

export const escapeXml = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (char) => (char === '\n' || char === '\t' ? char : ''))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

/** 0 → A, 25 → Z, 26 → AA. */
export const columnName = (index: number): string => (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** All text stands in the cell itself, never as a formula and never as a number: an identity number keeps its digits. */
const textCell = (reference: string, text: string, style: number): string => {
  const kept = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(kept)}</t></is></c>`
}

function cell(reference: string, value: SheetValue, kind: SheetColumnKind): string {
  if (value === null || value === undefined || value === '') return ''
  const number = numberOf(value, kind)
  if (number !== undefined) return `<c r="${reference}" s="${STYLES[kind]}"><v>${number}</v></c>`
  const text = String(value)
  return textCell(reference, text, LIKE_A_FORMULA.test(text) ? QUOTED : STYLES.text)
}

function numberOf(value: string | number, kind: SheetColumnKind): number | undefined {
  if (kind === 'date') return dateSerial(String(value))
  if (kind === 'text' || typeof value !== 'number' || !Number.isFinite(value)) return undefined
  return kind === 'money' ? value / 100 : value
}

/** Days since 1899-12-30; nothing before March 1900, where Excel counts a day that never was. */
function dateSerial(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  const serial = (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
  return serial > 60 ? serial : undefined
}

export const rowXml = (row: SheetRow, number: number, columns: readonly SheetColumn[], names: readonly string[]): string => {
  const cells = columns.map(({ kind = 'text' }, index) => cell(`${names[index]}${number}`, row[index], kind))
  return `<row r="${number}">${cells.join('')}</row>`
}

/** Everything before the data rows: page set-up, frozen head, widths, titles, mark and head. */
export function sheetStart(sheet: Sheet): string {
  const { columns, mark, titles = [] } = sheet
  const headRow = headRowNumber(sheet)
  const columnXml = columns.map(({ width, kind = 'text' }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width ?? DEFAULT_WIDTHS[kind]}" customWidth="1"/>`)
  const head = columns.map(({ title }, index) => textCell(`${columnName(index)}${headRow}`, title, HEAD))
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18" customHeight="1"/>`,
    `<cols>${columnXml.join('')}</cols><sheetData>`,
    ...titles.map((title, index) => titleRow(title, index + 1, columns.length)),
    mark ? `<row r="${headRow - 1}">${textCell(`A${headRow - 1}`, markLine(mark), MARK)}</row>` : '',
    `<row r="${headRow}" ht="24" customHeight="1">${head.join('')}</row>`,
  ].join('')
}

export const sheetEnd = (sheet: Sheet, lastRow: number): string => {
  const filter = `<autoFilter ref="A${headRowNumber(sheet)}:${columnName(sheet.columns.length - 1)}${lastRow}"/>`
  return `</sheetData>${filter}<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter></worksheet>`
}

export const headRowNumber = ({ mark, titles = [] }: Sheet): number => titles.length + (mark ? 2 : 1)

/** In the middle over empty cells rather than merged ones, which imports refuse. */
const titleRow = (title: string, number: number, width: number): string => {
  const beside = Array.from({ length: width - 1 }, (_, index) => `<c r="${columnName(index + 1)}${number}" s="${TITLE}"/>`)
  return `<row r="${number}" ht="24" customHeight="1">${textCell(`A${number}`, title, TITLE)}${beside.join('')}</row>`
}

const markLine = ({ user, at, note }: SheetMark): string => [`导出人：${user}`, `导出时间：${at}`, note].filter(Boolean).join('　')
