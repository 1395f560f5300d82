import type { Actor, Saved } from '@xishan/domain'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk } from '../applications/application-desk'

/** The ways back to the investigation: after an objection, after a return by the bureau, or before the opinion. */
export type WayBack = 'reinvestigate' | 'resumeInvestigation' | 'sendBackSurvey'

@Injectable()
export class InvestigateAgain {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute<A extends WayBack>(actor: Actor, id: string, action: A, input: ActionInputs[A]): Promise<Saved> {
    return this.desk.take(actor, id, action, input, ({ application }) => application.withdrawRecommendation())
  }
}
