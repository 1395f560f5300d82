import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { UnitOfWork } from '@xishan/service-kit'
import { adjustmentLifecycle } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Benefit } from '../../benefits/benefit.entity'
import { cancelUntaken } from '../cancel-payable'
import { owe } from '../owe'
import { Adjustment } from './adjustment.entity'

/** Another than the proposer approves it; from then on it is owed, until it is paid or withdrawn. */
@Injectable()
export class DecideAdjustment {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  approve(actor: Actor, id: string, { version, opinion }: { version: number; opinion: string }): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const adjustment = await work.get(Adjustment, id, version)
      await work.take(adjustment, adjustmentLifecycle, 'approve')
      const benefit = await work.findOne(Benefit, { id: adjustment.benefitId })
      if (!benefit) throw new DomainProblem('not-found')
      const { month, amountFen, cause } = adjustment
      await owe(work, benefit, { kind: 'ADJUST', month, amountFen, causeKind: 'CORRECTION', causeId: id, cause: `调整补差：${cause}` })
      adjustment.decide(actor.name, work.businessDate, opinion)
      return work.save(adjustment, 'approve', { opinion })
    })
  }

  reject(actor: Actor, id: string, { version, reason }: { version: number; reason: string }): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const adjustment = await work.get(Adjustment, id, version)
      await work.take(adjustment, adjustmentLifecycle, 'reject')
      adjustment.decide(actor.name, work.businessDate, reason)
      return work.save(adjustment, 'reject', { opinion: reason })
    })
  }

  withdraw(actor: Actor, id: string, { version, reason }: { version: number; reason: string }): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const adjustment = await work.get(Adjustment, id, version)
      await work.take(adjustment, adjustmentLifecycle, 'withdraw')
      const cancelled = await cancelUntaken(work, 'CORRECTION', id, reason)
      return work.save(adjustment, 'withdraw', { opinion: reason, changes: { cancelled } })
    })
  }
}
