import type { Actor } from '@xishan/domain'
import { UnitOfWork, type BusinessDayJob } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { GraveContract } from './grave-contract.entity'

/** Contracts whose maintenance fee has run out become a task. */
@Injectable()
export class WatchFees implements BusinessDayJob {
  readonly name = 'watch-grave-fees'
  readonly title = '墓位维护费欠缴提醒'

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async run(businessDate: string, actor: Actor): Promise<void> {
    const due = await this.unitOfWork.perform(actor, (work) => work.query<{ id: string }>(`select id from grave_contract where fee_paid_until < $1 and state <> 'ENDED' and not fee_overdue order by fee_paid_until, id`, [businessDate]))
    for (const { id } of due)
      await this.unitOfWork.perform(actor, async (work) => {
        const contract = await work.get(GraveContract, id)
        if (contract.feeOverdue || contract.state === 'ENDED') return
        contract.feeStands(contract.feePaidUntil, businessDate)
        if (contract.feeOverdue) await work.save(contract, 'feeOverdue')
      })
  }
}
