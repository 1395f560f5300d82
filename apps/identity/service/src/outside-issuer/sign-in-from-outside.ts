import { Injectable } from '@nestjs/common'
import { DomainProblem } from '@xishan/domain'
import type { SignInOutcome } from '@xishan/identity-contract'
import { UnitOfWork, type Work } from '@xishan/service-kit'
import { Account } from '../accounts/account.entity'
import { normaliseUsername } from '../accounts/normalise-username'
import { ownerOf } from '../accounts/owner-of'
import { IDENTITY } from '../identity-actor'
import { CurrentSettings } from '../security-settings/current-settings'
import { Refused } from '../sessions/credential-check'
import { Sessions, type OpenSession } from '../sessions/sessions'
import { recordSignIn } from '../sessions/sign-in-records'
import type { Visitor } from '../sessions/visitor'
import type { OutsideIdentity } from './outside-issuer'

/**
 * Signs in whom the outside issuer vouches for, if there is an account: the one linked before, else the one of the same user
 * name that is linked to nobody yet. No account is ever made here, and no role.
 */
@Injectable()
export class SignInFromOutside {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: CurrentSettings,
    private readonly sessions: Sessions,
  ) {}

  async execute(identity: OutsideIdentity, visitor: Visitor): Promise<OpenSession> {
    const settings = await this.settings.read()
    const verdict = await this.unitOfWork.perform(IDENTITY, async (work) => {
      const account = await this.accountOf(work, identity)
      const refusal = refusalOf(account)
      if (!account || refusal) {
        const username = account?.username ?? identity.preferredUsername ?? identity.subject
        await recordSignIn(work, { username, accountId: account?.id ?? null, outcome: refusal ?? 'not-linked', way: 'outside' }, visitor)
        return new Refused(new DomainProblem(refusal ?? 'outside-identity-unknown'))
      }
      return account
    })
    if (verdict instanceof Refused) throw verdict.problem
    return this.unitOfWork.perform(ownerOf(verdict), async (work) => {
      const account = await work.get(Account, verdict.id)
      if (account.outsideSubject === null) {
        account.linkOutside(identity.issuer, identity.subject)
        await work.save(account, 'link-outside-identity')
      }
      await recordSignIn(work, { username: account.username, accountId: account.id, outcome: 'signed-in', way: 'outside' }, visitor)
      return this.sessions.open(work, account, 'outside', visitor, settings)
    })
  }

  private async accountOf(work: Work, { issuer, subject, preferredUsername }: OutsideIdentity): Promise<Account | null> {
    const linked = await work.findOne(Account, { outsideIssuer: issuer, outsideSubject: subject })
    if (linked || preferredUsername === undefined) return linked
    const named = await work.findOne(Account, { username: normaliseUsername(preferredUsername) })
    return named?.outsideSubject === null ? named : null
  }
}

const refusalOf = (account: Account | null): Extract<SignInOutcome, 'account-locked' | 'no-role'> | undefined => {
  if (account?.state === 'LOCKED') return 'account-locked'
  return account?.roles.length === 0 ? 'no-role' : undefined
}
