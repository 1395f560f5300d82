import { Injectable } from '@nestjs/common'
import type { RenewPassword as Renewal } from '@xishan/identity-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { ownerOf } from '../accounts/owner-of'
import { Account } from '../accounts/account.entity'
import { IDENTITY } from '../identity-actor'
import { CurrentSettings, type Settings } from '../security-settings/current-settings'
import { CredentialCheck, Refused } from '../sessions/credential-check'
import { endSessions, Sessions, type OpenSession } from '../sessions/sessions'
import { recordSignIn } from '../sessions/sign-in-records'
import { SignInThrottle } from '../sessions/sign-in-throttle'
import type { Visitor } from '../sessions/visitor'
import { hashPassword } from './password-hash'
import { rememberPassword, requireAcceptable } from './password-policy'

/** Replaces a password that has expired or was issued, and signs in with the new one. */
@Injectable()
export class RenewPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: CurrentSettings,
    private readonly throttle: SignInThrottle,
    private readonly credentials: CredentialCheck,
    private readonly sessions: Sessions,
  ) {}

  async execute(renewal: Renewal, visitor: Visitor): Promise<OpenSession> {
    const settings = await this.settings.read()
    await this.throttle.admit(visitor, settings)
    const account = await this.admitted(renewal, settings, visitor)
    const hash = await hashPassword(renewal.newPassword)
    return this.unitOfWork.perform(ownerOf(account), async (work) => {
      const own = await work.get(Account, account.id, account.version)
      await rememberPassword(work, own)
      own.setPassword(hash, work.now)
      await work.save(own, 'change-password')
      await endSessions(work, own.id)
      await recordSignIn(work, { username: own.username, accountId: own.id, outcome: 'signed-in', way: 'password' }, visitor)
      return this.sessions.open(work, own, 'password', visitor, settings)
    })
  }

  /** A new password that is refused undoes the judgement too, so that the one-time code stays good for the next attempt. */
  private async admitted(renewal: Renewal, settings: Settings, visitor: Visitor): Promise<Account> {
    const weighed = await this.credentials.weigh(renewal)
    const verdict = await this.unitOfWork.perform(IDENTITY, async (work) => {
      const account = await this.credentials.judge(work, weighed, 'renewal', settings, visitor)
      if (account instanceof Account) await requireAcceptable(work, account, renewal.newPassword, settings)
      return account
    })
    if (verdict instanceof Refused) throw verdict.problem
    return verdict
  }
}
