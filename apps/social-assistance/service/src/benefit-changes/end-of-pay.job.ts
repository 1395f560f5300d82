import { monthOf, type Actor } from '@xishan/domain'
import { UnitOfWork, type BusinessDayJob } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Benefit } from '../benefits/benefit.entity'
import { stopBenefit } from './apply-end'

/** A benefit whose last month is over is stopped: the end of a gradual exit, and of a stop that was decided ahead. */
@Injectable()
export class EndOfPay implements BusinessDayJob {
  readonly name = 'end-of-pay'
  readonly title = '期满停发'

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async run(businessDate: string, actor: Actor): Promise<void> {
    const over = await this.unitOfWork.perform(actor, (work) =>
      work.query<{ id: string }>(`select id from benefit where state <> 'STOPPED' and to_month < $1 order by id`, [monthOf(businessDate)]),
    )
    for (const { id } of over)
      await this.unitOfWork.perform(actor, async (work) => {
        const benefit = await work.get(Benefit, id)
        if (benefit.state === 'STOPPED' || benefit.toMonth === null) return
        const reason = benefit.state === 'GRADUAL_EXIT' ? '渐退期满' : '停发'
        const event = await stopBenefit(work, benefit, benefit.toMonth, reason)
        await work.save(benefit, 'stop', { event, changes: { reason } })
      })
  }
}
