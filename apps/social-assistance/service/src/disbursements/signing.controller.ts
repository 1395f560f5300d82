import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { SignBatch } from './sign-batch'

/** The way of a batch from the clerk to the director. */
@Controller()
export class SigningController {
  constructor(@Inject(SignBatch) private readonly signing: SignBatch) {}

  @Endpoint(routes.submitBatch)
  submitBatch(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.submitBatch>) {
    return this.signing.submit(actor, params.id, body)
  }

  @Endpoint(routes.approveBySection)
  approveBySection(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approveBySection>) {
    return this.signing.section(actor, params.id, body)
  }

  @Endpoint(routes.approveByFinance)
  approveByFinance(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approveByFinance>) {
    return this.signing.finance(actor, params.id, body)
  }

  @Endpoint(routes.approveByLeader)
  approveByLeader(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approveByLeader>) {
    return this.signing.leader(actor, params.id, body)
  }

  @Endpoint(routes.approveByDirector)
  approveByDirector(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approveByDirector>) {
    return this.signing.director(actor, params.id, body)
  }

  @Endpoint(routes.sendBatchBack)
  sendBatchBack(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.sendBatchBack>) {
    return this.signing.sendBack(actor, params.id, body)
  }

  @Endpoint(routes.cancelBatch)
  cancelBatch(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.cancelBatch>) {
    return this.signing.cancel(actor, params.id, body)
  }
}
