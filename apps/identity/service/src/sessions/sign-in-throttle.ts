import { Injectable } from '@nestjs/common'
import { DomainProblem } from '@xishan/domain'
import { Reads } from '@xishan/service-kit'
import { IDENTITY } from '../identity-actor'
import type { Settings } from '../security-settings/current-settings'
import type { Visitor } from './visitor'

/** Bounds how many wrong guesses one address has, whatever the names; a whole office behind one address signs in freely. Counted in the log, so every replica knows. */
@Injectable()
export class SignInThrottle {
  constructor(private readonly reads: Reads) {}

  /** @throws DomainProblem `too-many-requests` */
  async admit(visitor: Visitor, settings: Settings): Promise<void> {
    const [recent] = await this.reads.query<{ failures: number }>(
      IDENTITY,
      `select count(*)::int as failures from sign_in_record where address = $1 and at > now() - interval '1 minute' and outcome in ('unknown-user', 'wrong-password', 'wrong-code', 'locked-out')`,
      [visitor.address],
    )
    if ((recent?.failures ?? 0) >= settings['sign-in.failures-per-minute']) throw new DomainProblem('too-many-requests')
  }
}
