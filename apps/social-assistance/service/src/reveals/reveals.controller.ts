import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { RevealValue } from './reveal-value'

/** Masked values shown one at a time. */
@Controller()
export class RevealsController {
  constructor(
    @Inject(RevealValue) private readonly value: RevealValue,
  ) {}

  @Endpoint(routes.reveal)
  reveal(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.reveal>) {
    return this.value.execute(actor, body)
  }
}
