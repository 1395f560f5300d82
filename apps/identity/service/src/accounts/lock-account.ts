import { Injectable } from '@nestjs/common'
import type { Actor, Saved } from '@xishan/domain'
import { UnitOfWork } from '@xishan/service-kit'
import { endSessions } from '../sessions/sessions'
import { Account } from './account.entity'
import { keepAnAdministrator } from './keep-an-administrator'

/** Takes an account out of use: its sessions end, and no further token is signed. */
@Injectable()
export class LockAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { version, reason }: { version: number; reason: string }): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const account = await work.get(Account, id, version)
      const administrated = account.administrates
      account.lock(reason, actor)
      if (administrated) await keepAnAdministrator(work, administrated, account.id)
      await endSessions(work, account.id)
      return work.save(account, 'lock', { opinion: reason })
    })
  }
}
