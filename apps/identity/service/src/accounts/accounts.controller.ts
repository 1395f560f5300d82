import { Controller } from '@nestjs/common'
import type { Actor, RouteInput } from '@xishan/domain'
import { contract } from '@xishan/identity-contract'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { AmendAccount } from './amend-account'
import { FindAccounts } from './find-accounts'
import { FindColleagues } from './find-colleagues'
import { GrantRoles } from './grant-roles'
import { LockAccount } from './lock-account'
import { RegisterAccount } from './register-account'
import { UnlockAccount } from './unlock-account'

const { routes } = contract

@Controller()
export class AccountsController {
  constructor(
    private readonly find: FindAccounts,
    private readonly findColleagues: FindColleagues,
    private readonly register: RegisterAccount,
    private readonly amend: AmendAccount,
    private readonly grant: GrantRoles,
    private readonly lock: LockAccount,
    private readonly unlock: UnlockAccount,
  ) {}

  @Endpoint(routes.accounts)
  accounts(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.accounts>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.account)
  account(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.account>) {
    return this.find.one(actor, params.id)
  }

  @Endpoint(routes.colleagues)
  colleagues(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.colleagues>) {
    return this.findColleagues.execute(actor, query.role)
  }

  @Endpoint(routes.registerAccount)
  registerAccount(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.registerAccount>) {
    return this.register.execute(actor, body)
  }

  @Endpoint(routes.amendAccount)
  amendAccount(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.amendAccount>) {
    return this.amend.execute(actor, params.id, body)
  }

  @Endpoint(routes.grantRoles)
  grantRoles(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.grantRoles>) {
    return this.grant.execute(actor, params.id, body)
  }

  @Endpoint(routes.lockAccount)
  lockAccount(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.lockAccount>) {
    return this.lock.execute(actor, params.id, body)
  }

  @Endpoint(routes.unlockAccount)
  unlockAccount(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.unlockAccount>) {
    return this.unlock.execute(actor, params.id, body.version)
  }
}
