import { monthOf, type PageQuery } from '@xishan/domain'
import { cursorParts, type PlaceNames, Conditions, type Statement, foundBy, type Source } from '@xishan/service-kit'
import type { HouseholdQuery, HouseholdRow } from '@xishan/social-assistance-contract'
import type { z } from 'zod'
import { amountIn } from '../disbursements/settled-months'

export type HouseholdFilters = Omit<HouseholdQuery, keyof z.infer<typeof PageQuery>>
export type ListedHousehold = Omit<HouseholdRow, 'streetName' | 'communityName'>

/** With what the household is paid in the month. Several of its members may each be in pay alone. */
const listed = (from: string, month: string): string => `
  h.id, h.number, h.applicant_name as "applicantName", h.document_masked as "documentMasked", h.division_code as "divisionCode", h.residence,
  h.member_count as members, p.amount as "amountFen", p.from_month as "fromMonth"
  from ${from} left join lateral (
    select sum(m.amount_fen)::float8 as amount, min(b.from_month) as from_month from benefit b join ${amountIn(`${month}::text`)} m on true
    where b.household_id = h.id and b.from_month <= ${month} and (b.to_month is null or b.to_month >= ${month})) p on true`

function conditionsOf(filters: HouseholdFilters, today: string): { conditions: Conditions; month: string } & Source {
  const conditions = new Conditions()
  const month = conditions.place(monthOf(today))
  conditions.within('h.division_code', filters.division)
  const source = foundBy(conditions, { table: 'household', alias: 'h', nameColumn: 'applicant_name' }, filters.q)
  const paid = `exists (select from benefit b where b.household_id = h.id and b.from_month <= ${month} and (b.to_month is null or b.to_month >= ${month}))`
  conditions
    .andIf(filters.residence, (residence) => conditions.and('h.residence = ?', residence))
    .andIf(filters.inPay, (inPay) => conditions.and(inPay ? paid : `not ${paid}`))
  return { conditions, month, ...source }
}

/** All rows of the list in its order: what an export reads. */
export function householdList(filters: HouseholdFilters, today: string): Statement {
  const { conditions, month, from, number } = conditionsOf(filters, today)
  return { sql: `select ${listed(from, month)} where ${conditions} order by ${number} desc`, parameters: conditions.parameters }
}

export function countHouseholds(filters: HouseholdFilters, today: string): Statement {
  const { conditions, month, from } = conditionsOf(filters, today)
  return { sql: `select count(*)::int as count from ${from} where ${conditions} and ${month}::text is not null`, parameters: conditions.parameters }
}

/** One page; takes its limit as the last parameter. */
export function householdPage(query: HouseholdQuery, today: string): Statement {
  const { conditions, month, from, number } = conditionsOf(query, today)
  const [after] = cursorParts(query.after, 1) ?? []
  conditions.andIf(after, (last) => conditions.and(`${number} < ?`, last))
  const limit = `$${conditions.parameters.length + 1}::int`
  return { sql: `select h.number as cursor, ${listed(from, month)} where ${conditions} order by ${number} desc limit ${limit}`, parameters: conditions.parameters }
}

export const householdRow = (row: ListedHousehold, names: PlaceNames): HouseholdRow => ({
  ...row,
  streetName: names.street(row.divisionCode),
  communityName: names.community(row.divisionCode),
})
