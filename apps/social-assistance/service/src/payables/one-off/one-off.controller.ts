import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindPayables } from '../find-payables'
import { DecideOneOff } from './decide-one-off'
import { ProposeOneOff } from './propose-one-off'

/** Payments besides the monthly one. */
@Controller()
export class OneOffController {
  constructor(
    @Inject(FindPayables) private readonly find: FindPayables,
    @Inject(DecideOneOff) private readonly decision: DecideOneOff,
    @Inject(ProposeOneOff) private readonly proposal: ProposeOneOff,
  ) {}

  @Endpoint(routes.findOneOffGrants)
  findOneOffGrants(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findOneOffGrants>) {
    return this.find.oneOffGrants(actor, query)
  }

  @Endpoint(routes.countOneOffGrant)
  countOneOffGrant(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.countOneOffGrant>) {
    return this.proposal.count(actor, body)
  }

  @Endpoint(routes.proposeOneOffGrant)
  proposeOneOffGrant(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.proposeOneOffGrant>) {
    return this.proposal.execute(actor, body)
  }

  @Endpoint(routes.approveOneOffGrant)
  approveOneOffGrant(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approveOneOffGrant>) {
    return this.decision.approve(actor, params.id, body)
  }

  @Endpoint(routes.rejectOneOffGrant)
  rejectOneOffGrant(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rejectOneOffGrant>) {
    return this.decision.reject(actor, params.id, body)
  }

  @Endpoint(routes.withdrawOneOffGrant)
  withdrawOneOffGrant(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.withdrawOneOffGrant>) {
    return this.decision.withdraw(actor, params.id, body)
  }
}
