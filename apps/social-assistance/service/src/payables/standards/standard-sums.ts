import type { PlaceNames } from '@xishan/service-kit'
import type { StandardSums, StreetSums } from '@xishan/social-assistance-contract'

export const NOTHING: StandardSums = { households: 0, people: 0, changed: 0, beforeFen: 0, afterFen: 0, inArrears: 0, arrearsFen: 0 }

export const plus = (a: StandardSums, b: StandardSums): StandardSums => ({
  households: a.households + b.households,
  people: a.people + b.people,
  changed: a.changed + b.changed,
  beforeFen: a.beforeFen + b.beforeFen,
  afterFen: a.afterFen + b.afterFen,
  inArrears: a.inArrears + b.inArrears,
  arrearsFen: a.arrearsFen + b.arrearsFen,
})

export const total = (sums: readonly StandardSums[]): StandardSums => sums.reduce(plus, NOTHING)

export const streetSums = (sums: ReadonlyMap<string, StandardSums>, names: PlaceNames): StreetSums[] =>
  [...sums].map(([code, sum]) => ({ code, name: names.street(code), ...sum })).sort((a, b) => (a.code < b.code ? -1 : 1))

/**
 * What has been written of a change `$1`, by street. The month that tells the difference is `$2`, the first open one when it was applied;
 * households that were no longer in pay then only have arrears.
 */
export const APPLIED_SUMS = `
  with present as (
    select distinct on (r.benefit_id) r.benefit_id, r.division_code, r.before_fen, r.after_fen, r.member_count, b.to_month is null or b.to_month >= $2::text as paid
    from reassessment r join benefit b on b.id = r.benefit_id
    where r.cause_kind = 'STANDARD_CHANGE' and r.cause_id = $1
    order by r.benefit_id, r.from_month > $2::text, case when r.from_month > $2::text then r.from_month end, r.from_month desc),
  owed as (select benefit_id, sum(amount_fen) as fen from payable where cause_kind = 'STANDARD_CHANGE' and cause_id = $1 group by benefit_id)
  select left(p.division_code, 9) as code, count(*) filter (where paid)::int as households, coalesce(sum(p.member_count) filter (where paid), 0)::int as people,
         count(*) filter (where paid and p.before_fen <> p.after_fen)::int as changed, coalesce(sum(p.before_fen) filter (where paid), 0)::float8 as "beforeFen",
         coalesce(sum(p.after_fen) filter (where paid), 0)::float8 as "afterFen", count(o.fen)::int as "inArrears", coalesce(sum(o.fen), 0)::float8 as "arrearsFen"
  from present p left join owed o on o.benefit_id = p.benefit_id group by left(p.division_code, 9) order by 1`
