import type { ParameterBook } from '@xishan/domain'
import type { Ciphers, Work } from '@xishan/service-kit'
import { BenefitAmount } from '../benefits/benefit-amount.entity'
import { BenefitMember } from '../benefits/benefit-member.entity'
import { HouseholdMember } from '../households/household-member.entity'
import { householdOfRows, type ImportedHousehold } from './household-of-rows'
import { keysAfter } from './judge-rows'
import { inPay } from './known-people'
import type { RosterImport } from './roster-import.entity'
import { readRosterRow, type RosterRow, type RowReading } from './roster-row'
import { cellProblem } from './row-problem'
import { openCells } from './write-rows'

const HOUSEHOLDS = 100

interface WaitingRow {
  number: number
  key: string
  cells: string
  lookup: string
  divisionCode: string
  people: number | null
}

/** Takes the next households over, in the transaction of `work`. Null when there are none. */
export async function takeOverHouseholds(work: Work, roster: RosterImport, after: string, reading: RowReading, book: ParameterBook, ciphers: Ciphers): Promise<{ after: string; households: number } | null> {
  const keys = await keysAfter(work, roster.id, after, 'NEW', HOUSEHOLDS)
  const last = keys.at(-1)
  if (last === undefined) return null
  const rows = await work.query<WaitingRow>(
    `select row_number as number, household_key as key, cells_sealed as cells, document_lookup as lookup, division_code as "divisionCode", people
     from roster_row where import_id = $1 and household_key > $2 and household_key <= $3 and outcome = 'NEW' order by row_number`,
    [roster.id, after, last],
  )
  const refused = await refuseWhoCameMeanwhile(work, roster, rows, ciphers)
  const left = keys.filter((key) => !refused.has(key))
  const [numbers, benefitNumbers] = [await work.nextNumbers('SAH', left.length), await work.nextNumbers('SAB', left.length)]
  const taken = left.flatMap((key, at) => {
    const own = rows.filter((row) => row.key === key)
    const read = own.map(({ number, cells }): RosterRow => readRosterRow({ number, cells: openCells(ciphers, cells), refusals: [] }, reading))
    const head = own.find(({ people }) => people !== null) ?? own[0]
    const imported = householdOfRows(read, head?.divisionCode ?? '', head?.people ?? own.length, { household: numbers[at] ?? '', benefit: benefitNumbers[at] ?? '' }, roster, book, ciphers)
    return own.map(({ number }) => ({ number, imported }))
  })
  await store(work, roster, [...new Set(taken.map(({ imported }) => imported))])
  await work.query(
    `update roster_row r set outcome = 'APPLIED', benefit_id = t.benefit from jsonb_to_recordset($2::jsonb) as t(number int, benefit uuid)
     where r.import_id = $1 and r.row_number = any($3) and r.row_number = t.number`,
    [roster.id, JSON.stringify(taken.map(({ number, imported }) => ({ number, benefit: imported.benefit.id }))), taken.map(({ number }) => number)],
  )
  return { after: last, households: left.length }
}

async function store(work: Work, { number }: RosterImport, taken: readonly ImportedHousehold[]): Promise<void> {
  const note = `名册 ${number}`
  await work.saveMany(taken.map(({ household }) => household), 'importRoster', note)
  await work.insert(HouseholdMember, taken.flatMap(({ members }) => members))
  await work.saveMany(taken.map(({ benefit }) => benefit), 'importRoster', note)
  await work.insert(BenefitMember, taken.flatMap(({ paid }) => paid))
  await work.insert(BenefitAmount, taken.map(({ amount }) => amount))
}

/** Somebody who came into pay after the check stays out, with the whole household. The keys of those households. */
async function refuseWhoCameMeanwhile(work: Work, roster: RosterImport, rows: readonly WaitingRow[], ciphers: Ciphers): Promise<Set<string>> {
  const paid = await inPay(work, rows.map(({ lookup }) => lookup), roster.asOfMonth, ciphers)
  const met = rows.filter(({ lookup }) => paid.has(lookup))
  const keys = new Set(met.map(({ key }) => key))
  if (keys.size === 0) return keys
  const [first] = met
  const sentence = `核验之后已有成员在保（待遇编号 ${paid.get(first?.lookup ?? '')?.number ?? ''}），请核实后从名册中删除，或到“在保变更”办理`
  await work.query(`update roster_row set outcome = 'PROBLEM', is_head = false, problems = $3 where import_id = $1 and household_key = any($2)`, [roster.id, [...keys], JSON.stringify([cellProblem('整户', null, sentence)])])
  return keys
}
