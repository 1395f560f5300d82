import { availableActions, labelOf, mayCall, type Actor, type Page } from '@xishan/domain'
import { DISPOSITION_PARAMETER, contract, dispositionChangeLifecycle, type DispositionChangeView, type DispositionDetail, type DispositionQuery, type DispositionRow } from '@xishan/funeral-management-contract'
import { BusinessClock, ParameterBooks, Reads } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { LISTED, dispositionPage, dispositionRow, type ListedDisposition } from './disposition-list'

type StoredChange = Omit<DispositionChangeView, 'stateLabel' | 'actions'> & { proposerId: string }
type Stored = ListedDisposition & Omit<DispositionDetail, keyof DispositionRow | 'changes' | 'mayEnd' | 'mayPropose'>

@Injectable()
export class FindDispositions {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  async page(actor: Actor, query: DispositionQuery): Promise<Page<DispositionRow>> {
    const { today, freeMonths } = await this.rules(actor)
    const { sql, parameters } = dispositionPage(query, today)
    const page = await this.reads.page<ListedDisposition>(actor, query, sql, parameters)
    return { ...page, rows: page.rows.map((row) => dispositionRow(row, today, freeMonths)) }
  }

  async detail(actor: Actor, id: string): Promise<DispositionDetail> {
    const [stored, changes, { today, freeMonths }] = await Promise.all([this.reads.one<Stored>(actor, STORED, [id]), this.reads.query<StoredChange>(actor, CHANGES, [id]), this.rules(actor)])
    const may = (permission: string) => mayCall(contract.permissions, permission, actor.roles)
    return {
      ...stored,
      ...dispositionRow(stored, today, freeMonths),
      changes: changes.map((change) => changeView(change, actor)),
      mayEnd: stored.kind === 'TEMPORARY' && stored.state === 'STANDING' && may('recordDisposition'),
      mayPropose: stored.state !== 'REVOKED' && may('dispositionChange.propose') && !changes.some(({ state }) => state === 'PROPOSED'),
    }
  }

  private async rules(actor: Actor): Promise<{ today: string; freeMonths: number }> {
    const today = await this.clock.today()
    const book = await this.books.on(today, (sql, parameters) => this.reads.query(actor, sql, parameters))
    return { today, freeMonths: book.number(DISPOSITION_PARAMETER.freeKeeping) }
  }
}

const changeView = ({ proposerId, ...change }: StoredChange, actor: Actor): DispositionChangeView => ({
  ...change,
  stateLabel: labelOf(dispositionChangeLifecycle, change.state),
  actions: availableActions(dispositionChangeLifecycle, { state: change.state, steps: [{ action: 'propose', actorId: proposerId }] }, actor),
})

const STORED = `select ${LISTED}, d.death_id as "deathId", (select x.number from death x where x.id = d.death_id) as "deathNumber",
    (select jsonb_build_object('id', f.id, 'name', f.name) from facility f where f.id = d.facility_id) as facility,
    (select jsonb_build_object('id', g.id, 'number', g.number) from grave_contract g where g.id = d.contract_id) as "graveContract", d.handler, d.handler_relation as "handlerRelation", d.remark, d.ended_on::text as "endedOn", d.receiver,
    d.recorded_by as "recordedBy", d.recorded_on::text as "recordedOn"
  from disposition d where d.id = $1`

const CHANGES = `select c.id, c.version, c.number, c.kind, c.state, c.content, c.reason, c.proposed_by as "proposedBy", c.proposed_on::text as "proposedOn", c.decided_by as "decidedBy", c.opinion,
    (select s.actor_id from case_step s where s.case_id = c.id and s.action = 'propose') as "proposerId"
  from disposition_change c where c.disposition_id = $1 order by c.number desc`
