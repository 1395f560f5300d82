import { availableActions, type Actor, type Lifecycle, type Page, type RouteInput, type StepTaken } from '@xishan/domain'
import { BusinessClock, Conditions, DivisionNames, Reads, cursorParts } from '@xishan/service-kit'
import { adjustmentLifecycle, oneOffLifecycle, type AdjustmentRow, type OneOffRow, type PayableQuery, type PayableRow, type PayableTotals, type routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { payablePage, payableSums, type ListedPayable } from './payable-list'

interface StreetSum {
  code: string
  count: number
  openFen: number
  inBatchFen: number
  paidFen: number
}
type WithSteps<R extends { actions: string[] }, More extends string> = Omit<R, 'actions' | More> & { steps: StepTaken[]; divisionCode: string }

const STEPS = (table: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object('action', s.action, 'actorId', s.actor_id) order by s.seq), '[]') from case_step s where s.case_id = ${table}.id) as steps`

/** What is due besides the regular month, and the payments and adjustments that make it due. */
@Injectable()
export class FindPayables {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: PayableQuery): Promise<Page<PayableRow>> {
    const { sql, parameters } = payablePage(query)
    const page = await this.reads.page<ListedPayable>(actor, query, sql, parameters)
    const names = await this.names()
    return { ...page, rows: page.rows.map(({ divisionCode, ...row }) => ({ ...row, streetName: names.street(divisionCode), communityName: names.community(divisionCode) })) }
  }

  async totals(actor: Actor, query: PayableQuery): Promise<PayableTotals> {
    const { sql, parameters } = payableSums(query)
    const sums = await this.reads.query<StreetSum>(actor, sql, parameters)
    const names = await this.names()
    const total = (of: (sum: StreetSum) => number) => sums.reduce((whole, sum) => whole + of(sum), 0)
    return {
      openFen: total(({ openFen }) => openFen),
      inBatchFen: total(({ inBatchFen }) => inBatchFen),
      paidFen: total(({ paidFen }) => paidFen),
      count: total(({ count }) => count),
      streets: sums.map(({ code, openFen, inBatchFen, paidFen }) => ({ code, name: names.street(code), openFen: openFen + inBatchFen, paidFen })),
    }
  }

  async oneOffGrants(actor: Actor, query: RouteInput<typeof routes.findOneOffGrants>['query']): Promise<Page<OneOffRow>> {
    const conditions = new Conditions().andIf(query.state, (state) => conditions.and('g.state = ?', state))
    const [number] = cursorParts(query.after, 1) ?? []
    conditions.andIf(number, (last) => conditions.and('g.number < ?', last))
    const page = await this.reads.page<WithSteps<OneOffRow, 'divisionName'>>(
      actor,
      query,
      `select g.id, g.version, g.number, g.kind, g.title, g.document, g.month, g.per, g.amount_fen::float8 as "amountFen", g.residence, g.category, g.division, g.division_code as "divisionCode", g.state,
              g.proposed_by as "proposedBy", g.proposed_on::text as "proposedOn", g.decided_by as "decidedBy", g.decided_on::text as "decidedOn", g.opinion, g.households, g.total_fen::float8 as "totalFen",
              (select coalesce(sum(p.amount_fen), 0) from payable p join disbursement_line l on l.payable_id = p.id and l.state in ('PAID', 'REISSUED') where p.cause_kind = 'ONE_OFF_GRANT' and p.cause_id = g.id)::float8 as "paidFen",
              ${STEPS('g')}, g.number as cursor
       from one_off_grant g where ${conditions} order by g.number desc limit $${conditions.parameters.length + 1}`,
      conditions.parameters,
    )
    const names = await this.names()
    return { ...page, rows: page.rows.map(({ divisionCode, ...row }) => ({ ...offered(row, oneOffLifecycle, actor), divisionName: names.whole(row.division ?? divisionCode) })) }
  }

  async adjustments(actor: Actor, query: RouteInput<typeof routes.findAdjustments>['query']): Promise<Page<AdjustmentRow>> {
    const conditions = new Conditions().within('a.division_code', query.division).andIf(query.state, (state) => conditions.and('a.state = ?', state))
    const [number] = cursorParts(query.after, 1) ?? []
    conditions.andIf(number, (last) => conditions.and('a.number < ?', last))
    const page = await this.reads.page<WithSteps<AdjustmentRow, 'streetName' | 'communityName'>>(
      actor,
      query,
      `select a.id, a.version, a.number, a.benefit_id as "benefitId", a.applicant_name as "applicantName", a.division_code as "divisionCode", a.month, a.amount_fen::float8 as "amountFen", a.cause, a.document,
              a.state, a.proposed_by as "proposedBy", a.proposed_on::text as "proposedOn", a.decided_by as "decidedBy", a.opinion, ${STEPS('a')}, a.number as cursor
       from adjustment a where ${conditions} order by a.number desc limit $${conditions.parameters.length + 1}`,
      conditions.parameters,
    )
    const names = await this.names()
    return { ...page, rows: page.rows.map(({ divisionCode, ...row }) => ({ ...offered(row, adjustmentLifecycle, actor), streetName: names.street(divisionCode), communityName: names.community(divisionCode) })) }
  }

  private async names() {
    return this.divisions.on(await this.clock.today())
  }
}

/** A row with the actions that its reader may take on it. */
function offered<R extends { steps: StepTaken[]; state: string }>({ steps, ...row }: R, lifecycle: Lifecycle, actor: Actor): Omit<R, 'steps'> & { actions: string[] } {
  return { ...row, actions: availableActions(lifecycle, { state: row.state, steps }, actor) }
}
