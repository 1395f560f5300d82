import { PLAN } from '@xishan/domain'
import { BusinessClock, type BusinessDayJob } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { CollectIndicators } from './collect-indicators'

const isMonthEnd = (date: string): boolean => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).getUTCDate() === 1

/** Takes the numbers of each business day. Of days that were missed only month ends are asked for: they draw the line of the year. */
@Injectable()
export class CollectDaily implements BusinessDayJob {
  readonly name = 'collect-indicators'
  readonly title = '采集各业务系统的规划指标'

  constructor(
    @Inject(CollectIndicators) private readonly collect: CollectIndicators,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async run(businessDate: string): Promise<void> {
    if (businessDate > PLAN.endsOn) return
    if (businessDate === (await this.clock.today()) || isMonthEnd(businessDate)) await this.collect.execute(businessDate)
  }
}
