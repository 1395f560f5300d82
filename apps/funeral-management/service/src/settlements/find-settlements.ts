import { addToMonth, availableActions, mayCall, monthOf, type Actor, type Page, type RouteInput } from '@xishan/domain'
import { contract as line, settlementLifecycle, type SettlementDetail, type SettlementLineRow, type SettlementQuery, type SettlementRow, type Unsettled, type routes } from '@xishan/funeral-management-contract'
import { BusinessClock, Conditions, Reads, cursorParts } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { LINES, OF_SETTLEMENT } from './settlement-lines'

const LISTED = `s.id, s.version, s.number, s.state, s.facility_name as "facilityName", s.month, s.line_count as lines, s.total_fen::float8 as "totalFen", s.paid_on::text as "paidOn", s.voucher`
const SUM = `count(*)::int as lines, coalesce(sum(l.free_quantity), 0)::int as quantity, coalesce(sum(l.free_fen), 0)::float8 as fen`

type Stored = Omit<SettlementDetail, 'items' | 'classes' | 'reversed' | 'steps' | 'actions'>
type Step = Omit<SettlementDetail['steps'][number], 'actionLabel'> & { actorId: string }

@Injectable()
export class FindSettlements {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  page(actor: Actor, query: SettlementQuery): Promise<Page<SettlementRow>> {
    const conditions = new Conditions()
    conditions
      .andIf(query.facilityId, (id) => conditions.and('s.facility_id = ?', id))
      .andIf(query.month, (month) => conditions.and('s.month = ?', month))
      .andIf(query.state, (state) => conditions.and('s.state = ?', state))
    const [last] = cursorParts(query.after, 1) ?? []
    conditions.andIf(last, (after) => conditions.and('s.number < ?', after))
    return this.reads.page<SettlementRow>(actor, query, `select ${LISTED}, s.number as cursor from settlement s where ${conditions} order by s.number desc limit $${conditions.parameters.length + 1}`, conditions.parameters)
  }

  async detail(actor: Actor, id: string): Promise<SettlementDetail> {
    const of = <T>(what: string, rest = '') => this.reads.query<T>(actor, `select ${what} ${SUM} ${OF_SETTLEMENT} where s.settlement_id = $1 ${rest}`, [id])
    const [stored, items, classes, reversed, steps] = await Promise.all([
      this.reads.one<Stored>(actor, `select ${LISTED}, s.facility_id as "facilityId", s.drawn_by as "drawnBy" from settlement s where s.id = $1`, [id]),
      of<SettlementDetail['items'][number]>('l.free_item as "freeItem",', 'group by l.free_item order by l.free_item'),
      of<SettlementDetail['classes'][number]>('b.free_class as "freeClass",', 'group by b.free_class order by b.free_class'),
      of<SettlementDetail['reversed']>('', 'and b.reverses is not null'),
      this.reads.query<Step>(actor, STEPS, [id]),
    ])
    const may = (action: string) => mayCall(line.permissions, `settlement.${action}`, actor.roles)
    return {
      ...stored,
      items,
      classes,
      reversed: reversed[0] ?? { lines: 0, quantity: 0, fen: 0 },
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: labelOfStep(step.action) })),
      actions: availableActions(settlementLifecycle, { state: stored.state, steps }, actor).filter(may),
    }
  }

  async lines(actor: Actor, id: string, query: RouteInput<typeof routes.findSettlementLines>['query']): Promise<Page<SettlementLineRow>> {
    await this.reads.one(actor, 'select 1 from settlement where id = $1', [id])
    const [after = '0'] = cursorParts(query.after, 1) ?? []
    return this.reads.page<SettlementLineRow>(actor, query, `${LINES}, s.position::text as cursor ${OF_SETTLEMENT} where s.settlement_id = $1 and s.position > $2::int order by s.position limit $3`, [id, after])
  }

  async unsettled(actor: Actor): Promise<Unsettled> {
    const month = addToMonth(monthOf(await this.clock.today()), -1)
    const facilities = await this.reads.query<Unsettled['facilities'][number]>(
      actor,
      `select b.facility_id as id, max(b.facility_name) as name, count(*)::int as lines, sum(l.free_fen)::float8 as fen, min(to_char(b.issued_on, 'YYYY-MM')) as "firstMonth"
       from bill b join bill_line l on l.bill_id = b.id
       where b.bill_number is not null and to_char(b.issued_on, 'YYYY-MM') <= $1 and l.free_fen <> 0 and not exists (select from settlement_line s where s.bill_line_id = l.id)
       group by b.facility_id order by name`,
      [month],
    )
    return { month, facilities }
  }
}

const labelOfStep = (action: string): string => Object.entries(settlementLifecycle.actions).find(([name]) => name === action)?.[1].label ?? action

const STEPS = `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at,
    business_date::text as "businessDate", opinion from case_step where case_id = $1 order by seq`
