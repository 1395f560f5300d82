import { Controller } from '@nestjs/common'
import type { Actor, RouteInput } from '@xishan/domain'
import { contract } from '@xishan/identity-contract'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { AdvanceClock } from './advance-clock'

const { routes } = contract

/** Reading the date is every line's own `/clock`, served by the kit. */
@Controller()
export class ClockController {
  constructor(private readonly advance: AdvanceClock) {}

  @Endpoint(routes.advanceClock)
  advanceClock(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.advanceClock>) {
    return this.advance.execute(actor, body.to)
  }
}
