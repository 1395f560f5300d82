import type { Actor, RouteInput } from '@xishan/domain'
import { routes } from '@xishan/portal-contract'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { Controller, Inject } from '@nestjs/common'
import { FindOpenPoints } from './find-open-points'
import { RuleOnOpenPoint } from './rule-on-open-point'

@Controller()
export class OpenPointsController {
  constructor(
    @Inject(FindOpenPoints) private readonly find: FindOpenPoints,
    @Inject(RuleOnOpenPoint) private readonly ruleOn: RuleOnOpenPoint,
  ) {}

  @Endpoint(routes.openPoints)
  async openPoints(@Acting() actor: Actor) {
    const points = await this.find.all(actor)
    const ruled = points.filter((point) => point.rulings.length > 0).length
    return { points, ruled, open: points.length - ruled }
  }

  @Endpoint(routes.rule)
  rule(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rule>) {
    return this.ruleOn.execute(actor, params.id, body)
  }
}
