import { Injectable } from '@nestjs/common'
import type { Actor, Saved } from '@xishan/domain'
import { UnitOfWork } from '@xishan/service-kit'
import { failureKey, forgetFailures } from '../sessions/lock-out'
import { Account } from './account.entity'

/** Back into use, whether an administrator locked it or failed sign-ins did. */
@Injectable()
export class UnlockAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, version: number): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const account = await work.get(Account, id, version)
      account.unlock(actor)
      await forgetFailures(work, failureKey(account.username))
      return work.save(account, 'unlock')
    })
  }
}
