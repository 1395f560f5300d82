import { Injectable } from '@nestjs/common'
import type { Actor } from '@xishan/domain'
import { UnitOfWork } from '@xishan/service-kit'
import { IDENTITY } from '../identity-actor'
import { recordSignIn } from './sign-in-records'
import { endSessions, Sessions } from './sessions'
import type { Visitor } from './visitor'

@Injectable()
export class SignOut {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
  ) {}

  async here(secret: string | undefined, visitor: Visitor): Promise<void> {
    if (secret === undefined) return
    await this.unitOfWork.perform(IDENTITY, async (work) => {
      const owner = await this.sessions.end(work, secret)
      if (owner) await recordSignIn(work, { ...owner, outcome: 'signed-out', way: 'password' }, visitor)
    })
  }

  async everywhere(actor: Actor): Promise<void> {
    await this.unitOfWork.perform(actor, (work) => endSessions(work, actor.id))
  }
}
