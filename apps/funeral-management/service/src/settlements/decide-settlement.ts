import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { settlementLifecycle, type routes } from '@xishan/funeral-management-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Settlement } from './settlement.entity'

type Body<R extends 'submitSettlement' | 'checkSettlement' | 'confirmSettlement' | 'returnSettlement' | 'paySettlement'> = RouteInput<(typeof routes)[R]>['body']

/** The way of a settlement to its payment. */
@Injectable()
export class DecideSettlement {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  submit(actor: Actor, id: string, { version, remark }: Body<'submitSettlement'>): Promise<Saved> {
    return this.take(actor, id, version, 'submit', remark)
  }

  check(actor: Actor, id: string, { version, opinion }: Body<'checkSettlement'>): Promise<Saved> {
    return this.take(actor, id, version, 'check', opinion)
  }

  confirm(actor: Actor, id: string, { version, opinion }: Body<'confirmSettlement'>): Promise<Saved> {
    return this.take(actor, id, version, 'confirm', opinion)
  }

  return(actor: Actor, id: string, { version, reason }: Body<'returnSettlement'>): Promise<Saved> {
    return this.take(actor, id, version, 'return', reason)
  }

  pay(actor: Actor, id: string, { version, paidOn, voucher }: Body<'paySettlement'>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const settlement = await work.get(Settlement, id, version)
      const [from, to] = [settlement.stateSince, work.businessDate]
      await work.take(settlement, settlementLifecycle, 'pay')
      if (paidOn < from || paidOn > to) throw new DomainProblem('settlement-paid-on', { from, to }, [{ field: 'paidOn', message: `应在 ${from} 至 ${to} 之间` }])
      settlement.pay(paidOn, voucher)
      return work.save(settlement, 'pay', { opinion: `${paidOn} 支付，凭证号 ${voucher}` })
    })
  }

  private take(actor: Actor, id: string, version: number, action: 'submit' | 'check' | 'confirm' | 'return', opinion: string): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const settlement = await work.get(Settlement, id, version)
      await work.take(settlement, settlementLifecycle, action)
      return work.save(settlement, action, { opinion })
    })
  }
}
