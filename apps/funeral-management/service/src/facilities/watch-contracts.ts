import { addMonths, type Actor } from '@xishan/domain'
import { PLOT_PARAMETER, graveContractLifecycle } from '@xishan/funeral-management-contract'
import { ParameterBooks, UnitOfWork, type BusinessDayJob } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Plot } from './facility.entity'
import { GraveContract } from './grave-contract.entity'

/** Contracts that end within the notice become a task; those that have ended are expired, with their plots. */
@Injectable()
export class WatchContracts implements BusinessDayJob {
  readonly name = 'watch-grave-contracts'
  readonly title = '墓位合同到期提醒'

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  async run(businessDate: string, actor: Actor): Promise<void> {
    const due = await this.unitOfWork.perform(actor, async (work) => {
      const months = (await this.books.on(businessDate, (sql, parameters) => work.query(sql, parameters))).number(PLOT_PARAMETER.noticeMonths)
      return work.query<{ id: string }>(`select id from grave_contract where (state = 'ACTIVE' and expires_on <= $1) or (state = 'RENEWAL' and expires_on < $2) order by expires_on, id`, [addMonths(businessDate, months), businessDate])
    })
    for (const { id } of due)
      await this.unitOfWork.perform(actor, async (work) => {
        const contract = await work.get(GraveContract, id)
        if (contract.state !== 'ACTIVE' && contract.state !== 'RENEWAL') return
        const isOver = contract.expiresOn < businessDate
        if (!isOver && contract.state === 'RENEWAL') return
        await work.take(contract, graveContractLifecycle, isOver ? 'expire' : 'remind')
        contract.dueOn = contract.expiresOn
        if (isOver) await work.update(Plot, { id: contract.plotId }, { state: 'EXPIRED' })
        await work.save(contract, isOver ? 'expire' : 'remind')
      })
  }
}
