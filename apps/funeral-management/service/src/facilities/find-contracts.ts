import { availableActions, mayCall, type Actor, type Page } from '@xishan/domain'
import { contract as line, graveContractLifecycle, type GraveContractDetail, type GraveContractQuery, type GraveContractRow } from '@xishan/funeral-management-contract'
import { Reads } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { LISTED, WHERE_IT_LIES, contractPage } from './contract-list'

type Stored = Omit<GraveContractDetail, 'steps' | 'actions' | 'mayOccupy' | 'mayNotify' | 'mayPayFee' | 'fees'>
type Step = Omit<GraveContractDetail['steps'][number], 'actionLabel'> & { actorId: string }

@Injectable()
export class FindContracts {
  constructor(@Inject(Reads) private readonly reads: Reads) {}

  page(actor: Actor, query: GraveContractQuery): Promise<Page<GraveContractRow>> {
    const { sql, parameters } = contractPage(query)
    return this.reads.page<GraveContractRow>(actor, query, sql, parameters)
  }

  async detail(actor: Actor, id: string): Promise<GraveContractDetail> {
    const [stored, steps, fees] = await Promise.all([this.reads.one<Stored>(actor, STORED, [id]), this.reads.query<Step>(actor, STEPS, [id]), this.reads.query<GraveContractDetail['fees'][number]>(actor, FEES, [id])])
    const may = (permission: string) => mayCall(line.permissions, permission, actor.roles)
    const { state, occupiedOn } = stored
    return {
      ...stored,
      priceFen: Number(stored.priceFen),
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: labelOfStep(step.action) })),
      actions: availableActions(graveContractLifecycle, { state, steps }, actor).filter((action) => may(`graveContract.${action}`)),
      fees,
      mayPayFee: (state === 'ACTIVE' || state === 'RENEWAL') && may('keepContracts'),
      mayOccupy: (state === 'ACTIVE' || state === 'RENEWAL') && occupiedOn === null && may('keepContracts'),
      mayNotify: (state === 'RENEWAL' || state === 'EXPIRED') && may('keepContracts'),
    }
  }
}

const labelOfStep = (action: string): string => Object.entries(graveContractLifecycle.actions).find(([name]) => name === action)?.[1].label ?? action

const STORED = `select ${LISTED}, z.id as "zoneId", g.holder_masked as "holderMasked", g.holder_phone_masked as "holderPhoneMasked", g.relation, g.ground, g.certificate_number as "certificateNumber", g.user_masked as "userMasked",
    g.death_id as "deathId", g.proof, g.price_fen as "priceFen", g.occupied_on::text as "occupiedOn", z.plot_kind as "plotKind",
    (select jsonb_build_object('id', d.id, 'number', d.number) from disposition d where d.contract_id = g.id and d.state <> 'REVOKED') as disposition, g.notified_way as "notifiedWay", g.recorded_by as "recordedBy"
  from grave_contract g ${WHERE_IT_LIES} where g.id = $1`

const STEPS = `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at,
    business_date::text as "businessDate", opinion from case_step where case_id = $1 order by seq`

const FEES = `select id, paid_on::text as "paidOn", paid_from::text as "from", paid_until::text as "until", amount_fen::float8 as "amountFen", receipt, recorded_by as "recordedBy", cancelled_because as "cancelledBecause"
  from contract_fee where contract_id = $1 order by paid_on desc, id desc`
