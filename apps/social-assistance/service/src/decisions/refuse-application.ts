import type { Actor, Saved } from '@xishan/domain'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, type CaseAtHand, type StepRecord } from '../applications/application-desk'
import { adverseDecision } from './decide'
import { Decision } from './decision.entity'

/** The household is not confirmed; the written notice is due within its term (57号 §21). */
@Injectable()
export class RefuseApplication {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  byBureau(actor: Actor, id: string, input: ActionInputs['refuse']): Promise<Saved> {
    return this.desk.take(actor, id, 'refuse', input, (at) => this.refuse(at, input))
  }

  byStreet(actor: Actor, id: string, input: ActionInputs['refuseAtStreet']): Promise<Saved> {
    return this.desk.take(actor, id, 'refuseAtStreet', input, (at) => this.refuse(at, input))
  }

  private async refuse(at: CaseAtHand, { ground, reason }: ActionInputs['refuse']): Promise<StepRecord> {
    const { work, application, assessment, book } = at
    const decision = adverseDecision(application, { outcome: 'REFUSED', opinion: reason, ground }, work, book, at)
    application.decidedOn = decision.decidedOn
    application.amountFen = 0
    await work.insert(Decision, [decision])
    return assessment ? { trace: assessment.trace } : {}
  }
}
