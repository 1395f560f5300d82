import { Controller } from '@nestjs/common'
import type { Actor, RouteInput } from '@xishan/domain'
import { contract } from '@xishan/identity-contract'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { BeginOneTimeCode } from './begin-one-time-code'
import { ConfirmOneTimeCode } from './confirm-one-time-code'
import { RemoveOneTimeCode } from './remove-one-time-code'
import { ResetOneTimeCode } from './reset-one-time-code'

const { routes } = contract

@Controller()
export class OneTimeCodesController {
  constructor(
    private readonly begin: BeginOneTimeCode,
    private readonly confirm: ConfirmOneTimeCode,
    private readonly remove: RemoveOneTimeCode,
    private readonly reset: ResetOneTimeCode,
  ) {}

  @Endpoint(routes.beginOneTimeCode)
  beginOneTimeCode(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.beginOneTimeCode>) {
    return this.begin.execute(actor, body.password)
  }

  @Endpoint(routes.confirmOneTimeCode)
  confirmOneTimeCode(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.confirmOneTimeCode>) {
    return this.confirm.execute(actor, body.code)
  }

  @Endpoint(routes.removeOneTimeCode)
  removeOneTimeCode(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.removeOneTimeCode>) {
    return this.remove.execute(actor, body)
  }

  @Endpoint(routes.resetOneTimeCode)
  resetOneTimeCode(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.resetOneTimeCode>) {
    return this.reset.execute(actor, params.id, body.version)
  }
}
