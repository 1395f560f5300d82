import { Injectable } from '@nestjs/common'
import type { SignIn as Claim } from '@xishan/identity-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { IDENTITY } from '../identity-actor'
import { CurrentSettings } from '../security-settings/current-settings'
import { CredentialCheck, Refused } from './credential-check'
import { recordSignIn } from './sign-in-records'
import { SignInThrottle } from './sign-in-throttle'
import { Sessions, type OpenSession } from './sessions'
import type { Visitor } from './visitor'

@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: CurrentSettings,
    private readonly throttle: SignInThrottle,
    private readonly credentials: CredentialCheck,
    private readonly sessions: Sessions,
  ) {}

  async execute(claim: Claim, visitor: Visitor): Promise<OpenSession> {
    const settings = await this.settings.read()
    await this.throttle.admit(visitor, settings)
    const weighed = await this.credentials.weigh(claim)
    const verdict = await this.unitOfWork.perform(IDENTITY, async (work) => {
      const account = await this.credentials.judge(work, weighed, 'sign-in', settings, visitor)
      if (account instanceof Refused) return account
      await recordSignIn(work, { username: account.username, accountId: account.id, outcome: 'signed-in', way: 'password' }, visitor)
      return this.sessions.open(work, account, 'password', visitor, settings)
    })
    if (verdict instanceof Refused) throw verdict.problem
    return verdict
  }
}
