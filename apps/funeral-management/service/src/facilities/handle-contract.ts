import { DomainProblem, addMonths, labelOf, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { graveContractLifecycle, type NotifyHolder, type routes } from '@xishan/funeral-management-contract'
import { UnitOfWork, newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Plot } from './facility.entity'
import { ContractRenewal, GraveContract } from './grave-contract.entity'

/** What happens to a contract until its end. */
@Injectable()
export class HandleContract {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  notify(actor: Actor, id: string, { version, notifiedOn, way }: NotifyHolder): Promise<Saved> {
    return this.on(actor, id, version, (work, contract) => {
      requireState(contract, ['RENEWAL', 'EXPIRED'])
      requireDay(notifiedOn, contract.stateSince, work, 'notifiedOn')
      Object.assign(contract, { notifiedOn, notifiedWay: way })
      return work.save(contract, 'notify')
    })
  }

  /** The new term begins where the old one ends. */
  renew(actor: Actor, id: string, { version, renewedOn, years, priceFen }: RouteInput<typeof routes.renewGraveContract>['body']): Promise<Saved> {
    return this.on(actor, id, version, async (work, contract) => {
      requireDay(renewedOn, contract.signedOn, work, 'renewedOn')
      await work.take(contract, graveContractLifecycle, 'renew')
      const expiresOn = addMonths(contract.expiresOn, 12 * years)
      if (expiresOn < work.businessDate) throw new DomainProblem('contract-date', { reason: `续期 ${years} 年后至 ${expiresOn}，仍早于业务日期 ${work.businessDate}` }, [{ field: 'years', message: '年限不足' }])
      contract.renewUntil(expiresOn)
      await work.update(Plot, { id: contract.plotId }, { state: contract.plotState })
      const saved = await work.save(contract, 'renew', { input: { renewedOn, years, priceFen, expiresOn } })
      await work.insert(ContractRenewal, [Object.assign(new ContractRenewal(), { id: newId(), contractId: id, divisionCode: contract.divisionCode, renewedOn, years, priceFen, expiresOn, recordedBy: actor.name })])
      return saved
    })
  }

  reclaim(actor: Actor, id: string, { version, reason }: RouteInput<typeof routes.reclaimGraveContract>['body']): Promise<Saved> {
    return this.on(actor, id, version, async (work, contract) => {
      await work.take(contract, graveContractLifecycle, 'reclaim')
      Object.assign(contract, { dueOn: null, feeOverdue: false })
      await work.update(Plot, { id: contract.plotId }, { state: 'RECLAIMED', note: reason })
      return work.save(contract, 'reclaim', { opinion: reason })
    })
  }

  private on(actor: Actor, id: string, version: number, act: (work: Work, contract: GraveContract) => Promise<Saved>): Promise<Saved> {
    return withContract(this.unitOfWork, actor, id, version, act)
  }
}

export const withContract = (unitOfWork: UnitOfWork, actor: Actor, id: string, version: number, act: (work: Work, contract: GraveContract) => Promise<Saved>): Promise<Saved> =>
  unitOfWork.run(actor, async (work) => act(work, await work.get(GraveContract, id, version)))

/** @throws DomainProblem `contract-state` */
export function requireState({ state }: GraveContract, allowed: readonly GraveContract['state'][]): void {
  if (!allowed.includes(state)) throw new DomainProblem('contract-state', { state: labelOf(graveContractLifecycle, state) })
}

/** @throws DomainProblem `contract-date` */
export function requireDay(day: string, notBefore: string, { businessDate }: Work, field: string): void {
  if (day >= notBefore && day <= businessDate) return
  const reason = `日期应在 ${notBefore} 至 ${businessDate} 之间`
  throw new DomainProblem('contract-date', { reason }, [{ field, message: reason }])
}
