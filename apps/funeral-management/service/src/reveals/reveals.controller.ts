import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input, RevealSealed } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { SEALED_VALUES } from './sealed-values'

/** Masked values shown one at a time. */
@Controller()
export class RevealsController {
  constructor(@Inject(RevealSealed) private readonly sealed: RevealSealed) {}

  @Endpoint(routes.reveal)
  reveal(@Acting() actor: Actor, @Input() { body: { what, id, reason } }: RouteInput<typeof routes.reveal>) {
    return this.sealed.execute(actor, reason, async (work) => ({ ...(await SEALED_VALUES[what](work, id)), field: what }))
  }
}
