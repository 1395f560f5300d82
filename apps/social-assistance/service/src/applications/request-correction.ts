import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk } from './application-desk'

/** Tells the applicant at once everything that is missing (57号 §10); there is no second notice. */
@Injectable()
export class RequestCorrection {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, input: ActionInputs['requestCorrection']): Promise<Saved> {
    return this.desk.take(actor, id, 'requestCorrection', input, ({ work, application }) => {
      if (input.answerBy <= work.businessDate) throw new DomainProblem('invalid-input', {}, [{ field: 'answerBy', message: `补正期限应晚于业务日期 ${work.businessDate}` }])
      application.correctBy = input.answerBy
    })
  }
}
