import type { Actor, Saved } from '@xishan/domain'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { adverseDecision } from '../decisions/decide'
import { Decision } from '../decisions/decision.entity'
import { ApplicationDesk } from './application-desk'

/** The street does not take the application, and says why and what can be done against it. */
@Injectable()
export class NotAcceptApplication {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, input: ActionInputs['notAccept']): Promise<Saved> {
    return this.desk.take(actor, id, 'notAccept', input, async ({ work, application, book }) => {
      const decision = adverseDecision(application, { outcome: 'NOT_ACCEPTED', opinion: input.reason, ground: null }, work, book)
      application.decidedOn = decision.decidedOn
      await work.insert(Decision, [decision])
    })
  }
}
