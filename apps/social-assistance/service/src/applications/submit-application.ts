import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { CIPHERS, type Ciphers, requirePlausibleDocument } from '@xishan/service-kit'
import { WindowFields, type ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk } from './application-desk'
import { Duplicates } from './duplicates'

/** The window's fields are complete; the application waits for acceptance. Whether the person is in pay or in another case is noted as a warning. */
@Injectable()
export class SubmitApplication {
  constructor(
    @Inject(ApplicationDesk) private readonly desk: ApplicationDesk,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
    @Inject(Duplicates) private readonly duplicates: Duplicates,
  ) {}

  execute(actor: Actor, id: string, input: ActionInputs['submit']): Promise<Saved> {
    return this.desk.take(actor, id, 'submit', input, async ({ work, application }) => {
      const { document, staffRelative } = this.requireWindowFields(application.windowFields(this.ciphers))
      requirePlausibleDocument(document, work.businessDate, 'document.number')
      application.submittedOn = work.businessDate
      application.separatelyRegistered ||= staffRelative
      return { input: { duplicates: await this.duplicates.of(work, application.documentLookup ?? '', 'SUBMIT', application.id) } }
    })
  }

  private requireWindowFields(fields: Record<string, unknown>): WindowFields {
    const parsed = WindowFields.safeParse(fields)
    if (parsed.success) return parsed.data
    throw new DomainProblem('window-incomplete', {}, parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })))
  }
}
