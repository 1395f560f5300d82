import { Injectable } from '@nestjs/common'
import { DomainProblem, type Actor } from '@xishan/domain'
import type { IssuedPassword, NewAccount } from '@xishan/identity-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { hashPassword } from '../passwords/password-hash'
import { issuePassword } from '../passwords/initial-password'
import { Account } from './account.entity'

/** An account without a role: its owner can do nothing until the security administrator grants one. */
@Injectable()
export class RegisterAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(actor: Actor, person: NewAccount): Promise<IssuedPassword> {
    const password = issuePassword()
    const hash = await hashPassword(password)
    let registered = false
    const saved = await this.unitOfWork.run(actor, async (work) => {
      const [taken] = await work.query(`select 1 from account where username = $1`, [person.username])
      if (taken) throw new DomainProblem('username-taken', {}, [{ field: 'username', message: '用户名已被使用' }])
      registered = true
      return work.save(Account.register(person, { hash }, actor, work.now), 'register')
    })
    return registered ? { ...saved, initialPassword: password } : saved
  }
}
