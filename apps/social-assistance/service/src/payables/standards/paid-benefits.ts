/**
 * Who was in pay in a month or later, with the history each amount was worked out from, by id. `$1` the month, `$2` the first open
 * one, `$3` the id after which to go on.
 */
export const paidBenefits = (more = ''): string => `
  select b.id, b.household_id as "householdId", b.division_code as "divisionCode", b.residence, b.category, b.from_month as "fromMonth", b.to_month as "toMonth",
         case when b.to_month is not null and b.state <> 'STOPPED' then coalesce(
           (select max(to_char(c.decided_on + interval '1 month', 'YYYY-MM')) from benefit_change c where c.benefit_id = b.id and c.state = 'CONFIRMED' and c.last_month = b.to_month), b.from_month) end as "frozenFrom",
         (select jsonb_agg(jsonb_build_object(
            'sequence', a.sequence, 'fromMonth', a.from_month, 'countsFrom', least(a.from_month, r.from_month), 'amountFen', a.amount_fen, 'memberCount', a.member_count,
            'facts', case when r.facts is not null then jsonb_build_object('entry', 'HOUSEHOLD', 'singleMemberId', null, 'meansCheck', jsonb_build_object('state', 'PASSED', 'concludedOn', r.made_on)) || r.facts
                          when d.facts is not null then d.facts || jsonb_build_object('entry', d.assessment->>'entry', 'singleMemberId', p.single_member_id,
                               'meansCheck', jsonb_build_object('state', 'PASSED', 'concludedOn', d.decided_on)) end) order by a.sequence)
          from benefit_amount a left join reassessment r on r.id = a.reassessment_id left join decision d on d.id = a.decision_id left join application p on p.id = d.application_id
          where a.benefit_id = b.id) as history,
         (select coalesce(jsonb_agg(distinct m.month), '[]') from (
            select l.month from disbursement_line l where l.benefit_id = b.id and l.kind = 'REGULAR' and l.state = 'HELD' and l.month >= $1::text
            union select to_char(g, 'YYYY-MM') from benefit_hold h, generate_series(to_date(greatest(h.from_month, $1::text), 'YYYY-MM'), to_date($2::text, 'YYYY-MM') - 1, interval '1 month') g
              where h.benefit_id = b.id and h.lifted_on is null
                and not exists (select from disbursement_line l where l.benefit_id = b.id and l.month = to_char(g, 'YYYY-MM') and l.kind = 'REGULAR' and l.state not in ('CANCELLED', 'HELD'))) m) as "heldMonths"
  from benefit b
  where (b.to_month is null or b.to_month >= $1::text) and b.id > $3::uuid ${more}
  order by b.id`

/** @param month the first month of the change */
export const countPaid = `select count(*)::int as count from benefit b where (b.to_month is null or b.to_month >= $1::text)`

export const FIRST_ID = '00000000-0000-0000-0000-000000000000'

