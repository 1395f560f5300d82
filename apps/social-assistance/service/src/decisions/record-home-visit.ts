import type { Actor, Saved } from '@xishan/domain'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, requireNotAfter } from '../applications/application-desk'

/** The bureau visited the home: compulsory for relatives of staff and reported cases (57号 §20). */
@Injectable()
export class RecordHomeVisit {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, input: ActionInputs['recordHomeVisit']): Promise<Saved> {
    return this.desk.take(actor, id, 'recordHomeVisit', input, ({ work, application }) => {
      requireNotAfter(work.businessDate, input.visitedOn, { path: 'visitedOn', title: '入户日期' })
      application.homeVisitedOn = input.visitedOn
    })
  }
}
