import { Injectable } from '@nestjs/common'
import type { Actor, Saved } from '@xishan/domain'
import { UnitOfWork } from '@xishan/service-kit'
import { Account } from '../accounts/account.entity'

/** For someone who lost the device; never for oneself, who must show the code. */
@Injectable()
export class ResetOneTimeCode {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, version: number): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const account = await work.get(Account, id, version)
      account.mustBeOfAnother(actor)
      account.removeOneTimeCode()
      return work.save(account, 'reset-one-time-code')
    })
  }
}
