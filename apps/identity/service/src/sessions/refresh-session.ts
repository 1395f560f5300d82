import { Injectable } from '@nestjs/common'
import { DomainProblem } from '@xishan/domain'
import { CurrentSettings } from '../security-settings/current-settings'
import { Sessions } from './sessions'

export interface Refreshed {
  accountId: string
  sessionId: string
  token: string
  endsAt: Date
}

/** The next five-minute token, with the roles and scope of this moment. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly settings: CurrentSettings,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainProblem `session-ended` when it was idle too long, has run its time, was ended, or its account is locked */
  async execute(secret: string | undefined): Promise<Refreshed> {
    const owner = secret === undefined ? undefined : await this.sessions.touch(secret, await this.settings.read())
    if (!owner) throw new DomainProblem('session-ended')
    return { accountId: owner.accountId, sessionId: owner.sid, token: await this.sessions.token(owner), endsAt: owner.endsAt }
  }
}
