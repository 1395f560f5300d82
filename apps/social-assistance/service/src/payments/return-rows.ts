import { DomainProblem } from '@xishan/domain'
import { readDateCell, readMoneyCell, readText, type CellReading } from '@xishan/service-kit'
import type { ReturnField } from '@xishan/social-assistance-contract'

/** A row of a return file as it was read, before anybody asked what it belongs to. */
export interface ReturnRow {
  rowNumber: number
  seq: number
  result: string
  code: string
  amountFen: number | null
  paidOn: string | null
  bankReference: string | null
  name: string | null
}

/** What a return file says, all of it. `totalFen` where the file states a sum of its own. */
export interface ReadReturnFile {
  rows: ReturnRow[]
  totalFen: number | null
}

/** The payment file that the return must answer. */
export interface Expected {
  name: string
  month: string
}

/** Where a value stands, in words: `第 17 行`, `F17`. */
export interface PlacedValue {
  place: string
  text: string | null
}

const MOST_TOLD = 20
const SEQ = /^\d{1,7}$/
const LONGEST = 200

/** Collects what cannot be read, to tell all of it at once. */
export class Unreadable {
  private count = 0
  private readonly told: { field: string; message: string }[] = []

  add(place: string, message: string): void {
    this.count += 1
    if (this.told.length < MOST_TOLD) this.told.push({ field: place, message: message.startsWith(place) ? message : `${place}：${message}` })
  }

  /** @throws DomainProblem `return-unreadable` */
  refuse(): void {
    const [first] = this.told
    if (first) throw new DomainProblem('return-unreadable', { count: this.count, first: first.message }, this.told)
  }
}

/** One row of values by field; what is wrong with them goes to `unreadable`, and the row then counts for nothing. */
export function returnRow(rowNumber: number, value: (field: ReturnField) => PlacedValue | undefined, unreadable: Unreadable): ReturnRow | undefined {
  let whole = true
  const refuse = (place: string, message: string): null => {
    whole = false
    unreadable.add(place, message)
    return null
  }
  const taken = <T>(placed: PlacedValue | undefined, read: (text: string | null) => CellReading<T | null>): T | null => {
    if (!placed) return null
    const reading = read(placed.text)
    return reading.ok ? reading.value : refuse(placed.place, reading.message)
  }
  const text = (field: ReturnField): string | null => {
    const placed = value(field)
    const read = readText(placed?.text ?? null)
    return placed && read && read.length > LONGEST ? refuse(placed.place, `内容超过 ${LONGEST} 个字，请核对是否错列。`) : read
  }
  const seq = taken(value('SEQ'), readSeq)
  const code = text('CODE')
  const codeCell = value('CODE')
  if (code === null && codeCell && whole) refuse(codeCell.place, '没有结果代码。')
  const row = {
    rowNumber,
    seq: seq ?? 0,
    result: text('RESULT') ?? '',
    code: code ?? '',
    amountFen: value('AMOUNT_YUAN') ? required(value('AMOUNT_YUAN'), readMoneyCell) : required(value('AMOUNT_FEN'), readFen),
    paidOn: taken(value('PAID_ON'), readDateCell),
    bankReference: text('BANK_REFERENCE'),
    name: text('NAME'),
  }
  return whole ? row : undefined

  function required(placed: PlacedValue | undefined, read: (cell: string | null) => CellReading<number | null>): number | null {
    const amount = taken(placed, read)
    return placed && amount === null && whole ? refuse(placed.place, '没有金额。') : amount
  }
}

const readSeq = (cell: string | null): CellReading<number | null> => {
  const text = readText(cell) ?? ''
  return SEQ.test(text) && Number(text) > 0 ? { ok: true, value: Number(text) } : { ok: false, message: text === '' ? '没有序号。' : `“${text.slice(0, 20)}”不是序号，序号应为整数。` }
}

export const readFen = (cell: string | null): CellReading<number | null> => {
  const text = readText(cell)
  if (text === null) return { ok: true, value: null }
  return /^\d{1,12}$/.test(text) ? { ok: true, value: Number(text) } : { ok: false, message: `“${text.slice(0, 20)}”不是以分为单位的金额，应为整数。` }
}

export const foreign = (file: string, reason: string): DomainProblem => new DomainProblem('return-foreign', { file, reason })
export const incomplete = (reason: string): DomainProblem => new DomainProblem('return-incomplete', { reason })

/** @throws DomainProblem `return-empty`, `return-sums` */
export function requireSum(rows: readonly ReturnRow[], stated: number | null, where: string): void {
  if (rows.length === 0) throw new DomainProblem('return-empty')
  if (stated === null || rows.some(({ amountFen }) => amountFen === null)) return
  const sum = rows.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0)
  if (sum !== stated) throw sumsDiffer(where, stated, sum)
}

const yuan = (fen: number): string => (fen / 100).toFixed(2)
export const sumsDiffer = (where: string, stated: number, sum: number): DomainProblem =>
  new DomainProblem('return-sums', { reason: `${where}载明合计 ${yuan(stated)} 元，各行相加为 ${yuan(sum)} 元，相差 ${yuan(Math.abs(stated - sum))} 元` })
