import { addDays, type Actor, type Page } from '@xishan/domain'
import { BusinessClock, Conditions, DivisionNames, ParameterBooks, Reads, cursorParts, dateOfCursor } from '@xishan/service-kit'
import { OPEN_CHANGE_STATES, PARAMETER, type BenefitChangeQuery, type BenefitChangeRow, type RecheckQuery, type RecheckRow } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { amountIn } from '../disbursements/settled-months'
import { ofNoRelative } from '../households/near-relatives'
import { changeLight, changePage, changeRow, type ListedChange } from './change-list'

type DueHousehold = Omit<RecheckRow, 'streetName' | 'communityName' | 'light'>

/** Changes of households in pay, and those that are due to be looked at again. */
@Injectable()
export class FindChanges {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  async page(actor: Actor, query: BenefitChangeQuery): Promise<Page<BenefitChangeRow>> {
    const today = await this.clock.today()
    const { sql, parameters } = changePage(actor, query)
    const page = await this.reads.page<ListedChange>(actor, query, sql, parameters)
    const names = await this.divisions.on(today)
    return { ...page, rows: page.rows.map((row) => changeRow(row, names, today)) }
  }

  /** Soonest due first. A household whose near relative asks is not shown to them. */
  async rechecks(actor: Actor, query: RecheckQuery): Promise<Page<RecheckRow>> {
    const today = await this.clock.today()
    const book = await this.books.on(today, (sql, parameters) => this.reads.query(actor, sql, parameters))
    const warn = book.number(PARAMETER.change.recheckWarn)
    const conditions = new Conditions().and('b.to_month is null').and('b.recheck_on <= ?', query.until ?? addDays(today, warn)).within('b.division_code', query.division)
    ofNoRelative(conditions, 'b.household_id', actor)
    conditions.andIf(query.stage, (stage) => conditions.and(stage === 'PROPOSED' ? `o.state = 'PROPOSED' and o.outcome = 'UNCHANGED'` : 'o.id is null'))
    const [on, number] = cursorParts(query.after, 2) ?? []
    if (on !== undefined) conditions.and('(b.recheck_on, b.number) > (?::date, ?)', dateOfCursor(on), number)
    const month = conditions.place(today.slice(0, 7))
    const open = conditions.place(OPEN_CHANGE_STATES)
    const page = await this.reads.page<DueHousehold>(
      actor,
      query,
      `select concat(b.recheck_on, '|', b.number) as cursor, b.id as "benefitId", b.version, b.number, b.applicant_name as "applicantName", b.division_code as "divisionCode", h.member_count as members,
              b.category, h.amount_fen::float8 as "amountFen", b.recheck_on::text as "recheckOn",
              case when o.id is null then null else jsonb_build_object('id', o.id, 'version', o.version, 'state', o.state, 'proposedBy',
                (select s.actor_name from case_step s where s.case_id = o.id and s.action = 'propose' order by s.seq desc limit 1)) end as change
       from benefit b join ${amountIn(`greatest(${month}::text, b.from_month)`)} h on true
       left join benefit_change o on o.benefit_id = b.id and o.kind = 'RECOMPUTE' and o.state = any(${open}::text[])
       where ${conditions} order by b.recheck_on, b.number limit $${conditions.parameters.length + 1}::int`,
      conditions.parameters,
    )
    const names = await this.divisions.on(today)
    return {
      ...page,
      rows: page.rows.map((row) => ({
        ...row, streetName: names.street(row.divisionCode), communityName: names.community(row.divisionCode),
        light: changeLight({ warnOn: addDays(row.recheckOn, -warn), dueOn: row.recheckOn }, today) ?? 'green',
      })),
    }
  }
}
