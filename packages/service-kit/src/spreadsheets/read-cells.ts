import { BenefitMonth, isRealDate, readYuan } from '@xishan/domain'

/** A value, or what is wrong with the cell in words for its filler. An empty cell is null. */
export type CellReading<T> = { ok: true; value: T } | { ok: false; message: string }

const read = <T>(value: T): CellReading<T> => ({ ok: true, value })
const refuse = (message: string): { ok: false; message: string } => ({ ok: false, message })

const LIKE_SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

/** Text as it was meant: full width made narrow, runs of spaces one, no characters that do not show. Characters of private use stay: names have them. */
export function readText(cell: string | null): string | null {
  const text = (cell ?? '')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .normalize('NFKC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return text === '' ? null : text
}

/** Yuan as integer fen. */
export function readMoneyCell(cell: string | null): CellReading<number | null> {
  const text = readText(cell)
  if (text === null) return read(null)
  if (LIKE_SCIENTIFIC.test(text)) return refuse(`“${text}”是科学计数法，请将该列改为数值格式后重新填写。`)
  const reading = readYuan(text.replace(/^(\d+\.\d{2})0+$/, '$1'))
  return reading.ok ? read(reading.fen) : reading
}

/** An ISO date. Day and month in an order that may be read two ways are refused. */
export function readDateCell(cell: string | null): CellReading<string | null> {
  const text = readText(cell)
  if (text === null) return read(null)
  const parts = /^(\d{4})([-/.年])(\d{1,2})(?:([-/.])|月)(\d{1,2})日?(?: 00:00:00)?$/.exec(text) ?? /^(\d{4})()(\d{2})()(\d{2})$/.exec(text)
  const isOneStyle = parts !== null && (parts[2] === '年' ? parts[4] === undefined : parts[2] === parts[4])
  if (!parts || !isOneStyle || text.endsWith('日') !== (parts[2] === '年')) return refuse(`“${text}”不是能确定的日期，请按“年-月-日”填写，例如 2025-10-01。`)
  const date = `${parts[1]}-${parts[3]?.padStart(2, '0')}-${parts[5]?.padStart(2, '0')}`
  if (!isRealDate(date) || !isInReach(date)) return refuse(`“${text}”不是存在的日期，请核对年、月、日。`)
  return read(date)
}

/** A month as `YYYY-MM`; also a date, when it is the first of a month, which is how Excel keeps months. */
export function readMonthCell(cell: string | null): CellReading<BenefitMonth | null> {
  const text = readText(cell)
  if (text === null) return read(null)
  const parts = /^(\d{4})[-/.](\d{1,2})(?:-01)?$/.exec(text) ?? /^(\d{4})年(\d{1,2})月份?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text)
  const month = BenefitMonth.safeParse(`${parts?.[1]}-${parts?.[2]?.padStart(2, '0')}`)
  if (!month.success || !isInReach(month.data)) return refuse(`“${text}”不是月份，请按“年-月”填写，例如 2025-10。`)
  return read(month.data)
}

const isInReach = (date: string): boolean => Number(date.slice(0, 4)) >= FIRST_YEAR && Number(date.slice(0, 4)) <= LAST_YEAR
