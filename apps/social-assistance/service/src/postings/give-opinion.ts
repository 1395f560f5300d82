import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { requireAgreement, type ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk } from '../applications/application-desk'
import { markCounted } from '../households/mark-counted'

/** The street's first opinion (初审), on what the rules give today; its trace is kept with the step. */
@Injectable()
export class GiveOpinion {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, input: ActionInputs['giveOpinion']): Promise<Saved> {
    return this.desk.take(actor, id, 'giveOpinion', input, async ({ work, application, assessment }) => {
      if (!assessment || application.householdId === null) throw new DomainProblem('household-incomplete')
      requireAgreement(input, assessment)
      application.recommend(input.recommend, input.amountFen)
      await markCounted(work, application.householdId, assessment)
      return { trace: assessment.trace }
    })
  }
}
