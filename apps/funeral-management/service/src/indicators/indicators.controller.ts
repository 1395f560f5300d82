import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindIndicators } from './find-indicators'

@Controller()
export class IndicatorsController {
  constructor(@Inject(FindIndicators) private readonly find: FindIndicators) {}

  @Endpoint(routes.findIndicators)
  findIndicators(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findIndicators>) {
    return this.find.all(actor, query.asOf)
  }

  @Endpoint(routes.findIndicatorRecords)
  findIndicatorRecords(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.findIndicatorRecords>) {
    return this.find.records(actor, params.number, query)
  }
}
