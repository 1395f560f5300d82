import type { Actor, RouteInput } from '@xishan/domain'
import { routes } from '@xishan/portal-contract'
import { Acting, BusinessClock, Endpoint, Input } from '@xishan/service-kit'
import { Controller, Inject } from '@nestjs/common'
import { CollectIndicators, planDayOn } from '../collection/collect-indicators'
import { ReaderToken } from '../lines/reader-token'
import { FindPlan } from './find-plan'
import { FindRecords } from './find-records'

@Controller()
export class PlanController {
  constructor(
    @Inject(FindPlan) private readonly find: FindPlan,
    @Inject(FindRecords) private readonly records: FindRecords,
    @Inject(CollectIndicators) private readonly collector: CollectIndicators,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  @Endpoint(routes.plan)
  plan(@Acting() actor: Actor) {
    return this.find.plan(actor)
  }

  @Endpoint(routes.indicator)
  indicator(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.indicator>) {
    return this.find.indicator(actor, params.number)
  }

  @Endpoint(routes.indicatorRecords)
  indicatorRecords(@Acting() actor: Actor, @ReaderToken() token: string, @Input() { params, query }: RouteInput<typeof routes.indicatorRecords>) {
    return this.records.page(actor, token, params.number, query)
  }

  @Endpoint(routes.collect)
  async collect() {
    const troubles = await this.collector.execute(planDayOn(await this.clock.today()))
    return { collectedAt: new Date().toISOString(), troubles }
  }
}
