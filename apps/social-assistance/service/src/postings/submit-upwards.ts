import type { Actor, Saved } from '@xishan/domain'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk } from '../applications/application-desk'
import { closePosting } from './close-posting'

/** The posting ran its full time with its photo at hand: the case goes to who decides it, the bureau or the street's leader. */
@Injectable()
export class SubmitUpwards {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute<A extends 'submitToBureau' | 'submitToLeader'>(actor: Actor, id: string, action: A, input: ActionInputs[A]): Promise<Saved> {
    return this.desk.take(actor, id, action, input, ({ work, application }) => closePosting(work, application, 'OVER'))
  }
}
