import { columnOf, rangeOf, type CellRange } from './cell-address'
import { dateText, hasLostDigits, numberText, xmlText } from './excel-text'
import type { OpenWorkbook } from './open-workbook'
import { LONGEST_TEXT } from './sheet'
import { columnName } from './sheet-xml'
import { damaged, tooLarge } from './workbook-problem'
import { attributeOf, type XmlReader } from './xml-scanner'

/** Why a cell has no value that an import may trust. */
export type CellRefusalKind = 'formula' | 'merged' | 'error' | 'digits-lost'

export interface CellRefusal {
  /** As Excel shows it: `F17`. */
  cell: string
  /** From 0. */
  column: number
  kind: CellRefusalKind
  message: string
}

export interface ReadRow {
  /** As Excel shows it. */
  number: number
  /** As long as its last cell with anything in it. Numbers as plain decimals, dates as `YYYY-MM-DD`, truth values as TRUE and FALSE. */
  cells: (string | null)[]
  /** Refused cells are null in `cells`; but a merged range keeps its text in its first one, for titles are merged often. */
  refusals: CellRefusal[]
}

const MOST_ROW_NUMBER = 1_048_576
const MOST_ARRAYS = 200

/** Turns a sheet's XML into rows. Rows and cells that are merely formatted do not count. */
export class SheetRowReader implements XmlReader {
  private rows: ReadRow[] = []
  private isData = false
  private number = 0
  private cells: (string | null)[] = []
  private refusals: CellRefusal[] = []
  private column = -1
  private type = ''
  private style = 0
  private value: string | undefined
  private hasFormula = false
  private inText = false
  private inPhonetic = false
  private arrays: CellRange[] = []
  private merged: CellRange[] = []

  constructor(
    private readonly workbook: OpenWorkbook,
    private readonly maxColumns: number,
    /** By first row. */
    private readonly waitingMerged: CellRange[],
  ) {}

  /** The rows read since the last time. */
  take(): ReadRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  get waiting(): number {
    return this.rows.length
  }

  open(name: string, attributes: string): void {
    if (name === 'sheetData') this.isData = true
    if (!this.isData) return
    if (name === 'c') this.openCell(attributes)
    else if (name === 'v' || name === 't') this.inText = !this.inPhonetic
    else if (name === 'row') this.openRow(attributes)
    else if (name === 'f') this.openFormula(attributes)
    else if (name === 'rPh') this.inPhonetic = true
  }

  close(name: string): void {
    if (!this.isData) return
    if (name === 'v' || name === 't') this.inText = false
    else if (name === 'c') this.closeCell()
    else if (name === 'row') this.closeRow()
    else if (name === 'rPh') this.inPhonetic = false
    else if (name === 'sheetData') this.isData = false
  }

  text(text: string): void {
    if (this.inText) this.value = (this.value ?? '') + text
  }

  private openRow(attributes: string): void {
    const number = Number(attributeOf(attributes, 'r') ?? this.number + 1)
    if (!Number.isInteger(number) || number <= this.number || number > MOST_ROW_NUMBER) throw damaged('行号不正确')
    this.number = number
    this.column = -1
    this.meetMerged()
    if (this.arrays.length > 0) this.arrays = this.arrays.filter(({ lastRow }) => lastRow >= number)
  }

  private meetMerged(): void {
    for (let next = this.waitingMerged[0]; next && next.firstRow <= this.number; next = this.waitingMerged[0]) {
      this.waitingMerged.shift()
      if (next.lastRow >= this.number && next.firstColumn < this.maxColumns) this.merged.push(next)
    }
    if (this.merged.length > 0) this.merged = this.merged.filter(({ lastRow }) => lastRow >= this.number)
    if (this.merged.length > this.maxColumns) throw damaged('合并单元格互相重叠')
  }

  private closeRow(): void {
    if (this.cells.length > 0) this.refuseMerged()
    if (this.cells.length > 0) this.rows.push({ number: this.number, cells: this.cells, refusals: this.refusals })
    this.cells = []
    this.refusals = []
  }

  private openCell(attributes: string): void {
    const address = attributeOf(attributes, 'r')
    const column = address === undefined ? this.column + 1 : columnOf(address)
    if (column <= this.column) throw damaged('单元格顺序不正确')
    this.column = column
    this.type = attributeOf(attributes, 't') ?? 'n'
    this.style = Number(attributeOf(attributes, 's') ?? '0')
    this.value = undefined
    this.hasFormula = false
  }

  private openFormula(attributes: string): void {
    this.hasFormula = true
    const covered = attributeOf(attributes, 'ref')
    const type = attributeOf(attributes, 't')
    if (!covered?.includes(':') || (type !== 'array' && type !== 'dataTable')) return
    if (this.arrays.push(rangeOf(covered)) > MOST_ARRAYS) throw damaged('数组公式过多')
  }

  private closeCell(): void {
    if (this.hasFormula || this.isInArray()) return this.refuse('formula', '是公式，请复制后“选择性粘贴—数值”再上传。')
    if (this.value === undefined) return
    if (this.type === 'e') return this.refuse('error', `是错误值 ${this.value.slice(0, 20)}，请改正后再上传。`)
    const text = this.read(this.value)
    if (text !== undefined && text !== '') this.put(text)
  }

  /** Nothing when the cell was refused. */
  private read(value: string): string | undefined {
    if (this.type === 's') return this.shared(value)
    if (this.type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE'
    if (this.type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ')
    if (this.type !== 'n') return xmlText(value)
    if (this.workbook.isDate[this.style]) return dateText(value, this.workbook.since1904) ?? numberText(value) ?? value
    if (hasLostDigits(value)) return this.refuse('digits-lost', '的数字超过 15 位，Excel 已丢失末尾数字，请将该列设为文本格式后重新填写。')
    return numberText(value) ?? value
  }

  private shared(index: string): string {
    const text = this.workbook.texts.get(Number(index))
    if (text === undefined) throw damaged('缺少共享文字')
    return text
  }

  private refuse(kind: CellRefusalKind, why: string): undefined {
    this.put(null)
    this.tell(this.column, kind, why)
  }

  private refuseMerged(): void {
    for (const { text, firstColumn, lastColumn } of this.merged) {
      for (let column = firstColumn; column <= Math.min(lastColumn, this.maxColumns - 1); column++) this.tell(column, 'merged', `在合并单元格 ${text} 中，请取消合并并逐格填写。`)
    }
  }

  private tell(column: number, kind: CellRefusalKind, why: string): void {
    const cell = `${columnName(column)}${this.number}`
    this.refusals.push({ cell, column, kind, message: `${cell} ${why}` })
  }

  private put(text: string | null): void {
    if (this.column >= this.maxColumns) throw tooLarge(`${this.maxColumns} 列`)
    if (text !== null && text.length > LONGEST_TEXT) throw damaged('单元格内容过长')
    while (this.cells.length < this.column) this.cells.push(null)
    this.cells.push(text === null ? null : ownCopy(text))
  }

  private isInArray(): boolean {
    return this.arrays.some(({ firstRow, lastRow, firstColumn, lastColumn }) => firstRow <= this.number && this.number <= lastRow && firstColumn <= this.column && this.column <= lastColumn)
  }
}

/** A part of a text keeps the whole of it in memory: an importer that remembers one cell would hold the chunk it came from. */
const ownCopy = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1))
