import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { PARAMETER, type ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk } from './application-desk'
import { Duplicates } from './duplicates'

/** The street takes the application: from here the terms of the law run, and who confirms is settled. */
@Injectable()
export class AcceptApplication {
  constructor(
    @Inject(ApplicationDesk) private readonly desk: ApplicationDesk,
    @Inject(Duplicates) private readonly duplicates: Duplicates,
  ) {}

  execute(actor: Actor, id: string, input: ActionInputs['accept']): Promise<Saved> {
    return this.desk.take(actor, id, 'accept', input, async ({ work, application, book }) => {
      const { inOpenCase } = await this.duplicates.of(work, application.documentLookup ?? '', 'ACCEPT', application.id)
      if (inOpenCase) throw new DomainProblem('in-open-case', { name: application.applicantName ?? '' })
      application.acceptedOn = work.businessDate
      application.delegated = book.flag(PARAMETER.confirmationDelegated)
    })
  }
}
