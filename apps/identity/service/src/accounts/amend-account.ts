import { Injectable } from '@nestjs/common'
import type { Actor, Saved } from '@xishan/domain'
import type { AccountDetails } from '@xishan/identity-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { Account } from './account.entity'

@Injectable()
export class AmendAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { version, ...details }: AccountDetails): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const account = await work.get(Account, id, version)
      account.amend(details)
      return work.save(account, 'amend')
    })
  }
}
