import { Inject, Injectable } from '@nestjs/common'
import type { Actor } from '@xishan/domain'
import { CIPHERS, UnitOfWork, type Ciphers } from '@xishan/service-kit'
import { provenOwner } from '../passwords/own-password'
import { CurrentSettings } from '../security-settings/current-settings'
import { Refused } from '../sessions/credential-check'
import { enrolmentUri, newSecret } from './authenticator'

@Injectable()
export class BeginOneTimeCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: CurrentSettings,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  async execute(actor: Actor, password: string): Promise<{ secret: string; uri: string }> {
    const settings = await this.settings.read()
    const secret = newSecret()
    const username = await this.unitOfWork.perform(actor, async (work) => {
      const account = await provenOwner(work, password, settings)
      if (account instanceof Refused) return account
      account.enrolOneTimeCode(this.ciphers.encrypt(secret))
      await work.save(account, 'enrol-one-time-code')
      return account.username
    })
    if (username instanceof Refused) throw username.problem
    return { secret, uri: enrolmentUri(secret, username) }
  }
}
