import { addToMonth, monthOf, type Actor, type RouteInput } from '@xishan/domain'
import { BusinessClock, DivisionNames, Reads } from '@xishan/service-kit'
import { SETTLED_STATES, type MoneyStatistics, type routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'

/** Signed batches of a span of months, named `b`. */
const SIGNED = `b.state = any($1::text[]) and b.month between $2 and $3`
const PAID = `l.state not in ('HELD', 'CANCELLED')`

/** What the director has signed, by month, by street and by fund (资金统计). */
@Injectable()
export class FindMoney {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  /** A year to the present month unless asked otherwise. */
  async statistics(actor: Actor, query: RouteInput<typeof routes.getMoney>['query']): Promise<MoneyStatistics> {
    const today = await this.clock.today()
    const to = query.to ?? (query.from && query.from > monthOf(today) ? query.from : monthOf(today))
    const from = query.from ?? addToMonth(to, -11)
    const ask = <T>(sql: string) => this.reads.query<T>(actor, sql, [SETTLED_STATES, from, to])
    const [months, streets, funds, names] = await Promise.all([
      ask<MoneyStatistics['months'][number]>(
        `select b.month, coalesce(sum(l.pay_fen) filter (where ${PAID} and l.kind = 'REGULAR'), 0)::float8 as "regularFen", coalesce(sum(l.pay_fen) filter (where ${PAID} and l.kind <> 'REGULAR'), 0)::float8 as "otherFen",
                coalesce(sum(l.offset_fen) filter (where ${PAID}), 0)::float8 as "offsetFen", coalesce(sum(l.pay_fen) filter (where l.state = 'HELD'), 0)::float8 as "heldFen",
                count(distinct l.household_id) filter (where ${PAID})::int as households
         from disbursement_batch b join disbursement_line l on l.batch_id = b.id where ${SIGNED} group by b.month order by b.month`,
      ),
      ask<Omit<MoneyStatistics['streets'][number], 'name'>>(
        `select left(l.division_code, 9) as "divisionCode", count(distinct l.household_id)::int as households, sum(l.pay_fen)::float8 as "payFen"
         from disbursement_batch b join disbursement_line l on l.batch_id = b.id where ${SIGNED} and ${PAID} group by 1 order by 3 desc`,
      ),
      ask<MoneyStatistics['funds'][number]>(
        `select f.source, count(distinct f.document)::int as documents, sum(f.amount_fen)::float8 as "amountFen"
         from disbursement_batch b join disbursement_fund f on f.batch_id = b.id where ${SIGNED} group by f.source order by array_position(array['CENTRAL', 'PROVINCE', 'CITY', 'DISTRICT'], f.source)`,
      ),
      this.divisions.on(today),
    ])
    return { from, to, months, streets: streets.map((row) => ({ ...row, name: names.street(row.divisionCode) })), funds }
  }
}
