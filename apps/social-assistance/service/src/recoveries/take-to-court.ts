import type { Actor, Saved } from '@xishan/domain'
import type { RecoveryInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { RecoveryDesk } from './recovery-desk'

/** What cannot be agreed or is not paid goes to the court; what comes in from there is booked as a repayment. */
@Injectable()
export class TakeToCourt {
  constructor(@Inject(RecoveryDesk) private readonly desk: RecoveryDesk) {}

  execute(actor: Actor, id: string, input: RecoveryInputs['toCourt']): Promise<Saved> {
    return this.desk.take(actor, id, 'toCourt', input, ({ recovery }) => {
      Object.assign(recovery, { court: input.court, dueOn: null })
      return { opinion: input.reason }
    })
  }
}
