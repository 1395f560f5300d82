import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { ExtendTerm } from './extend-term'
import { ResumeClock } from './resume-clock'
import { SuspendClock } from './suspend-clock'

/** The clock of a case. */
@Controller()
export class ClockController {
  constructor(
    @Inject(SuspendClock) private readonly suspension: SuspendClock,
    @Inject(ResumeClock) private readonly resumption: ResumeClock,
    @Inject(ExtendTerm) private readonly extension: ExtendTerm,
  ) {}

  @Endpoint(routes.suspendClock)
  suspend(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.suspendClock>) {
    return this.suspension.execute(actor, params.id, body)
  }

  @Endpoint(routes.resumeClock)
  resume(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.resumeClock>) {
    return this.resumption.execute(actor, params.id, body)
  }

  @Endpoint(routes.extendTerm)
  extend(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.extendTerm>) {
    return this.extension.execute(actor, params.id, body)
  }
}
