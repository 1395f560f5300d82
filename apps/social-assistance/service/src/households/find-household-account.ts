import { monthOf, type Actor } from '@xishan/domain'
import { BusinessClock, DivisionNames, Reads, type Ask } from '@xishan/service-kit'
import type { AccountLine, HouseholdAccount } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { monthsOf } from '../benefit-changes/months'
import { accountMonth, accountTotals, type StoredMonth } from './account-months'

type StoredLine = Omit<AccountLine, 'batch'> & { batchId: string }
type Batch = NonNullable<AccountLine['batch']>

/** Every month of every benefit of the household, as far as it has begun; months in which something else is due or was paid besides. */
const MONTHS = `
  select b.id as "benefitId", m.month,
    case when m.month < $2::text then 'PAPER' when m.month < $3::text then 'CLOSED' else 'OPEN' end as period,
    case when m.month between b.from_month and coalesce(b.to_month, '9999-12') then coalesce(s.amount_fen, 0) else 0 end::float8 as "dueFen",
    case when m.month < $2::text and m.month between b.from_month and coalesce(b.to_month, '9999-12') then coalesce(p.amount_fen, 0) else 0 end::float8 as "onPaperFen",
    coalesce((select sum(case e.kind when 'DUE' then e.amount_fen else -e.amount_fen end)
              from recovery r join recovery_entry e on e.recovery_id = r.id and e.kind in ('DUE', 'REVERSED') where r.benefit_id = b.id and e.month = m.month), 0)::float8 as "overpaidFen",
    coalesce(s.reason, '') as because,
    (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'amountFen', l.amount_fen, 'offsetFen', l.offset_fen, 'cause', l.cause, 'state', l.state, 'stateBecause', l.state_because, 'batchId', l.batch_id,
       'attempts', (select coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'state', a.state, 'sentOn', f.sent_on, 'accountLastFour', a.account_last_four, 'resultText', a.result_text, 'paidOn', a.paid_on,
                     'bankReference', a.bank_reference) order by a.number), '[]') from disbursement_attempt a left join payment_file f on f.id = a.payment_file_id where a.line_id = l.id)) order by l.kind desc, l.id), '[]')
     from disbursement_line l where l.benefit_id = b.id and l.month = m.month) as lines,
    (select coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'kind', y.kind, 'amountFen', y.amount_fen, 'cause', y.cause) order by y.id), '[]')
     from payable y where y.benefit_id = b.id and y.month = m.month and y.cancelled_on is null
       and not exists (select from disbursement_line l where l.payable_id = y.id and l.state <> 'CANCELLED')) as payables
  from benefit b
  cross join lateral (
    select to_char(day, 'YYYY-MM') as month from generate_series((b.from_month || '-01')::date, (least(b.to_month, greatest($3::text, $4::text)) || '-01')::date, interval '1 month') day
    union select l.month from disbursement_line l where l.benefit_id = b.id
    union select y.month from payable y where y.benefit_id = b.id and y.cancelled_on is null) m
  left join lateral (
    select a.amount_fen, a.reason from benefit_amount a left join reassessment r on r.id = a.reassessment_id
    where a.benefit_id = b.id and least(a.from_month, r.from_month) <= m.month order by a.sequence desc, a.from_month desc limit 1) s on true
  left join lateral (
    select a.amount_fen from benefit_amount a where a.benefit_id = b.id and a.from_month <= m.month order by a.sequence desc, a.from_month desc limit 1) p on true
  where b.household_id = $1 order by m.month desc, b.from_month desc, b.id`

/** 家庭账户: what was due to a household each month, what was paid of it and how, and what is still to come. */
@Injectable()
export class FindHouseholdAccount {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  /** @throws DomainProblem `not-found`, also for a household outside the reader's area */
  async account(actor: Actor, householdId: string): Promise<HouseholdAccount> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const today = await this.clock.today()
    const household = await this.reads.one<{ number: string; applicantName: string; divisionCode: string }>(
      actor,
      `select number, applicant_name as "applicantName", division_code as "divisionCode" from household where id = $1`,
      [householdId],
    )
    const { begun, open } = await monthsOf(ask, today)
    const [names, benefits, stored, recoveries] = await Promise.all([
      this.divisions.on(today),
      ask<HouseholdAccount['benefits'][number]>(`select id, number, state, from_month as "fromMonth", to_month as "toMonth" from benefit where household_id = $1 order by from_month desc, id`, [householdId]),
      ask<Omit<StoredMonth, 'lines'> & { lines: StoredLine[] }>(MONTHS, [householdId, begun, open, monthOf(today)]),
      ask<HouseholdAccount['recoveries'][number]>(
        `select id, number, due_fen::float8 as "dueFen", settled_fen::float8 as "settledFen" from recovery where household_id = $1 order by number desc`,
        [householdId],
      ),
    ])
    const batches = await this.batches(ask, stored.flatMap(({ lines }) => lines.map(({ batchId }) => batchId)))
    const months: StoredMonth[] = stored.map((month) => ({ ...month, lines: month.lines.map(({ batchId, ...line }) => ({ ...line, batch: batches.get(batchId) ?? null })) }))
    const { number, applicantName, divisionCode } = household
    return { householdId, number, applicantName, communityName: names.community(divisionCode), benefits, months: months.map(accountMonth), totals: accountTotals(months), recoveries }
  }

  private async batches(ask: Ask, ids: string[]): Promise<ReadonlyMap<string, Batch>> {
    const found = await ask<Batch>(`select id, number, title, state from batch_outlines($1::uuid[])`, [[...new Set(ids)]])
    return new Map(found.map((batch) => [batch.id, batch]))
  }
}
