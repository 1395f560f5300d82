import { Injectable } from '@nestjs/common'
import type { Actor, Saved } from '@xishan/domain'
import type { AccountGrants } from '@xishan/identity-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { Account } from './account.entity'
import { keepAnAdministrator } from './keep-an-administrator'

/** Counts from the next five-minute token on: running sessions get the new roles when they refresh. */
@Injectable()
export class GrantRoles {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { version, roles, scope }: AccountGrants): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const account = await work.get(Account, id, version)
      const administrated = account.administrates
      const earlier = { roles: account.roles.join('、'), scope: account.divisionCode }
      account.grant(roles, scope, actor)
      if (administrated && account.administrates !== administrated) await keepAnAdministrator(work, administrated, account.id)
      return work.save(account, 'grant', { changes: { roles: [earlier.roles, account.roles.join('、')], divisionCode: [earlier.scope, account.divisionCode] } })
    })
  }
}
