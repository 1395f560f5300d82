import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindCoverage } from './find-coverage'

@Controller()
export class IndicatorsController {
  constructor(@Inject(FindCoverage) private readonly coverage: FindCoverage) {}

  @Endpoint(routes.findIndicators)
  findIndicators(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findIndicators>) {
    return this.coverage.indicators(actor, query.asOf)
  }

  @Endpoint(routes.findIndicatorRecords)
  findIndicatorRecords(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.findIndicatorRecords>) {
    return this.coverage.records(actor, params.number, query)
  }
}
