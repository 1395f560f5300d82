import { parameterRoutes as routes, type Actor, type RouteInput } from '@xishan/domain'
import { Controller, Inject } from '@nestjs/common'
import { Acting, Endpoint, Input } from '../endpoints/endpoint'
import { ApproveParameter } from './approve-parameter'
import { ProposeParameter } from './propose-parameter'
import { RejectParameter } from './reject-parameter'

/** New versions of the parameters. */
@Controller()
export class ProposalsController {
  constructor(
    @Inject(ProposeParameter) private readonly proposal: ProposeParameter,
    @Inject(ApproveParameter) private readonly approval: ApproveParameter,
    @Inject(RejectParameter) private readonly rejection: RejectParameter,
  ) {}

  @Endpoint(routes.proposeParameter)
  propose(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.proposeParameter>) {
    return this.proposal.execute(actor, body)
  }

  @Endpoint(routes.approveParameter)
  approve(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approveParameter>) {
    return this.approval.execute(actor, params.id, body)
  }

  @Endpoint(routes.rejectParameter)
  reject(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rejectParameter>) {
    return this.rejection.execute(actor, params.id, body)
  }
}
