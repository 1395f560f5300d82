import type { Ciphers, Work } from '@xishan/service-kit'
import { ROSTER_COLUMNS } from '@xishan/social-assistance-contract'
import { judgeEntitlement } from './judge-entitlement'
import { judgeHousehold, type Judgement, type StoredRow, type TitleOf } from './judge-household'
import { knownOf } from './known-people'
import type { RosterImport } from './roster-import.entity'

const HOUSEHOLDS = 200

type ReadRow = StoredRow & { personKey: string | null }

/** Judges the next households after a key. Null when there are none. */
export async function judgeNext(work: Work, roster: RosterImport, after: string, ciphers: Ciphers): Promise<{ after: string; rows: number } | null> {
  const keys = await keysAfter(work, roster.id, after, 'READ', HOUSEHOLDS)
  const last = keys.at(-1)
  if (last === undefined) return null
  const rows = await work.query<ReadRow>(
    `select row_number as number, household_key as key, name, nullif(division_code, $3) as "divisionCode", document_lookup as lookup, person_key as "personKey", facts, problems
     from roster_row where import_id = $1 and household_key > $2 and household_key <= $4 and outcome = 'READ' order by row_number`,
    [roster.id, after, roster.divisionCode, last],
  )
  const judgements = roster.kind === 'IN_PAY' ? await judgedHouseholds(work, roster, rows, ciphers) : await judgedPeople(work, roster, rows, ciphers)
  await writeJudgements(work, roster.id, judgements)
  return { after: last, rows: rows.length }
}

/** Keys of households that have rows with an outcome, in order. */
export async function keysAfter(work: Work, importId: string, after: string, outcome: string, limit: number): Promise<string[]> {
  const keys = await work.query<{ key: string }>(
    `select distinct household_key as key from roster_row where import_id = $1 and household_key > $2 and outcome = $3 order by household_key limit ${limit}`,
    [importId, after, outcome],
  )
  return keys.map(({ key }) => key)
}

/** What the file itself calls one of our columns. */
const titlesOf =
  ({ kind, heads, columns }: RosterImport): TitleOf =>
  (key) =>
    heads[columns[key] ?? -1] || (ROSTER_COLUMNS[kind].find((column) => column.key === key)?.title ?? key)

async function judgedHouseholds(work: Work, roster: RosterImport, rows: readonly ReadRow[], ciphers: Ciphers): Promise<Judgement[]> {
  const known = await knownOf(work, rows, roster, ciphers)
  const titleOf = titlesOf(roster)
  return byHousehold(rows).map((own) => judgeHousehold(own, known, roster.asOfMonth, work.businessDate, titleOf))
}

function byHousehold(rows: readonly ReadRow[]): ReadRow[][] {
  const households = new Map<string, ReadRow[]>()
  for (const row of rows) households.set(row.key, [...(households.get(row.key) ?? []), row])
  return [...households.values()]
}

async function judgedPeople(work: Work, roster: RosterImport, rows: readonly ReadRow[], ciphers: Ciphers): Promise<Judgement[]> {
  const { rowsOf } = await knownOf(work, rows, roster, ciphers)
  const open = await work.query<{ lookup: string }>(`select document_lookup as lookup from other_entitlement where scheme = $1 and to_month is null and document_lookup = any($2)`, [
    roster.scheme,
    rows.flatMap(({ lookup }) => (lookup ? [lookup] : [])),
  ])
  const lookups = new Set(open.map(({ lookup }) => lookup))
  const titleOf = titlesOf(roster)
  return rows.map((row) => judgeEntitlement(row, { rowsOf, isOpen: (lookup) => lookups.has(lookup) }, roster.asOfMonth, titleOf))
}

async function writeJudgements(work: Work, importId: string, judgements: readonly Judgement[]): Promise<void> {
  const rows = judgements.flatMap(({ rows: judged, head, benefitId }) =>
    judged.map((row) => ({ ...row, ...(head ? { division: head.divisionCode } : {}), ...(head?.number === row.number ? { head: true, people: head.people, amount: head.amountFen, month: head.fromMonth } : {}), benefitId })),
  )
  await work.query(
    `update roster_row r set outcome = j.outcome, problems = j.problems, division_code = coalesce(j.division, r.division_code), is_head = coalesce(j.head, false), people = j.people, amount_fen = j.amount,
            from_month = j.month, benefit_id = j."benefitId"
     from jsonb_to_recordset($2::jsonb) as j(number int, outcome text, problems jsonb, division text, head boolean, people int, amount bigint, month text, "benefitId" uuid)
     where r.import_id = $1 and r.row_number = any($3) and r.row_number = j.number`,
    [importId, JSON.stringify(rows), rows.map(({ number }) => number)],
  )
}
