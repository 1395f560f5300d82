import { Injectable } from '@nestjs/common'
import type { Actor } from '@xishan/domain'
import type { IssuedPassword } from '@xishan/identity-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { Account } from '../accounts/account.entity'
import { forgetFailures, failureKey } from '../sessions/lock-out'
import { endSessions } from '../sessions/sessions'
import { issuePassword } from './initial-password'
import { hashPassword } from './password-hash'
import { rememberPassword } from './password-policy'

/** For someone who forgot it: a password good for one sign-in that replaces it. */
@Injectable()
export class ResetPassword {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(actor: Actor, id: string, version: number): Promise<IssuedPassword> {
    const password = issuePassword()
    const hash = await hashPassword(password)
    let issued = false
    const saved = await this.unitOfWork.run(actor, async (work) => {
      const account = await work.get(Account, id, version)
      account.mustBeOfAnother(actor)
      await rememberPassword(work, account)
      account.issuePassword({ hash }, work.now)
      await endSessions(work, account.id)
      await forgetFailures(work, failureKey(account.username))
      issued = true
      return work.save(account, 'reset-password')
    })
    return issued ? { ...saved, initialPassword: password } : saved
  }
}
