import { Controller } from '@nestjs/common'
import type { Actor, RouteInput } from '@xishan/domain'
import { contract } from '@xishan/identity-contract'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { ChangeOwnPassword } from './change-own-password'
import { ResetPassword } from './reset-password'

const { routes } = contract

@Controller()
export class PasswordsController {
  constructor(
    private readonly change: ChangeOwnPassword,
    private readonly reset: ResetPassword,
  ) {}

  @Endpoint(routes.changeOwnPassword)
  changeOwnPassword(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.changeOwnPassword>) {
    return this.change.execute(actor, body)
  }

  @Endpoint(routes.resetPassword)
  resetPassword(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.resetPassword>) {
    return this.reset.execute(actor, params.id, body.version)
  }
}
