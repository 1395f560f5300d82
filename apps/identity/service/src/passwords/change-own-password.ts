import { Injectable } from '@nestjs/common'
import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { ChangeOwnPassword as Change } from '@xishan/identity-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { CurrentSettings } from '../security-settings/current-settings'
import { Refused } from '../sessions/credential-check'
import { endSessions } from '../sessions/sessions'
import { provenOwner } from './own-password'
import { hashPassword } from './password-hash'
import { rememberPassword, requireAcceptable } from './password-policy'

/** Ends the person's other sessions; this one goes on. No idempotency key is kept: its digest would be one of the password. */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: CurrentSettings,
  ) {}

  async execute(actor: Actor, change: Change): Promise<Saved> {
    const settings = await this.settings.read()
    const hash = await hashPassword(change.newPassword)
    const saved = await this.unitOfWork.perform(actor, async (work) => {
      const account = await provenOwner(work, change.currentPassword, settings)
      if (account instanceof Refused) return account
      await requireAcceptable(work, account, change.newPassword, settings)
      await rememberPassword(work, account)
      account.setPassword(hash, work.now)
      await endSessions(work, account.id, actor.sessionId)
      return work.save(account, 'change-password')
    })
    if (saved instanceof Refused) throw new DomainProblem(saved.problem.code, saved.problem.details, [{ field: 'currentPassword', message: '当前密码不正确' }])
    return saved
  }
}
