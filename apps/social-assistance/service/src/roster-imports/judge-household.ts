import { formatYuan, label, monthInChinese, monthOf, type BenefitMonth } from '@xishan/domain'
import { CATEGORY, RESIDENCE } from '@xishan/social-assistance-contract'
import type { RowFacts } from './roster-row'
import { cellProblem, type CellProblem } from './row-problem'

/** The account is compared by its keyed hash. */
export type StoredFacts = RowFacts & { accountLookup: string | null }

/** A row as it was read and stored. */
export interface StoredRow {
  number: number
  key: string
  name: string
  /** Null while the place is not known. */
  divisionCode: string | null
  lookup: string | null
  facts: StoredFacts
  problems: CellProblem[]
}

/** A benefit that a person of the roster is in pay with. */
export interface PaidNow {
  benefitId: string
  number: string
  headName: string
  fromMonth: BenefitMonth
  amountFen: number
  category: string
  residence: string
  divisionCode: string
  people: number
  firstConfirmedOn: string | null
  accountLookup: string | null
  /** Everybody it pays for. */
  lookups: readonly string[]
}

/** What the system and the rest of the file know of the people in a household. */
export interface KnownOfPeople {
  /** Rows of the file in which the person stands. */
  rowsOf: ReadonlyMap<string, readonly number[]>
  inPay: ReadonlyMap<string, PaidNow>
  diedOn: ReadonlyMap<string, string>
  /** Number of another roster that is about to bring the person in. */
  waiting: ReadonlyMap<string, string>
}

export interface Judgement {
  rows: { number: number; outcome: 'NEW' | 'UNCHANGED' | 'PROBLEM'; problems: CellProblem[] }[]
  head: { number: number; people: number; amountFen: number; fromMonth: string; divisionCode: string } | null
  benefitId: string | null
}

/** What the file calls one of our columns. */
export type TitleOf = (key: string) => string

interface Found {
  add(row: StoredRow, key: string, value: string | null, sentence: string): void
  /** Something is already wrong with the cell. */
  isWrong(row: StoredRow, ...keys: string[]): boolean
}

interface Household extends Found {
  head: StoredRow
  rows: readonly StoredRow[]
}

const NEEDED = [['residence', 'residence'], ['category', 'category'], ['householdAmount', 'householdFen'], ['fromMonth', 'fromMonth']] as const
const SHARED = [['residence', 'residence'], ['category', 'category'], ['householdAmount', 'householdFen'], ['fromMonth', 'fromMonth'], ['confirmedOn', 'confirmedOn'], ['people', 'people'], ['account', 'accountLookup']] as const

/** A household is taken over as a whole: one row that is wrong keeps all of it back. */
export function judgeHousehold(rows: readonly StoredRow[], known: KnownOfPeople, asOfMonth: BenefitMonth, today: string, titleOf: TitleOf): Judgement {
  const problems = new Map(rows.map((row) => [row.number, [...row.problems]]))
  const found: Found = {
    add: (row, key, value, sentence) => void problems.get(row.number)?.push(cellProblem(titleOf(key), value, sentence)),
    isWrong: (row, ...keys) => keys.map(titleOf).some((title) => row.problems.some(({ column }) => column === title)),
  }
  const head = headOfRows(rows, found)
  for (const row of rows) checkPerson(row, known, found)
  if (head) checkHousehold({ head, rows, ...found }, asOfMonth, today)
  const paid = head?.lookup ? known.inPay.get(head.lookup) : undefined
  if (head) checkInPay({ head, rows, ...found }, paid, known)
  return conclude(rows, problems, head, paid)
}

function headOfRows(rows: readonly StoredRow[], { add, isWrong }: Found): StoredRow | undefined {
  const [first, ...rest] = rows
  if (first && rest.length === 0 && first.facts.relation === null) return first
  const [head, ...others] = rows.filter(({ facts }) => facts.relation === '0')
  for (const other of others) add(other, 'relation', '户主', `本户有不止一名户主（另见第 ${head?.number} 行），请只保留一名，其他成员填写与户主的关系`)
  if (!head && first) add(first, 'relation', null, '本户没有户主，请在户主行填写“户主”')
  if (head) for (const row of rows) if (row.facts.relation === null && !isWrong(row, 'relation')) add(row, 'relation', null, '没有填写与户主关系，请补填')
  return head
}

function checkPerson(row: StoredRow, { rowsOf, diedOn, waiting }: KnownOfPeople, { add }: Found): void {
  const { lookup, name } = row
  if (lookup === null) return
  const twin = rowsOf.get(lookup)?.find((other) => other !== row.number)
  if (twin !== undefined) add(row, 'idNumber', name, `与第 ${twin} 行是同一人，请删除重复的一行`)
  const died = diedOn.get(lookup)
  if (died) add(row, 'idNumber', name, `此人已于 ${died} 死亡，请核实后从名册中删除`)
  const other = waiting.get(lookup)
  if (other) add(row, 'idNumber', name, `此人已在名册 ${other} 中通过核验、等待入库，请不要重复导入`)
}

function checkHousehold({ head, rows, add, isWrong }: Household, asOfMonth: BenefitMonth, today: string): void {
  if (head.divisionCode === null && !isWrong(head, 'street', 'community')) add(head, 'community', null, '没有填写社区（村），请补填')
  for (const [key, fact] of NEEDED) if (head.facts[fact] === null && !isWrong(head, key)) add(head, key, null, '户主行没有填写，请补填')
  for (const row of rows) {
    if (row === head) continue
    for (const [key, fact] of SHARED) {
      const [value, ours] = [row.facts[fact], head.facts[fact]]
      if (value !== null && ours !== null && value !== ours) add(row, key, null, `与户主行（第 ${head.number} 行）不一致，请改为相同，或者留空`)
    }
    if (row.divisionCode !== null && head.divisionCode !== null && row.divisionCode !== head.divisionCode) add(row, 'community', null, `与户主行（第 ${head.number} 行）不在同一社区，请改为相同，或者留空`)
  }
  checkAmounts({ head, rows, add, isWrong })
  checkDates(head, asOfMonth, today, add)
}

function checkAmounts({ head, rows, add, isWrong }: Household): void {
  const { householdFen, people } = head.facts
  if (householdFen === 0) add(head, 'householdAmount', '0', '户月保障金额为 0，不在保的家庭请从名册中删除')
  if (people !== null && rows.length > 1 && people !== rows.length) add(head, 'people', String(people), `保障人数为 ${people} 人，名册中本户有 ${rows.length} 行，请改为一致`)
  const shares = rows.filter(({ facts }) => facts.memberFen !== null)
  if (shares.length === 0 || householdFen === null || rows.some((row) => isWrong(row, 'memberAmount'))) return
  if (rows.length === 1 && (people ?? 1) > 1) return
  const sum = shares.reduce((total, { facts }) => total + (facts.memberFen ?? 0), 0)
  if (sum !== householdFen) add(head, 'householdAmount', formatYuan(householdFen), `户金额 ${formatYuan(householdFen)} 元，各成员合计 ${formatYuan(sum)} 元，相差 ${formatYuan(Math.abs(sum - householdFen))} 元，请改为一致`)
}

function checkDates(head: StoredRow, asOfMonth: BenefitMonth, today: string, add: Found['add']): void {
  const { fromMonth, confirmedOn } = head.facts
  if (fromMonth !== null && fromMonth > asOfMonth) add(head, 'fromMonth', fromMonth, `开始享受月份晚于名册月份（${monthInChinese(asOfMonth)}），请核对`)
  if (confirmedOn === null) return
  if (confirmedOn > today) add(head, 'confirmedOn', confirmedOn, '首次审核确认日期晚于今天，请核对')
  else if (fromMonth !== null && monthOf(confirmedOn) > fromMonth) add(head, 'confirmedOn', confirmedOn, `首次审核确认日期晚于开始享受月份（${monthInChinese(fromMonth)}），请核对`)
}

const USE_CHANGE = '请不要用名册修改，到“在保变更”办理；如系名册有误，请改正名册'

function checkInPay({ head, rows, add }: Household, paid: PaidNow | undefined, known: KnownOfPeople): void {
  for (const row of rows) {
    const other = row.lookup ? known.inPay.get(row.lookup) : undefined
    if (other && other.benefitId !== paid?.benefitId) add(row, 'idNumber', row.name, `此人已在${other.headName}户（待遇编号 ${other.number}）享受，请核实后从名册中删除，或先到“在保变更”办理`)
  }
  if (paid) for (const [key, value, stored] of differences(head, rows, paid)) add(head, key, value, `与在保信息不一致：名册为${value}，在保为${stored}，${USE_CHANGE}`)
}

type Difference = [key: string, value: string, stored: string]

/** What the roster says otherwise than what is in pay (待遇编号 …). A cell that is left empty says nothing. */
function differences({ name, divisionCode, facts }: StoredRow, rows: readonly StoredRow[], paid: PaidNow): Difference[] {
  const found: Difference[] = []
  const compare = <T>(key: string, value: T | null, stored: T | null, show: (value: T) => string): void => {
    if (value !== null && stored !== null && value !== stored) found.push([key, show(value), show(stored)])
  }
  compare('name', name, paid.headName, String)
  compare('community', divisionCode, paid.divisionCode, (code) => `区划 ${code.slice(6)}`)
  compare('householdAmount', facts.householdFen, paid.amountFen, (fen) => `${formatYuan(fen)} 元`)
  compare<string>('category', facts.category, paid.category, (code) => label(CATEGORY, code))
  compare<string>('residence', facts.residence, paid.residence, (code) => label(RESIDENCE, code))
  compare('fromMonth', facts.fromMonth, paid.fromMonth, monthInChinese)
  compare('confirmedOn', facts.confirmedOn, paid.firstConfirmedOn, String)
  if (facts.accountLookup !== null && facts.accountLookup !== paid.accountLookup) found.push(['account', `尾号 ${facts.accountLastFour}`, paid.accountLookup === null ? '未登记' : '另一账号'])
  compare('people', rows.length > 1 ? rows.length : facts.people, paid.people, (people) => `${people} 人`)
  const lookups = rows.flatMap(({ lookup }) => (lookup ? [lookup] : []))
  if (rows.length > 1 && rows.length === paid.people && (lookups.length !== paid.lookups.length || lookups.some((lookup) => !paid.lookups.includes(lookup)))) found.push(['idNumber', '另外的成员', '原有成员'])
  return found
}

function conclude(rows: readonly StoredRow[], problems: ReadonlyMap<number, CellProblem[]>, head: StoredRow | undefined, paid: PaidNow | undefined): Judgement {
  const wrong = rows.find(({ number }) => (problems.get(number)?.length ?? 0) > 0)
  const { householdFen, people, fromMonth } = head?.facts ?? { householdFen: null, people: null, fromMonth: null }
  const isWhole = !wrong && head && head.divisionCode !== null && householdFen !== null && fromMonth !== null
  const outcome = !isWhole ? 'PROBLEM' : paid ? 'UNCHANGED' : 'NEW'
  return {
    rows: rows.map(({ number }) => {
      const own = problems.get(number) ?? []
      const because = own.length === 0 && wrong ? [cellProblem('整户', null, `本户第 ${wrong.number} 行有误，整户未导入，请改正后与本行一起再次导入`)] : own
      return { number, outcome, problems: outcome === 'PROBLEM' ? because : [] }
    }),
    head: isWhole ? { number: head.number, people: rows.length > 1 ? rows.length : (people ?? 1), amountFen: householdFen, fromMonth, divisionCode: head.divisionCode ?? '' } : null,
    benefitId: isWhole && paid ? paid.benefitId : null,
  }
}
