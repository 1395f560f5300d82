import { Inject, Injectable } from '@nestjs/common'
import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { CIPHERS, UnitOfWork, type Ciphers } from '@xishan/service-kit'
import { Account } from '../accounts/account.entity'
import { useCode } from './use-code'

/** From now on a sign-in asks for codes: the owner has shown that the authenticator works. */
@Injectable()
export class ConfirmOneTimeCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  execute(actor: Actor, code: string): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const account = await work.get(Account, actor.id)
      if (account.oneTimeCode) throw new DomainProblem('one-time-code-on')
      if (!account.oneTimeSecretSealed) throw new DomainProblem('one-time-code-not-begun')
      if (!(await useCode(work, this.ciphers, account, code))) throw new DomainProblem('wrong-code', {}, [{ field: 'code', message: '动态验证码不正确' }])
      account.confirmOneTimeCode()
      return work.save(account, 'confirm-one-time-code')
    })
  }
}
