import { monthOf, type PageQuery } from '@xishan/domain'
import { cursorParts, type PlaceNames, Conditions, type Statement, foundBy, type Source } from '@xishan/service-kit'
import type { BenefitQuery, BenefitRow } from '@xishan/social-assistance-contract'
import type { z } from 'zod'
import { amountIn } from '../disbursements/settled-months'

export type BenefitFilters = Omit<BenefitQuery, keyof z.infer<typeof PageQuery>>
export type ListedBenefit = Omit<BenefitRow, 'streetName' | 'communityName'>

/** Amount and members as they were in the month asked for; of a benefit that is to begin, those it begins with. */
const listed = (from: string, month: string): string => `
  b.id, b.number, b.household_id as "householdId", b.applicant_name as "applicantName", b.document_masked as "documentMasked", b.division_code as "divisionCode",
  b.residence, coalesce(h.member_count, b.member_count) as members, b.category, b.state, b.from_month as "fromMonth", b.to_month as "toMonth",
  coalesce(h.amount_fen, b.amount_fen)::float8 as "amountFen", b.recheck_on::text as "recheckOn"
  from ${from} left join ${amountIn(`greatest(${month}::text, b.from_month)`)} h on true`

function conditionsOf(filters: BenefitFilters, today: string): { conditions: Conditions; month: string } & Source {
  const conditions = new Conditions()
  const asked = filters.month ?? monthOf(today)
  const month = conditions.place(asked)
  conditions.within('b.division_code', filters.division)
  const source = foundBy(conditions, { table: 'benefit', alias: 'b', nameColumn: 'applicant_name' }, filters.q)
  conditions
    .andIf(filters.residence, (residence) => conditions.and('b.residence = ?', residence))
    .andIf(filters.category, (category) => conditions.and('b.category = ?', category))
    .andIf(filters.state, (state) => conditions.and('b.state = ?', state))
    .andIf(filters.recheckDue, (due) => conditions.and(due ? 'b.recheck_on <= ?' : '(b.recheck_on is null or b.recheck_on > ?)', today))
  if (filters.month) conditions.and('b.from_month <= ?', asked)
  if (filters.month || filters.state !== 'STOPPED') conditions.and('b.to_month is null or b.to_month >= ?', asked)
  return { conditions, month, ...source }
}

/** All rows of the list in its order: what an export reads. */
export function benefitList(filters: BenefitFilters, today: string): Statement {
  const { conditions, month, from, number } = conditionsOf(filters, today)
  return { sql: `select ${listed(from, month)} where ${conditions} order by ${number} desc`, parameters: conditions.parameters }
}

export function countBenefits(filters: BenefitFilters, today: string): Statement {
  const { conditions, month, from } = conditionsOf(filters, today)
  return { sql: `select count(*)::int as count from ${from} where ${conditions} and ${month}::text is not null`, parameters: conditions.parameters }
}

/** One page; takes its limit as the last parameter. */
export function benefitPage(query: BenefitQuery, today: string): Statement {
  const { conditions, month, from, number } = conditionsOf(query, today)
  const [after] = cursorParts(query.after, 1) ?? []
  conditions.andIf(after, (last) => conditions.and(`${number} < ?`, last))
  const limit = `$${conditions.parameters.length + 1}::int`
  return { sql: `select b.number as cursor, ${listed(from, month)} where ${conditions} order by ${number} desc limit ${limit}`, parameters: conditions.parameters }
}

/** Sums of one month over the whole filter. */
export function benefitSums(filters: BenefitFilters, today: string): Statement {
  const { conditions, month, from } = conditionsOf(filters, today)
  return {
    sql: `select count(*) filter (where "fromMonth" <= ${month})::int as households, coalesce(sum(members) filter (where "fromMonth" <= ${month}), 0)::int as people,
                 coalesce(sum("amountFen") filter (where "fromMonth" <= ${month}), 0)::float8 as "amountFen", ${month}::text as month,
                 count(*) filter (where "fromMonth" > ${month})::int as "startingLater"
          from (select ${listed(from, month)} where ${conditions}) listed`,
    parameters: conditions.parameters,
  }
}

export const benefitRow = (row: ListedBenefit, names: PlaceNames): BenefitRow => ({
  ...row,
  streetName: names.street(row.divisionCode),
  communityName: names.community(row.divisionCode),
})

