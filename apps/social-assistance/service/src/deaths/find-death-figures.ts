import type { Actor } from '@xishan/domain'
import { BusinessClock, ParameterBooks, Reads, type Ask } from '@xishan/service-kit'
import type { DeathFigures } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { feedsOn } from './death-feeds'

/** Lines that would have been paid after a death and were not: still held, or given up with the benefit. What was paid later after all is a line of its own. */
const SAVED = `select coalesce(sum(l.pay_fen), 0)::float8 from disbursement_line l
   where l.state in ('HELD', 'CANCELLED') and l.state_on >= $1::date and l.state_on < $1::date + interval '1 month'
     and exists (select from death_effect x join known_death d on d.id = x.death_id and d.state = 'KNOWN' left join benefit_hold h on h.id = x.refs[cardinality(x.refs)]
                 where x.benefit_id = l.benefit_id and x.kind = 'HOLD' and x.reversed_on is null and l.month > to_char(d.died_on, 'YYYY-MM')
                   and (l.state = 'HELD' and h.lifted_on is null or l.state = 'CANCELLED' and exists (select from benefit b where b.id = l.benefit_id and b.to_month < l.month) and l.state_because = '待遇已停发'))`

/** A month's deaths and what they did: how many, held, saved, to be claimed. */
@Injectable()
export class FindDeathFigures {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  async execute(actor: Actor, month: string): Promise<DeathFigures> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const today = await this.clock.today()
    const [sums, feeds] = await Promise.all([
      this.reads.one<Omit<DeathFigures, 'month' | 'feeds'>>(
        actor,
        `select (select count(*) from known_death d where d.state <> 'REVOKED' and d.known_on >= $1::date and d.known_on < $1::date + interval '1 month')::int as deaths,
                (select count(distinct x.death_id) from death_effect x join known_death d on d.id = x.death_id where x.reversed_on is null and d.known_on >= $1::date and d.known_on < $1::date + interval '1 month')::int as payees,
                (select count(*) from death_effect x where x.kind = 'HOLD' and x.reversed_on is null and x.on_date >= $1::date and x.on_date < $1::date + interval '1 month')::int as holds,
                (${SAVED}) as "savedFen",
                (select count(*) from recovery r where r.cause_kind = 'DEATH' and (r.due_fen > r.settled_fen or r.open_months <> '{}') and r.state not in ('WITHDRAWN', 'WRITTEN_OFF'))::int as "recoveriesOpen",
                (select coalesce(sum(r.due_fen - r.settled_fen), 0) from recovery r where r.cause_kind = 'DEATH' and r.state not in ('WITHDRAWN', 'WRITTEN_OFF'))::float8 as "owedFen",
                (select count(*) from death_task t where t.state in ('AT_STREET', 'AT_BUREAU'))::int as "openTasks"`,
        [`${month}-01`],
      ),
      feedsOn(ask, await this.books.on(today, ask), today),
    ])
    return { month, ...sums, feeds: feeds.map(({ source, coversTo, silent }) => ({ source, coversTo, silent })) }
  }
}
