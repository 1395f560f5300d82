import type { Actor, Saved } from '@xishan/domain'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { closePosting } from '../postings/close-posting'
import { ApplicationDesk, requireNotAfter } from './application-desk'

/** The applicant takes the application back, in writing. */
@Injectable()
export class WithdrawApplication {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, input: ActionInputs['withdraw']): Promise<Saved> {
    return this.desk.take(actor, id, 'withdraw', input, async ({ work, application }) => {
      requireNotAfter(work.businessDate, input.requestedOn, { path: 'requestedOn', title: '申请撤回日期' })
      await closePosting(work, application, 'WITHDRAWN')
      application.decidedOn = work.businessDate
    })
  }
}
