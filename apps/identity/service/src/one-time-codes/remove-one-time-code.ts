import { Inject, Injectable } from '@nestjs/common'
import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { CIPHERS, UnitOfWork, type Ciphers } from '@xishan/service-kit'
import { provenOwner } from '../passwords/own-password'
import { CurrentSettings } from '../security-settings/current-settings'
import { Refused } from '../sessions/credential-check'
import { countFailure, failureKey } from '../sessions/lock-out'
import { useCode } from './use-code'

@Injectable()
export class RemoveOneTimeCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: CurrentSettings,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  async execute(actor: Actor, { password, code }: { password: string; code: string }): Promise<Saved> {
    const settings = await this.settings.read()
    const saved = await this.unitOfWork.perform(actor, async (work) => {
      const account = await provenOwner(work, password, settings)
      if (account instanceof Refused) return account
      if (!account.oneTimeCode) throw new DomainProblem('one-time-code-off')
      if (!(await useCode(work, this.ciphers, account, code))) {
        await countFailure(work, failureKey(account.username), settings)
        return new Refused(new DomainProblem('wrong-code', {}, [{ field: 'code', message: '动态验证码不正确' }]))
      }
      account.removeOneTimeCode()
      return work.save(account, 'remove-one-time-code')
    })
    if (saved instanceof Refused) throw saved.problem
    return saved
  }
}
