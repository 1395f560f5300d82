import { addToMonth, monthOf, type BenefitMonth } from '@xishan/domain'
import type { Ask, Work } from '@xishan/service-kit'
import { SETTLED_STATES } from '@xishan/social-assistance-contract'

/** Which months are closed: everything before `open`; of those, everything before `begun` was paid on paper. */
export interface Months {
  begun: BenefitMonth
  open: BenefitMonth
}

export async function monthsOf(ask: Ask, today: string): Promise<Months> {
  const [row] = await ask<{ first: BenefitMonth | null; last: BenefitMonth | null }>('select first, last from settled_span($1::text[])', [SETTLED_STATES])
  const open = row?.last ? addToMonth(row.last, 1) : monthOf(today)
  return { begun: row?.first ?? open, open }
}

/** The same while no batch can be signed before this work ends: whoever signs one holds its row. */
export async function lockMonths(work: Work): Promise<Months> {
  await work.query(`select id from disbursement_batch where kind = 'REGULAR' and state <> all($1::text[]) order by id for share`, [SETTLED_STATES])
  return monthsOf((sql, parameters) => work.query(sql, parameters), work.businessDate)
}

/** A closed month of a benefit: what it should be by the decisions so far, and what is paid for it or on its way. */
export interface MonthStanding {
  month: BenefitMonth
  shouldFen: number
  coveredFen: number
  /** Kept back by a hold: what it comes to is settled when the hold is lifted. */
  held: boolean
}

/**
 * Every fen counts once: the regular line of the month (on paper the amount that stood then), whatever else is payable for the month, less
 * what is to be recovered of it. An amount that was decided later for closed months stands in its reassessment.
 */
export function standingOf(ask: Ask, benefitId: string, months: readonly BenefitMonth[], { begun }: Pick<Months, 'begun'>): Promise<MonthStanding[]> {
  return ask<MonthStanding>(
    `select m.month,
            case when m.month >= b.from_month and (b.to_month is null or m.month <= b.to_month) then coalesce(s.amount_fen, 0) else 0 end::float8 as "shouldFen",
            (case when m.month < $3::text then case when m.month >= b.from_month and (b.to_month is null or m.month <= b.to_month) then coalesce(p.amount_fen, 0) else 0 end
                  else coalesce((select sum(l.amount_fen) from disbursement_line l where l.benefit_id = b.id and l.month = m.month and l.kind = 'REGULAR' and l.state not in ('CANCELLED', 'HELD')), 0) end
             + coalesce((select sum(y.amount_fen) from payable y where y.benefit_id = b.id and y.month = m.month and y.kind in ('ARREARS', 'ADJUST') and y.cancelled_on is null), 0)
             - coalesce((select sum(case e.kind when 'DUE' then e.amount_fen else -e.amount_fen end)
                         from recovery r join recovery_entry e on e.recovery_id = r.id and e.kind in ('DUE', 'REVERSED') where r.benefit_id = b.id and e.month = m.month), 0))::float8 as "coveredFen",
            (exists (select from disbursement_line l where l.benefit_id = b.id and l.month = m.month and l.kind = 'REGULAR' and l.state = 'HELD')
             or m.month >= $3::text and exists (select from benefit_hold h where h.benefit_id = b.id and h.lifted_on is null and h.from_month <= m.month)
                and not exists (select from disbursement_line l where l.benefit_id = b.id and l.month = m.month and l.kind = 'REGULAR' and l.state not in ('CANCELLED', 'HELD'))) as held
     from benefit b cross join unnest($2::text[]) m(month)
     left join lateral (
       select a.amount_fen from benefit_amount a left join reassessment r on r.id = a.reassessment_id
       where a.benefit_id = b.id and least(a.from_month, r.from_month) <= m.month order by a.sequence desc, a.from_month desc limit 1) s on true
     left join lateral (
       select a.amount_fen from benefit_amount a where a.benefit_id = b.id and a.from_month <= m.month order by a.sequence desc, a.from_month desc limit 1) p on true
     where b.id = $1 order by m.month`,
    [benefitId, months, begun],
  )
}
