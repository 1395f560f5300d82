import type { Actor, Saved } from '@xishan/domain'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk } from './application-desk'

/** Actions that move a case on and leave the words of who took them, nothing else. */
export type HandingOn = 'discard' | 'completeCorrection' | 'sendBackOpinion' | 'audit' | 'sendBackAudit' | 'sign' | 'returnToStreet' | 'resubmit'

@Injectable()
export class HandCaseOn {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute<A extends HandingOn>(actor: Actor, id: string, action: A, input: ActionInputs[A]): Promise<Saved> {
    return this.desk.take(actor, id, action, input)
  }
}
