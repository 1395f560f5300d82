import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { HandCaseOn } from '../applications/hand-case-on'
import { GiveOpinion } from './give-opinion'
import { SignOpinion } from './sign-opinion'
import { SubmitUpwards } from './submit-upwards'

/** The street's opinion, its posting, and the way up to who decides. */
@Controller()
export class OpinionsController {
  constructor(
    @Inject(GiveOpinion) private readonly opinion: GiveOpinion,
    @Inject(SignOpinion) private readonly signature: SignOpinion,
    @Inject(SubmitUpwards) private readonly upwards: SubmitUpwards,
    @Inject(HandCaseOn) private readonly hand: HandCaseOn,
  ) {}

  @Endpoint(routes.giveOpinion)
  giveOpinion(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.giveOpinion>) {
    return this.opinion.execute(actor, params.id, body)
  }

  @Endpoint(routes.sendBackOpinion)
  sendBackOpinion(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.sendBackOpinion>) {
    return this.hand.execute(actor, params.id, 'sendBackOpinion', body)
  }

  @Endpoint(routes.signOpinion)
  signOpinion(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.signOpinion>) {
    return this.signature.execute(actor, params.id, body)
  }

  @Endpoint(routes.submitToBureau)
  submitToBureau(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.submitToBureau>) {
    return this.upwards.execute(actor, params.id, 'submitToBureau', body)
  }

  @Endpoint(routes.submitToLeader)
  submitToLeader(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.submitToLeader>) {
    return this.upwards.execute(actor, params.id, 'submitToLeader', body)
  }
}
