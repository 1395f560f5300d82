import { BankAccountNumber, PhoneNumber, maskIdNumber, type BenefitMonth, type Relation, type Sex } from '@xishan/domain'
import { readDateCell, readMoneyCell, readMonthCell, readText, type CellReading, type ReadRow } from '@xishan/service-kit'
import { ROSTER_COLUMNS, type Category, type Residence, type RosterKind } from '@xishan/social-assistance-contract'
import type { PlaceFinder } from './find-place'
import { readCategory, readRelation, readResidence } from './read-codes'
import { readName, readPersonNumber } from './read-person'
import { cellProblem, type CellProblem } from './row-problem'

/** What a row says, without numbers of persons, accounts and telephones. Null where the cell is empty or wrong. */
export interface RowFacts {
  sex: Sex | null
  birthDate: string | null
  /** Converted from 15 digits. */
  isLegacy: boolean
  relation: Relation | null
  people: number | null
  residence: Residence | null
  category: Category | null
  householdFen: number | null
  memberFen: number | null
  fromMonth: BenefitMonth | null
  confirmedOn: string | null
  bank: string | null
  holder: string | null
  accountLastFour: string | null
  address: string | null
}

/** What is kept sealed and read again from the cells when it is wanted. */
export interface RowSecrets {
  number: string | null
  headNumber: string | null
  account: string | null
  phone: string | null
}

export interface RosterRow {
  number: number
  name: string
  documentMasked: string
  divisionCode: string | null
  householdNumber: string | null
  facts: RowFacts
  secrets: RowSecrets
  problems: CellProblem[]
}

export interface RowReading {
  kind: RosterKind
  columns: Readonly<Record<string, number>>
  heads: readonly string[]
  places: PlaceFinder
  today: string
}

const readPeople = (cell: string | null): CellReading<number | null> => {
  const text = readText(cell)?.replace(/人$/, '') ?? null
  if (text === null) return { ok: true, value: null }
  const people = Number(text)
  return /^\d{1,2}$/.test(text) && people >= 1 && people <= 20 ? { ok: true, value: people } : { ok: false, message: `“${text}”不是人数，请填写 1 至 20 的整数` }
}

const schemaReading = (schema: typeof PhoneNumber) => (cell: string | null): CellReading<string | null> => {
  const text = readText(cell)
  if (text === null) return { ok: true, value: null }
  const parsed = schema.safeParse(text)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, message: parsed.error.issues[0]?.message ?? '' }
}

const readNote = (longest: number) => (cell: string | null): CellReading<string | null> => {
  const text = readText(cell)
  return text !== null && [...text].length > longest ? { ok: false, message: `超过 ${longest} 个字，请精简` } : { ok: true, value: text }
}

/** The cells of one row by our columns; what is wrong with them is gathered. */
class CellReader {
  readonly problems: CellProblem[] = []

  constructor(
    private readonly row: ReadRow,
    private readonly reading: RowReading,
  ) {
    for (const [key, at] of Object.entries(reading.columns)) {
      const refusal = row.refusals.find(({ column }) => column === at)
      if (refusal) this.wrong(key, refusal.message)
    }
  }

  cell(key: string): string | null {
    const at = this.reading.columns[key]
    return at === undefined ? null : (this.row.cells[at] ?? null)
  }

  isRefused(key: string): boolean {
    return this.row.refusals.some(({ column }) => column === this.reading.columns[key])
  }

  isEmpty(key: string): boolean {
    return !this.isRefused(key) && readText(this.cell(key)) === null
  }

  read<T>(key: string, take: (cell: string | null) => CellReading<T>): T | null {
    if (this.isRefused(key)) return null
    const value = take(this.cell(key))
    if (value.ok) return value.value
    this.wrong(key, value.message)
    return null
  }

  wrong(key: string, sentence: string): void {
    const { heads, columns, kind } = this.reading
    const title = heads[columns[key] ?? -1] || (ROSTER_COLUMNS[kind].find((column) => column.key === key)?.title ?? key)
    this.problems.push(cellProblem(title, this.cell(key), sentence))
  }
}

/** Reads one row of a roster by the mapping; cells that cannot be trusted are named as the spreadsheet names them. */
export function readRosterRow(row: ReadRow, reading: RowReading): RosterRow {
  const cells = new CellReader(row, reading)
  const person = (key: string) => cells.read(key, (cell) => readPersonNumber(cell, reading.today))
  const name = cells.read('name', readName) ?? ''
  const own = person('idNumber')
  if (cells.isEmpty('idNumber')) cells.wrong('idNumber', '没有填写身份证号码，请补填')
  const account = cells.read('account', schemaReading(BankAccountNumber))
  return {
    number: row.number,
    name,
    documentMasked: own ? maskIdNumber(own.number) : '',
    divisionCode: divisionOf(cells, reading.places),
    householdNumber: cells.read('householdNumber', readNote(60)),
    facts: { ...entitlementOf(cells), sex: own?.sex ?? null, birthDate: own?.birthDate ?? null, isLegacy: Boolean(own?.legacy), accountLastFour: account?.slice(-4) ?? null },
    secrets: { number: own?.number ?? null, headNumber: person('headIdNumber')?.number ?? null, account, phone: cells.read('phone', schemaReading(PhoneNumber)) },
    problems: cells.problems,
  }
}

const entitlementOf = (cells: CellReader): Omit<RowFacts, 'sex' | 'birthDate' | 'isLegacy' | 'accountLastFour'> => ({
  relation: cells.read('relation', readRelation),
  people: cells.read('people', readPeople),
  residence: cells.read('residence', readResidence),
  category: cells.read('category', readCategory),
  householdFen: cells.read('householdAmount', readMoneyCell),
  memberFen: cells.read('memberAmount', readMoneyCell),
  fromMonth: cells.read('fromMonth', readMonthCell),
  confirmedOn: cells.read('confirmedOn', readDateCell),
  bank: cells.read('bank', readNote(60)),
  holder: cells.read('holder', readNote(50)),
  address: cells.read('address', readNote(200)),
})

/** Members may leave the place to their head. */
function divisionOf(cells: CellReader, places: PlaceFinder): string | null {
  if (cells.isRefused('street') || cells.isRefused('community') || cells.isEmpty('community')) return null
  const place = places.find(cells.cell('street'), cells.cell('community'))
  if (place.ok) return place.code
  cells.wrong(place.field, place.message)
  return null
}
