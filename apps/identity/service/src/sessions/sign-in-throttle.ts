import { Injectable } from '@nestjs/common'
import { DomainProblem } from '@xishan/domain'
import { Reads } from '@xishan/service-kit'
import { IDENTITY } from '../identity-actor'
import type { Settings } from '../security-settings/current-settings'
import type { Visitor } from './visitor'

/** Bounds how many names one address can try, whatever the names are; counted in the log, so every replica knows. */
@Injectable()
export class SignInThrottle {
  constructor(private readonly reads: Reads) {}

  /** @throws DomainProblem `too-many-requests` */
  async admit(visitor: Visitor, settings: Settings): Promise<void> {
    const [recent] = await this.reads.query<{ attempts: number }>(
      IDENTITY,
      `select count(*)::int as attempts from sign_in_record where address = $1 and at > now() - interval '1 minute'`,
      [visitor.address],
    )
    if ((recent?.attempts ?? 0) >= settings['sign-in.attempts-per-minute']) throw new DomainProblem('too-many-requests')
  }
}
