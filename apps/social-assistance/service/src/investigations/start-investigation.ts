import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk } from '../applications/application-desk'
import { requestCheck } from '../means-checks/request-check'

/** The investigation begins, and the check centre is asked, for everybody on the sheet, with their written authorisation. */
@Injectable()
export class StartInvestigation {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, input: ActionInputs['startInvestigation']): Promise<Saved> {
    return this.desk.take(actor, id, 'startInvestigation', input, async ({ work, application, members, rules }) => {
      if (members.length === 0) throw new DomainProblem('household-incomplete')
      await requestCheck(work, application, rules)
    })
  }
}
