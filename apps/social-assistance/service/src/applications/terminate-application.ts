import type { Actor, Saved } from '@xishan/domain'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { adverseDecision } from '../decisions/decide'
import { Decision } from '../decisions/decision.entity'
import { closePosting } from '../postings/close-posting'
import { ApplicationDesk, requireNotAfter } from './application-desk'

/** The family does not cooperate: the procedure ends (57号 §29). */
@Injectable()
export class TerminateApplication {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, input: ActionInputs['terminate']): Promise<Saved> {
    return this.desk.take(actor, id, 'terminate', input, async ({ work, application, book }) => {
      requireNotAfter(work.businessDate, input.notifiedOn, { path: 'notifiedOn', title: '告知日期' })
      const decision = adverseDecision(application, { outcome: 'TERMINATED', opinion: input.reason, ground: null }, work, book)
      await closePosting(work, application, 'TERMINATED')
      application.decidedOn = decision.decidedOn
      await work.insert(Decision, [decision])
    })
  }
}
