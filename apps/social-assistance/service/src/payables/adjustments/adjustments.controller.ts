import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindPayables } from '../find-payables'
import { DecideAdjustment } from './decide-adjustment'
import { ProposeAdjustment } from './propose-adjustment'

/** Single amounts that make up for something. */
@Controller()
export class AdjustmentsController {
  constructor(
    @Inject(FindPayables) private readonly find: FindPayables,
    @Inject(DecideAdjustment) private readonly decision: DecideAdjustment,
    @Inject(ProposeAdjustment) private readonly proposal: ProposeAdjustment,
  ) {}

  @Endpoint(routes.findAdjustments)
  findAdjustments(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findAdjustments>) {
    return this.find.adjustments(actor, query)
  }

  @Endpoint(routes.proposeAdjustment)
  proposeAdjustment(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.proposeAdjustment>) {
    return this.proposal.execute(actor, body)
  }

  @Endpoint(routes.approveAdjustment)
  approveAdjustment(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approveAdjustment>) {
    return this.decision.approve(actor, params.id, body)
  }

  @Endpoint(routes.rejectAdjustment)
  rejectAdjustment(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rejectAdjustment>) {
    return this.decision.reject(actor, params.id, body)
  }

  @Endpoint(routes.withdrawAdjustment)
  withdrawAdjustment(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.withdrawAdjustment>) {
    return this.decision.withdraw(actor, params.id, body)
  }
}
