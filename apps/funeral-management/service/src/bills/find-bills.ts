import { availableActions, mayCall, type Actor, type Page, type RouteInput } from '@xishan/domain'
import { billLifecycle, contract as line, type BillBasis, type BillDetail, type BillLineView, type BillQuery, type BillRow, type routes } from '@xishan/funeral-management-contract'
import { BusinessClock, Conditions, ParameterBooks, Reads, cursorParts, foundBy, type Ask } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { allowancesLeft, classesOf, deceasedOf, pricesOf } from './bill-basis'

const LISTED = `b.id, b.version, b.number, b.bill_number as "billNumber", b.state, b.deceased_name as "deceasedName", b.facility_name as "facilityName", b.free_class as "freeClass",
  b.gross_fen::float8 as "grossFen", b.free_fen::float8 as "freeFen", b.due_fen::float8 as "dueFen", b.issued_on::text as "issuedOn"`

type Stored = Omit<BillDetail, 'lines' | 'steps' | 'actions' | 'mayChange'>
type Step = Omit<BillDetail['steps'][number], 'actionLabel'> & { actorId: string }

@Injectable()
export class FindBills {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  page(actor: Actor, query: BillQuery): Promise<Page<BillRow>> {
    const conditions = new Conditions()
    const isIssued = /^XS-FMSI-/i.test(query.q ?? '')
    const { from, number } = foundBy(conditions, { table: 'bill', alias: 'b', nameColumn: 'deceased_name' }, isIssued ? undefined : query.q)
    if (isIssued) conditions.and('b.bill_number = upper(?)', query.q)
    conditions
      .andIf(query.facilityId, (id) => conditions.and('b.facility_id = ?', id))
      .andIf(query.state, (state) => conditions.and('b.state = ?', state))
      .andIf(query.from, (day) => conditions.and('b.issued_on >= ?', day))
      .andIf(query.to, (day) => conditions.and('b.issued_on <= ?', day))
    const [last] = cursorParts(query.after, 1) ?? []
    conditions.andIf(last, (after) => conditions.and(`${number} < ?`, after))
    return this.reads.page<BillRow>(actor, query, `select ${LISTED}, ${number} as cursor from ${from} where ${conditions} order by ${number} desc limit $${conditions.parameters.length + 1}`, conditions.parameters)
  }

  async basis(actor: Actor, { id: facilityId, deathId }: RouteInput<typeof routes.getBillBasis>['params']): Promise<BillBasis> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const [deceased, book] = await Promise.all([deceasedOf(ask, deathId), this.books.on(await this.clock.today(), ask)])
    const [allowances, prices] = await Promise.all([allowancesLeft(ask, book, deathId), pricesOf(ask, facilityId)])
    return { deathId, deceasedName: deceased.deceasedName, diedOn: deceased.diedOn, classes: classesOf(book, deceased), allowances, prices }
  }

  async detail(actor: Actor, id: string): Promise<BillDetail> {
    const [stored, lines, steps] = await Promise.all([this.reads.one<Stored>(actor, STORED, [id]), this.reads.query<BillLineView>(actor, LINES, [id]), this.reads.query<Step>(actor, STEPS, [id])])
    const may = (action: string) => mayCall(line.permissions, `bill.${action}`, actor.roles)
    return {
      ...stored,
      lines,
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: labelOfStep(step.action) })),
      actions: availableActions(billLifecycle, { state: stored.state, steps }, actor).filter(may),
      mayChange: stored.state === 'DRAFT' && may('record'),
    }
  }
}

const labelOfStep = (action: string): string => Object.entries(billLifecycle.actions).find(([name]) => name === action)?.[1].label ?? action

const STORED = `select ${LISTED}, b.death_id as "deathId", b.facility_id as "facilityId", d.died_on::text as "diedOn", b.payer_name as "payerName", b.payer_relation as "payerRelation", b.evidence, b.recorded_by as "recordedBy",
    (select jsonb_build_object('id', o.id, 'billNumber', o.bill_number) from bill o where o.id = b.reverses) as reverses,
    (select jsonb_build_object('id', o.id, 'billNumber', o.bill_number) from bill o where o.reverses = b.id) as "reversedBy"
  from bill b join death d on d.id = b.death_id where b.id = $1`

const LINES = `select id, code, name, unit, service_class as "serviceClass", service_on::text as "serviceOn", quantity, unit_fen::float8 as "unitFen", gross_fen::float8 as "grossFen", free_quantity as "freeQuantity",
    free_fen::float8 as "freeFen", free_cause as "freeCause" from bill_line where bill_id = $1 order by position`

const STEPS = `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at,
    business_date::text as "businessDate", opinion from case_step where case_id = $1 order by seq`
