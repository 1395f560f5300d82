import type { Ciphers, Work } from '@xishan/service-kit'
import { amountIn } from '../disbursements/settled-months'
import type { KnownOfPeople, PaidNow, StoredRow } from './judge-household'
import { accountLookup } from './write-rows'

type PaidRow = Omit<PaidNow, 'accountLookup'> & { lookup: string; accountSealed: string | null }

/** What the system and the file know of the people of some rows, asked once for all of them. */
export async function knownOf(work: Work, rows: readonly (StoredRow & { personKey: string | null })[], { id, asOfMonth }: { id: string; asOfMonth: string }, ciphers: Ciphers): Promise<KnownOfPeople> {
  const lookups = rows.flatMap(({ lookup }) => (lookup ? [lookup] : []))
  const keys = new Map(rows.flatMap(({ lookup, personKey }) => (lookup && personKey ? [[personKey, lookup] as const] : [])))
  const twins = await work.query<{ lookup: string; rows: number[] }>(
    `select document_lookup as lookup, array_agg(row_number order by row_number) filter (where import_id = $1) as rows from roster_row where document_lookup = any($2) group by 1 having count(*) filter (where import_id = $1) > 1`,
    [id, lookups],
  )
  const dead = await work.query<{ personKey: string; diedOn: string }>(`select person_key as "personKey", died_on::text as "diedOn" from known_death where person_key = any($1) and state = 'KNOWN'`, [[...keys.keys()]])
  const waiting = await work.query<{ lookup: string; number: string }>(
    `select r.document_lookup as lookup, i.number from roster_row r join roster_import i on i.id = r.import_id
     where r.document_lookup = any($1) and r.import_id <> $2 and r.outcome = 'NEW' and i.kind = 'IN_PAY' and i.state = any(array['CHECKED', 'SUBMITTED', 'APPLYING'])`,
    [lookups, id],
  )
  return {
    rowsOf: new Map(twins.map((twin) => [twin.lookup, twin.rows])),
    inPay: await inPay(work, lookups, asOfMonth, ciphers),
    diedOn: new Map(dead.flatMap(({ personKey, diedOn }) => (keys.has(personKey) ? [[keys.get(personKey) ?? '', diedOn] as const] : []))),
    waiting: new Map(waiting.map(({ lookup, number }) => [lookup, number])),
  }
}

/** Who of these people is in pay, and with what. */
export async function inPay(work: Work, lookups: readonly string[], asOfMonth: string, ciphers: Ciphers): Promise<Map<string, PaidNow>> {
  const rows = await work.query<PaidRow>(
    `select m.document_lookup as lookup, b.id as "benefitId", b.number, b.applicant_name as "headName", b.from_month as "fromMonth", a.amount_fen::float8 as "amountFen", b.category, b.residence,
            b.division_code as "divisionCode", a.member_count as people, b.first_confirmed_on::text as "firstConfirmedOn", h.account_number_sealed as "accountSealed",
            array(select o.document_lookup from benefit_member o where o.benefit_id = b.id and o.to_month is null) as lookups
     from benefit_member m join benefit b on b.id = m.benefit_id join household h on h.id = b.household_id join ${amountIn('greatest($2::text, b.from_month)')} a on true
     where m.to_month is null and m.document_lookup = any($1)`,
    [lookups, asOfMonth],
  )
  return new Map(rows.map(({ lookup, accountSealed, ...paid }) => [lookup, { ...paid, accountLookup: accountSealed && accountLookup(ciphers, ciphers.decrypt(accountSealed)) }]))
}
